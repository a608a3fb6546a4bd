-- Accounts that are being forgotten; a row stays until no token of the account can be in use any more.
create table closed_account (
    account_id binary(16)  not null primary key,
    closed_at  datetime(6) not null
);

-- What one person has is asked for by the person, to be handed out or forgotten.
create index seat_account on seat (account_id, id);
create index message_account on message (account_id, id);
