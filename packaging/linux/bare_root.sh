#!/usr/bin/env bash
# Proves on a bare Debian root without Python that the package installs, works in a window and goes again:
#   packaging/linux/bare_root.sh [FILE.deb]        (as root; wants debootstrap; under a minute; pictures go to build/bare-root)
# SUITE and BASE: as root.sh beside this file has them.
#
# 1. there is no Python, no Qt and no X there
# 2. `apt-get install ./FILE.deb` brings what the program needs, and nothing that it would only like
# 3. a user's `followup-desktop --self-test` finds everything
# 4. the window opens under X and under Wayland: it is seen there, and its picture is not blank
# 5. `apt-get remove` leaves the user's notebook, the packages that came along, and nothing else
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
package=${1:-$(ls "$here"/dist/followup-desktop_*.deb)}
pictures=$here/build/bare-root

. "$here/packaging/linux/root.sh"
own_mounts "$@"
for program in Xvfb xwininfo import compare weston-screenshooter; do
  command -v "$program" >/dev/null || {
    apt-get -qq update
    apt-get -qq install --yes --no-install-recommends xvfb x11-utils imagemagick weston >/dev/null
    break
  }
done
rm -rf "$pictures"
mkdir -p "$pictures"

screens=() # what was started outside, and the windows
end() {
  [ ${#screens[@]} = 0 ] || kill "${screens[@]}" 2>/dev/null || true
  wait
  end_root
}

as_user() { # COMMAND...: of somebody who only uses this computer; as a process of its own, so that it can be ended
  exec chroot --userspec=1000:1000 "$root" env -i --chdir=/home/somebody PATH=/usr/bin:/bin HOME=/home/somebody LANG=C.UTF-8 \
    XDG_RUNTIME_DIR=/run/user/1000 "$@"
}

ends() { # PID: a window, when it is asked to
  kill -0 "$1" && kill "$1" && wait "$1" || [ $? = 143 ] # of the signal
}

waits_for() { # SECONDS COMMAND: until it succeeds
  local end=$((SECONDS + $1))
  until eval "$2" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || { echo "In vain for $1 seconds: $2" >&2; return 1; }
    sleep 0.3
  done
}

# A screen with a window on it has changed by more than half, and not into one colour.
shows_window() { # BEFORE AFTER
  { compare -metric AE "$1" "$2" null: 2>&1 || true; } | awk '{exit !($1 >= 600000)}' && [ "$(identify -format %k "$2")" -ge 100 ]
}

is_seen() { # BEFORE AFTER, taken by $take: within a minute, then with all that is drawn late
  waits_for 60 '$take && shows_window "'"$1"'" "'"$2"'"' && sleep 1 && $take
}

take_x() { import -window root "$pictures/x.png"; }

take_wayland() { # its own program names the picture after the time
  (cd "$work/pictures" && XDG_RUNTIME_DIR=$work/wayland WAYLAND_DISPLAY=wayland-proof weston-screenshooter)
  mv "$work"/pictures/*.png "$pictures/wayland.png"
}

step "making a bare Debian"
make_root
trap end EXIT
as_root 'for name in python3 xauth libQt6Core.so.6; do ! command -v $name && ! ldconfig -p | grep $name; done
  useradd --create-home somebody; install -d -o 1000 -g 1000 -m 700 /run/user/1000; apt-get update -qq'
everything() { (cd "$root" && find . -xdev -mindepth 1 ! -path './proc/*' ! -path './sys/*' ! -path './dev/*' | LC_ALL=C sort); }
everything >"$work/before"

step "apt-get install ./$(basename "$package")"
cp "$package" "$root/tmp/$(basename "$package")"
as_root "cd /tmp; apt-get install --yes --no-install-recommends -qq ./$(basename "$package") >/dev/null; rm ./*.deb"
as_root '! command -v python3'
(as_user followup-desktop --version)

step "the self-test, without a screen"
(as_user followup-desktop --self-test)

step "a window under X"
number=59
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1280x860x24 -nolisten tcp -ac >"$work/xvfb" 2>&1 &
screens+=($!)
waits_for 20 "[ -S /tmp/.X11-unix/X$number ]"
export DISPLAY=:$number
take_x
mv "$pictures/x.png" "$work/x-before.png"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_user DISPLAY=":$number" followup-desktop >"$work/x-window" 2>&1 &
window=$!
screens+=("$window")
waits_for 60 'xwininfo -root -tree | grep -q "Follow-Up Desktop"'
take=take_x is_seen "$work/x-before.png" "$pictures/x.png"
ends "$window"
cat "$work/x-window"

step "a window under Wayland"
mkdir -m 700 "$work/wayland" "$work/pictures"
XDG_RUNTIME_DIR=$work/wayland weston --backend=headless-backend.so --use-pixman --width=1400 --height=920 --idle-time=0 --debug \
  --socket=wayland-proof >"$work/weston" 2>&1 &
screens+=($!)
waits_for 20 "[ -S '$work/wayland/wayland-proof' ]"
sleep 2 # its own panel
take_wayland
mv "$pictures/wayland.png" "$work/wayland-before.png"
chown 1000:1000 "$work/wayland" "$work/wayland/wayland-proof"
mount --bind "$work/wayland" "$root/run/user/1000"
as_user WAYLAND_DISPLAY=wayland-proof QT_QPA_PLATFORM=wayland followup-desktop >"$work/wayland-window" 2>&1 &
window=$!
screens+=("$window")
take=take_wayland is_seen "$work/wayland-before.png" "$pictures/wayland.png" || { cat "$work/wayland-window" && exit 1; }
ends "$window"
umount "$root/run/user/1000"
cat "$work/wayland-window"

step "apt-get remove followup-desktop"
as_root 'apt-get remove --yes -qq followup-desktop >/dev/null'
umount "$root/tmp/.X11-unix"
everything >"$work/after"
[ -s "$root/home/somebody/.local/share/followup-desktop/notebook.sqlite" ]
if comm -23 "$work/before" "$work/after" | grep .; then exit 1; fi
# What is new is the user's, or belongs to a package that came along, or is a cache or a record of the system's own
# (fontconfig makes a folder below /usr/local).
{
  sed 's,^,.,' "$root"/var/lib/dpkg/info/*.list
  sed 's,^,./usr,' "$root"/var/lib/dpkg/info/*.list # of packages that still name /lib
} | LC_ALL=C sort -u >"$work/owned"
comm -13 "$work/before" "$work/after" | LC_ALL=C comm -23 - "$work/owned" |
  grep -vE '^\./(home/somebody/\.|usr/local/share/fonts|var/(cache|log|lib/(apt|dpkg|systemd|fontconfig|xml-core|sgml-base))/|run/|tmp|etc/)' >"$work/left" || true
grep -i follow <(comm -13 "$work/before" "$work/after" | grep -v '^\./home/somebody/') >>"$work/left" || true
if [ -s "$work/left" ]; then
  echo "These are left behind:" && cat "$work/left"
  exit 1
fi

step "installed, used and removed on a bare Debian; pictures in ${pictures#"$here/"}"
