-- The id is the account's; auth-service owns accounts, so nothing here refers to its tables.
-- Names hold 40 code points; 80 because H2 counts UTF-16 units where MySQL counts code points.
create table profiles (
    id           binary(16)    not null primary key,
    display_name varchar(80)   not null,
    picture_url  varchar(2048),
    locale       varchar(8)    not null,
    created_at   datetime(6)   not null,
    updated_at   datetime(6)   not null
) character set utf8mb4;
