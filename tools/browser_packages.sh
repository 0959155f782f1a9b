#!/bin/sh
# Installs a browser for the tests of the report, where that is allowed and none is there.
# Ends with 0 when there is one, with 1 when not, and says so.
for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$browser" >/dev/null 2>&1 && exit 0
done
exec "$(dirname "$0")/debian_packages.sh" "of the report in a real browser" chromium
