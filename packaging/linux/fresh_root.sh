#!/usr/bin/env bash
# Proves on a bare Debian root that a newcomer's two commands do all the set-up, with nothing there but python3, pip and make:
#   packaging/linux/fresh_root.sh [TEST ...]        (as root; wants debootstrap; about a minute; nothing stays behind)
# SUITE and BASE: as root.sh beside this file has them.
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

. "$here/packaging/linux/root.sh"
own_mounts "$@"

# The index that this computer uses, whatever it is; nothing of that is kept anywhere.
pip_settings=$(python3 -m pip config list | python3 -c '
import ast, shlex, sys
for name, _, value in sorted(line.strip().partition("=") for line in sys.stdin):
    name, value = name.rpartition(".")[2], ast.literal_eval(value)
    kept = " ".join(part for part in value.split() if not part.startswith("file:"))
    if name in {"index-url", "extra-index-url", "trusted-host", "proxy", "timeout", "default-timeout", "cert"} and kept:
        print(f"export PIP_{name.upper().replace(chr(45), chr(95))}={shlex.quote(kept)}")
')

step "making a bare Debian with python3, pip and make"
make_root
install python3 python3-pip make

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
