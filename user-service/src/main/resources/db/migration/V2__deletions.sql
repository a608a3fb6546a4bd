-- One row for each account whose end was asked for. When all is done it is all that stays: a tombstone, with nothing of the person's.
create table deletions (
    account_id   binary(16)  not null primary key,
    requested_at datetime(6) not null,
    completed_at datetime(6)
);

-- What is left to do. A row goes when the holder has confirmed; due_at is also until when whoever took the step has it to itself.
create table deletion_steps (
    id         binary(16)  not null primary key,
    account_id binary(16)  not null,
    holder     varchar(16) not null,
    sweep      varchar(8)  not null,
    due_at     datetime(6) not null,
    attempts   int         not null,
    constraint deletion_steps_once unique (account_id, holder, sweep),
    constraint deletion_steps_deletion foreign key (account_id) references deletions (account_id)
);
create index deletion_steps_due on deletion_steps (holder, due_at);
