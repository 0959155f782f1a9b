#!/bin/sh
# Installs strace, with which tests watch what the program asks the system for, where that is allowed.
# Ends with 0 when it is there, with 1 when not, and says so.
exec "$(dirname "$0")/debian_packages.sh" "that watch system calls" strace
