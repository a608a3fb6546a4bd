-- Whose database this is; one row. The id is that of the first installation that starts with one: another is refused.
create table installation (
    service     varchar(32) not null primary key,
    id          varchar(64),
    environment varchar(16)
);
insert into installation (service) values ('auth-service');
