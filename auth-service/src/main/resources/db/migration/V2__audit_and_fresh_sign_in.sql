-- When a provider last vouched for the person; sessions from before are as old as their beginning.
alter table sessions add column authenticated_at datetime(6);
update sessions set authenticated_at = created_at;
alter table sessions modify column authenticated_at datetime(6) not null;
alter table sessions add column network varchar(64);

-- A session is kept some time after its identity and account are gone, so that gateways hear of its end.
alter table sessions drop constraint sessions_identity;
alter table sessions drop constraint sessions_account;
create index sessions_account_live on sessions (account_id, revoked_at);
create index sessions_revoked on sessions (revoked_at);

-- Without a foreign key: what happened to an account outlives it for a while.
create table audit_events (
    id          binary(16)  not null primary key,
    account_id  binary(16)  not null,
    kind        varchar(32) not null,
    happened_at datetime(6) not null,
    session_id  binary(16),
    device      varchar(80) not null,
    network     varchar(64),
    provider    varchar(16),
    name        varchar(160),
    request_id  varchar(64) not null
);
create index audit_events_account on audit_events (account_id, id);
create index audit_events_age on audit_events (happened_at);

create table spent (
    hash       varbinary(32) not null primary key,
    expires_at datetime(6)   not null
);
create index spent_age on spent (expires_at);
