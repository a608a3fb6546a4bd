-- A closed account stays for a while as its bare id, so that whoever comes a moment late finds it closed, not missing.
alter table accounts add column closed_at datetime(6);
create index accounts_closed on accounts (closed_at);

-- Without a foreign key: a revoked key is kept after its account is gone, so that gateways hear of its end.
create table api_keys (
    id           binary(16)    not null primary key,
    account_id   binary(16)    not null,
    hash         varbinary(32) not null,
    hint         varchar(8)    not null,
    -- 40 characters; H2 counts those beyond the basic plane twice.
    name         varchar(80)   not null,
    scopes       varchar(255)  not null,
    created_at   datetime(6)   not null,
    expires_at   datetime(6),
    last_used_at datetime(6),
    revoked_at   datetime(6),
    constraint api_keys_hash unique (hash)
);
create index api_keys_account on api_keys (account_id, revoked_at);
create index api_keys_revoked on api_keys (revoked_at);
create index api_keys_expiry on api_keys (expires_at);
