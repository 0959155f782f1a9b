#!/bin/sh
# Installs strace, with which a test watches that no command asks for a network, where allowed.
# Ends with 0 when all of it is there, with 1 when not, and says so.
set -u
packages="strace"

missing() {
    for package in $packages; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || printf ' %s' "$package"
    done
}

not_run() {
    echo "WARNING: $1. The test that watches system calls may be NOT RUN; see the end of the tests." >&2
    exit 1
}

command -v dpkg >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 ||
    not_run "This is not a Debian, so strace was not looked for"
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
