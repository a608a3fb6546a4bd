create table this_things (id int not null primary key);
