#!/bin/sh
# Installs what the tests need for a virtual sound card, where that is allowed; says so where not.
set -u
packages="libportaudio2 pulseaudio pulseaudio-utils libasound2-plugins"

missing=""
for package in $packages; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "No apt-get here: the tests with a real sound path will be told as NOT RUN." >&2
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "May not install$missing: the tests with a real sound path will be told as NOT RUN." >&2
    exit 0
fi
echo "Installing$missing ..."
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >/dev/null 2>&1
# shellcheck disable=SC2086 (a list of words)
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
    echo "Could not install$missing: tests with a real sound path will be told as NOT RUN." >&2
exit 0
