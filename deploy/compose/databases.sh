#!/usr/bin/env bash
# A database and a user of its own for each service. May run again: it changes nothing but passwords that were changed.
set -euo pipefail
secret() { cat "/secrets/databases/$1"; }
quoted() { local text=${1//\\/\\\\}; printf "'%s'" "${text//\'/\'\'}"; }
export MYSQL_PWD
MYSQL_PWD=$(secret MYSQL_ROOT_PASSWORD)
for name in auth users rooms; do
  variable=${name^^}_DB_PASSWORD
  password=$(quoted "$(secret "$variable")")
  mysql --host="$DB_HOST" --user=root <<SQL
create database if not exists \`$name\` character set utf8mb4 collate utf8mb4_0900_ai_ci;
create user if not exists '$name'@'%' identified by $password;
alter user '$name'@'%' identified by $password;
grant all on \`$name\`.* to '$name'@'%';
SQL
done
