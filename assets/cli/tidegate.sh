#!/bin/sh
# The command line of the application bundle that this file lies in, also when it is started through a link from the PATH.
# Not proven on a real Mac: docs/packages.md.
file="$0"
while [ -L "$file" ]; do
  link="$(readlink "$file")"
  case "$link" in
    /*) file="$link" ;;
    *) file="$(dirname "$file")/$link" ;;
  esac
done
exec "$(cd "$(dirname "$file")" && pwd -P)/../../MacOS/Tidegate" "$@"
