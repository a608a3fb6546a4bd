create table accounts (
    id         binary(16)  not null primary key,
    created_at datetime(6) not null
);

-- App and subject are binary: providers' ids tell upper from lower case, MySQL's collations don't.
create table identities (
    id           binary(16)     not null primary key,
    account_id   binary(16)     not null,
    provider     varchar(16)    not null,
    provider_app varbinary(128) not null,
    subject      varbinary(128) not null,
    -- 40 characters; H2 counts those beyond the basic plane twice.
    nickname     varchar(80),
    picture      varchar(500),
    created_at   datetime(6)    not null,
    seen_at      datetime(6)    not null,
    constraint identities_once unique (provider, provider_app, subject),
    constraint identities_account foreign key (account_id) references accounts (id)
);

create table sessions (
    id           binary(16)  not null primary key,
    account_id   binary(16)  not null,
    identity_id  binary(16)  not null,
    device       varchar(80) not null,
    created_at   datetime(6) not null,
    last_used_at datetime(6) not null,
    expires_at   datetime(6) not null,
    revoked_at   datetime(6),
    revoked_why  varchar(24),
    constraint sessions_account foreign key (account_id) references accounts (id),
    constraint sessions_identity foreign key (identity_id) references identities (id)
);
create index sessions_last_used on sessions (last_used_at);

create table refresh_tokens (
    id         binary(16)    not null primary key,
    session_id binary(16)    not null,
    hash       varbinary(32) not null,
    salt       varbinary(16) not null,
    created_at datetime(6)   not null,
    used_at    datetime(6),
    constraint refresh_tokens_hash unique (hash),
    constraint refresh_tokens_session foreign key (session_id) references sessions (id) on delete cascade
);

create table signing_keys (
    kid         varchar(36)     not null primary key,
    public_key  varbinary(256)  not null,
    private_key varbinary(512)  not null,
    created_at  datetime(6)     not null,
    signs_from  datetime(6)     not null
);

-- One row, locked by whichever replica looks whether a new key is due.
create table signing_key_turns (
    id int not null primary key
);
insert into signing_key_turns (id) values (1);
