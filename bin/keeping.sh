# Shared by bin/backup and bin/restore; sourced, never run.
# shellcheck shell=bash
# shellcheck source=bin/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# shellcheck disable=SC2034 # used by those who source this
FORMAT=1
# shellcheck disable=SC2034
DATABASES="auth users rooms"

compose_with_input() { (cd "$ROOT" && docker compose "$@"); } # as people type it there: COMPOSE_FILE in .env counts
compose() { compose_with_input "$@" </dev/null; }

needs_compose() {
  need docker "Install Docker Engine with its compose plugin."
  docker compose version >/dev/null 2>&1 || die "docker has no compose plugin. Install docker-compose-plugin."
  docker info >/dev/null 2>&1 || die "the Docker engine doesn't answer. Does it run, and may you use it?"
}

# Runs a command where the volumes lie that are kept, under /kept; see deploy/compose/keeper.yml.
keeper() { keeper_with_input "$@" </dev/null; }
keeper_with_input() { compose_with_input --progress quiet run --rm --no-deps --no-TTY keeper "$@"; }

# Root's password is read inside the container: neither a command line nor this machine sees it.
# shellcheck disable=SC2016 # expanded there
AS_ROOT='MYSQL_PWD=$(cat /secrets/mysql/MYSQL_ROOT_PASSWORD) && export MYSQL_PWD && exec "$0" --user=root --default-character-set=utf8mb4 "$@"'
in_database() { compose_with_input exec --no-TTY mysql bash -c "$AS_ROOT" mysql "$@"; }
dump() { # DATABASE...
  compose exec --no-TTY mysql bash -c "$AS_ROOT" mysqldump --single-transaction --skip-lock-tables --quick --routines --events \
    --triggers --hex-blob --no-tablespaces --set-gtid-purged=OFF --databases "$@"
}

product_version() { git -C "$ROOT" describe --always --tags --dirty 2>/dev/null || echo unknown; }

# The newest migration of a database that this version of the product knows.
known_schema() {
  local service=${1%s}-service
  [ "$1" != auth ] || service=auth-service
  find "$ROOT/$service/src/main/resources/db/migration" -name 'V*__*.sql' | sed 's|.*/V\([0-9]*\)__.*|\1|' | sort -n | tail -n1
}
