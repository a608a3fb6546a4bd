create table other_things (id int not null primary key);
