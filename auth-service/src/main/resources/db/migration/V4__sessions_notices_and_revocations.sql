-- Kept with the session, because the identity may be gone before it. Without a default, so that the version before this one
-- goes on working while it is replaced.
alter table sessions add column provider varchar(16);
update sessions set provider = (select i.provider from identities i where i.id = sessions.identity_id);

create table notices (
    id          binary(16)  not null primary key,
    account_id  binary(16)  not null,
    kind        varchar(32) not null,
    happened_at datetime(6) not null,
    device      varchar(80),
    provider    varchar(16)
);
create index notices_account on notices (account_id, id);
create index notices_age on notices (happened_at);

create index audit_events_kind on audit_events (kind, happened_at);

create index sessions_identity_live on sessions (identity_id, revoked_at);
