#!/bin/sh
# debian_packages.sh TESTS PACKAGE...   Installs packages that some tests need, where that is allowed.
# TESTS says which ones, for the warning. Ends with 0 when all is there, with 1 when not, and says so.
set -u
tests=$1
shift
packages=$*

missing() {
    for package in $packages; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || printf ' %s' "$package"
    done
}

not_run() {
    echo "WARNING: $1. Tests $tests may be NOT RUN; see the end of the tests." >&2
    exit 1
}

command -v dpkg >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 ||
    not_run "This is not a Debian, so these packages were not looked for: $packages"
lacking=$(missing)
[ -z "$lacking" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root="env DEBIAN_FRONTEND=noninteractive"
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n env DEBIAN_FRONTEND=noninteractive"
else
    not_run "Only root may install$lacking"
fi
echo "Installing$lacking ..."
# shellcheck disable=SC2086 (lists of words)
$as_root apt-get update -qq >/dev/null 2>&1
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $lacking </dev/null >/dev/null 2>&1
lacking=$(missing)
[ -z "$lacking" ] || not_run "Could not install$lacking"
