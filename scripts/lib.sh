# Shared by the scripts of this folder: timed steps, Debian packages, web packages. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

BEGAN=$SECONDS
declare -a STEPS=()

# step TITLE COMMAND...: runs a command, says what and how long.
step() {
  local title=$1 began=$SECONDS
  shift
  printf '\n==> %s\n' "$title"
  if ! "$@"; then
    printf '\n!!! failed: %s (after %d s)\n' "$title" "$((SECONDS - began))" >&2
    return 1
  fi
  STEPS+=("$(printf '%5d s  %s' "$((SECONDS - began))" "$title")")
}

# times: prints how long each step took.
times() {
  printf '\n'
  printf '%s\n' "${STEPS[@]}"
  printf '%5d s  together\n' "$((SECONDS - BEGAN))"
}

# as_root COMMAND...: runs it as root, through sudo where one is needed.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    printf 'this needs root: %s\n' "$*" >&2
    return 1
  fi
}

# debian PACKAGE...: installs those that are missing; asks nothing and reads no list when none is.
debian() {
  local package missing=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  printf 'installing: %s\n' "${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# tools NAME...: says plainly which command is not on this machine.
tools() {
  local tool absent=0
  for tool in "$@"; do
    command -v "$tool" >/dev/null || { printf "'%s' is needed and not found\n" "$tool" >&2; absent=1; }
  done
  return "$absent"
}

# web_packages: npm ci, when there are none yet or the lock file has changed.
web_packages() {
  local lock
  lock=$(sha256sum <web/package-lock.json)
  if [ "$(cat web/node_modules/.lock-seen 2>/dev/null)" != "$lock" ]; then
    (cd web && npm ci --no-audit --no-fund --loglevel=error)
    printf '%s\n' "$lock" >web/node_modules/.lock-seen
  fi
}

# web NAME: one npm script of the web app.
web() {
  (cd web && npm run --silent "$@")
}
