# Shared by the commands in bin/; sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by those who source this
SERVICES="discovery gateway auth-service user-service room-service social-stand-in media"

# Where bin/setup puts Debian's prometheus and promtool.
# shellcheck disable=SC2034 # used by those who source this
PROMETHEUS=$ROOT/.sarangbang/tools/prometheus/usr/bin

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# A JDK 25 at this place?
is_jdk25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }

# Sets JAVA_HOME to a JDK 25 wherever it is installed; the default java may be older.
find_jdk() {
  local home on_path
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for home in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk25 "$home"; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  die "JDK 25 was not found. Install it (Debian: temurin-25-jdk or openjdk-25-jdk), or set JAVA_HOME to it."
}

need() { command -v "$1" >/dev/null || die "$1 was not found. $2"; }

find_tools() {
  find_jdk
  need mvn "Install Maven 3.8 or newer."
  need node "Install Node.js 20 or newer."
}

maven() { (cd "$ROOT" && mvn -q "$@"); }

# A digest of everything that a build of these paths depends on.
digest() {
  (cd "$ROOT" && find "$@" -type f -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 |
    LC_ALL=C sort -z | xargs -0 cat -- | cksum)
}

# The process that listens on a TCP port, as "name (pid n)"; "another program" when it can't be told.
port_holder() {
  local found=''
  if command -v ss >/dev/null; then
    found=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (pid \2)/p' | head -n1)
  elif command -v lsof >/dev/null; then
    found=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print $1 " (pid " $2 ")" }')
  fi
  printf '%s' "${found:-another program}"
}

port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Debian's or the user's own Chromium.
find_chromium() {
  local it
  for it in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$it" ] && command -v "$it" >/dev/null; then command -v "$it"; return 0; fi
  done
  return 1
}

check_scripts() (
  set -e
  cd "$ROOT"
  need shellcheck "Install shellcheck, or run bin/setup."
  # shellcheck disable=SC2046 # a list of names without spaces
  shellcheck -x $(find bin .ci nginx/bin nginx/keep-certificates -type f ! -name '*.mjs') $(grep -rlE '^#(!.*sh$| shellcheck shell=)' deploy doctor/faults) e2e/installed/only-443
  say "shell scripts: clean"
)

# What the guides tell people to type is there.
check_guides() { node "$ROOT/bin/check-guides.mjs" "$ROOT"; }
