# The product as docker-compose.yml deploys it, apart from any other on this machine; sourced, never run.
# shellcheck shell=bash
# shellcheck source=bin/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

logs=$ROOT/.sarangbang/deployed
mkdir -p "$logs"

# Whatever .env says here: .env.example as it is, a laptop's product, under a name and on ports of its own.
unset ENVIRONMENT DOMAIN TLS MEDIA_SERVER SIGN_IN PUBLIC_IP
export COMPOSE_ENV_FILES=$ROOT/.env.example COMPOSE_PROJECT_NAME=sarangbang-test VERSION=test HTTP_PORT=21080 HTTPS_PORT=21443 \
  TURN_PORT=21478 MEDIA_PORT=21400 PUBLIC_URL=https://localhost:21443

compose() { docker compose --project-directory "$ROOT" --progress plain "$@" </dev/null; }

# What a run left that was killed goes first; what this one leaves, at its end.
alone() {
  compose down --volumes --remove-orphans >"$logs/down.log" 2>&1
  trap take_down EXIT
  trap 'exit 143' INT TERM HUP
}

take_down() {
  compose logs --no-color --timestamps >"$logs/containers.log" 2>&1 || true
  compose down --volumes --remove-orphans >"$logs/down.log" 2>&1 || say "some of it is left; see $logs/down.log"
}

build_images() {
  local began=$SECONDS
  compose build >"$logs/build.log" 2>&1 || { tail -n 40 "$logs/build.log"; die "the images were not built; the log is $logs/build.log"; }
  say "images built in $((SECONDS - began)) s"
}

come_up() {
  local began=$SECONDS
  compose up --detach --wait >"$logs/up.log" 2>&1 || { tail -n 20 "$logs/up.log"; compose ps --all; die "it did not come up; see $logs"; }
  say "all containers healthy after $((SECONDS - began)) s"
}

# The digest of the site's key, once its certificate was found to be good for its name under the installation's own authority.
trusted_key() {
  compose exec -T nginx cat /certificates/ca.crt >"$logs/ca.crt"
  openssl s_client -connect "localhost:$HTTPS_PORT" -servername localhost -CAfile "$logs/ca.crt" -verify_hostname localhost \
    -verify_return_error </dev/null >"$logs/certificate" 2>"$logs/certificate.log" ||
    { cat "$logs/certificate.log" >&2; die "the site's certificate is not good"; }
  openssl x509 -in "$logs/certificate" -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64
}

# For browsers, which come in by the front door.
set_browsers() {
  export BASE_URL=$PUBLIC_URL CHROMIUM TRUSTED_KEY
  CHROMIUM=$(find_chromium)
  TRUSTED_KEY=$(trusted_key)
}
