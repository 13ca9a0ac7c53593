#!/usr/bin/env bash
# Builds the last commit twice, in two new clones with environments of their own, and compares what comes out:
#   packaging/linux/reproducible.sh [LEVEL]        (some five minutes; LEVEL as `make package` has it, 1 unless told)
# The exit status tells whether all is the same; what differs is named, of packages the files in them too.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/built-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

places=("$work/one" "$work/two of a longer name")
for place in "${places[@]}"; do
  git clone --quiet --no-hardlinks "$here" "$place"
  (cd "$place" && umask 0022 && make package ARGS="--level ${1:-1}" >"$work/log" 2>&1) || { tail -30 "$work/log" && exit 1; }
  umask 0077 # the second builder has other habits
  export TZ=Pacific/Auckland LC_ALL=C.UTF-8
done

sums() { (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
for place in "${places[@]}"; do sums "$place/dist" >"$place.sums"; done
awk '$2 !~ "/followup-desktop/"' "${places[0]}.sums"
if differing=$(diff "${places[0]}.sums" "${places[1]}.sums" | awk '/^[<>]/ {print $3, $4, $5}' | sort -u | grep .); then
  printf 'These differ:\n%s\n' "$differing"
  exit 1
fi
echo "Two builds of $(git -C "$here" rev-parse --short HEAD): every file is the same, bit for bit."
