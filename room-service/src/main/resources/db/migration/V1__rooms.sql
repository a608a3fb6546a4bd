create table room (
    id         binary(16)   not null primary key,
    code       varchar(12)  not null,
    owner_id   binary(16)   not null,
    title      varchar(160) not null,
    capacity   int          not null,
    present    int          not null,
    created_at datetime(6)  not null,
    deleted_at datetime(6),
    constraint room_code unique (code)
);
create index room_owner on room (owner_id, id);

create table meeting (
    id         binary(16)  not null primary key,
    room_id    binary(16)  not null,
    started_at datetime(6) not null,
    ended_at   datetime(6),
    constraint meeting_room foreign key (room_id) references room (id)
);
create index meeting_open on meeting (room_id, ended_at);

create table seat (
    id            binary(16)  not null primary key,
    room_id       binary(16)  not null,
    meeting_id    binary(16),
    account_id    binary(16)  not null,
    display_name  varchar(80) not null,
    state         varchar(16) not null,
    connection_id varchar(64),
    connected_at  datetime(6),
    reserved_at   datetime(6) not null,
    expires_at    datetime(6) not null,
    joined_at     datetime(6),
    left_at       datetime(6),
    left_because  varchar(32),
    constraint seat_room foreign key (room_id) references room (id),
    constraint seat_meeting foreign key (meeting_id) references meeting (id)
);
create index seat_room_state on seat (room_id, state);
create index seat_state on seat (state);
create index seat_room_account on seat (room_id, account_id);

create table message (
    id           binary(16)     not null primary key,
    room_id      binary(16)     not null,
    account_id   binary(16)     not null,
    client_id    varbinary(256) not null,
    display_name varchar(80)    not null,
    text         varchar(4000)  not null,
    sent_at      datetime(6)    not null,
    constraint message_once unique (room_id, account_id, client_id),
    constraint message_room foreign key (room_id) references room (id)
);
create index message_history on message (room_id, id);
