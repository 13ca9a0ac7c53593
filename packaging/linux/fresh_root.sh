#!/usr/bin/env bash
# Proves on a bare Debian root that a newcomer's two commands do all the set-up, with nothing there but python3, pip and make:
#   packaging/linux/fresh_root.sh [TEST ...]        (as root; wants debootstrap; about a minute; nothing stays behind)
# SUITE=trixie takes that Debian instead of the one that this computer runs.
#
# 1. none of the libraries that bootstrap.py calls needed is there (else the root would prove nothing)
# 2. `make test` brings what is missing and passes the tests named (as given to pytest), from a folder with a space in its name
# 3. a second `make test` sets nothing up
# 4. `make run` without a screen says so, makes the demo and succeeds; so it does with a screen that is named but dead
# 5. every library of Qt's that the program loads then finds all that it is linked with
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
tests=("$@")
if [ $# = 0 ]; then # the whole way by the command line, and the window
  tests=(tests/test_guard_pyside.py tests/test_conftest.py tests/test_walk.py tests/ui/test_window.py)
fi

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo "fresh_root.sh needs to be root, and debootstrap." >&2
  exit 3
fi
if [ -z "${FRESH_ROOT_OWN_MOUNTS:-}" ]; then # mounts made from here on are gone when this process is
  exec env FRESH_ROOT_OWN_MOUNTS=1 unshare --mount -- "$0" "$@"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/fresh-root.XXXXXX")
trap 'umount -R "$work/root" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
root=$work/root
mkdir "$root"
free=$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo)
if [ "$free" -ge 8 ]; then # GiB; a root in memory is made in half the time
  mount -t tmpfs -o size=4G,mode=755 tmpfs "$root"
fi

step() { printf '\n-- fresh root, %ss: %s\n' "$SECONDS" "$*"; }

# The mirror and the index that this computer uses, whatever they are; nothing of that is kept anywhere.
sources() { # mirror and release of every source; apt knows them once it has been updated
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk '/\/debian\/? / && $3 == "main" && $2 !~ /-/ {print $1, $2; exit}'
}
[ -n "$(sources)" ] || apt-get -qq update
read -r mirror suite <<<"$(sources)"
suite=${SUITE:-$suite}
pip_settings=$(python3 -m pip config list | python3 -c '
import ast, shlex, sys
for name, _, value in sorted(line.strip().partition("=") for line in sys.stdin):
    name, value = name.rpartition(".")[2], ast.literal_eval(value)
    kept = " ".join(part for part in value.split() if not part.startswith("file:"))
    if name in {"index-url", "extra-index-url", "trusted-host", "proxy", "timeout", "default-timeout", "cert"} and kept:
        print(f"export PIP_{name.upper().replace(chr(45), chr(95))}={shlex.quote(kept)}")
')

step "making Debian $suite with python3, pip and make"
packages=python3,python3-pip,make,ca-certificates
for attempt in 1 2; do # a mirror may be slow once
  if debootstrap --variant=minbase --include=$packages "$suite" "$root" "$mirror" >"$work/log" 2>&1; then break; fi
  tail -5 "$work/log"
  [ $attempt = 1 ] || exit 1
  find "$root" -xdev -mindepth 1 -delete
done
apt-config dump | grep -E '^Acquire::(Check-|https?::)' >"$root/etc/apt/apt.conf.d/90-as-outside" || true
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/90-not-kept"
cp --dereference --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
for folder in proc sys dev; do mount --rbind "/$folder" "$root/$folder" && mount --make-rslave "$root/$folder"; done

checkout="/home/a newcomer/follow-up"
mkdir -p "$root$checkout"
git -C "$here" ls-files -z --cached --others --exclude-standard |
  tar -C "$here" --null --ignore-failed-read -T - -c | tar -C "$root$checkout" -x

inside() { # a command line, in the checkout, with a newcomer's environment
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI="${CI:-}" bash -ec "$pip_settings
cd '$checkout'; $1"
}

step "none of the libraries is there yet"
inside 'python3 -c "
import ctypes, sys
sys.path.insert(0, \"packaging\")
import bootstrap
there = set(bootstrap.QT | bootstrap.WINDOW) - set(bootstrap.missing_libraries(bootstrap.QT | bootstrap.WINDOW))
sys.exit(f\"already there: {there}\" if there else 0)
"'

step "make test ARGS='${tests[*]}'"
inside "make test ARGS='${tests[*]}'" | tee "$work/first"
grep -q 'Setting up' "$work/first"

step "once more: nothing is set up twice"
inside "make test ARGS='${tests[0]}'" | tee "$work/second"
if grep -E 'Setting up|apt-get' "$work/second"; then exit 1; fi

step "make run without a screen"
inside 'make run && test -n "$(find build/demo -name "*.pdf" -size +1k)" && test -n "$(find build/demo -name "*.png" -size +1k)"' | tee "$work/run"
grep -q 'There is no screen' "$work/run"

step "make run with a dead screen" # a high number: screens are seen through a chroot, and a low one may be alive
inside 'rm -rf build/demo; DISPLAY=:59999 make run && test -n "$(find build/demo -name "*.pdf")"' | tee "$work/dead"
grep -q 'There is no screen' "$work/dead"

step "what Qt's own libraries are linked with"
inside '
find .venv -regextype posix-extended -regex ".*/PySide6/(Qt/plugins/(platforms/libq(xcb|offscreen)|printsupport/.*|(imageformats|iconengines)/libqsvg.*)|Qt(Core|Gui|Widgets|PrintSupport|Svg|Network|DBus)[.]abi3)[.]so" \
  -exec ldd {} + >/tmp/linked
test "$(grep -c ":$" /tmp/linked)" = 12
! grep "not found" /tmp/linked'

step "the two commands do all the set-up on a bare Debian"
