#!/bin/sh
# Installs what the tests need for a virtual sound card, where that is allowed.
# Ends with 0 when all of it is there, with 1 when not, and says so.
exec "$(dirname "$0")/debian_packages.sh" "with a real sound path" \
    libportaudio2 pulseaudio pulseaudio-utils libasound2-plugins
