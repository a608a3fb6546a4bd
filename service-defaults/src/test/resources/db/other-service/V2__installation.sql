create table installation (
    service     varchar(32) not null primary key,
    id          varchar(64),
    environment varchar(16)
);
insert into installation (service) values ('other-service');
