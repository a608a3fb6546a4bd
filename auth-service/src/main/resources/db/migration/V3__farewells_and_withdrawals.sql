-- Since when the provider says that the person withdrew there; only an account's last identity stays so, and the account sleeps.
alter table identities add column disconnected_at datetime(6);
create index identities_disconnected on identities (disconnected_at);

-- A refresh token of the provider's, sealed, for the one thing it is needed for: to tell the provider of the end.
create table provider_tokens (
    identity_id binary(16)      not null primary key,
    sealed      varbinary(2048) not null,
    kept_at     datetime(6)     not null,
    constraint provider_tokens_identity foreign key (identity_id) references identities (id) on delete cascade
);

-- What providers have yet to be told. Outlives the identity, so it repeats what is needed of it.
create table farewells (
    id           binary(16)     not null primary key,
    identity_id  binary(16)     not null,
    provider     varchar(16)    not null,
    provider_app varbinary(128) not null,
    subject      varbinary(128) not null,
    sealed_token varbinary(2048),
    queued_at    datetime(6)    not null,
    due_at       datetime(6)    not null,
    attempts     int            not null,
    constraint farewells_once unique (provider, provider_app, subject)
);
create index farewells_due on farewells (due_at);
