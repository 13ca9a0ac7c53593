#!/bin/sh
# Removes the Follow-Up Desktop that install.sh installed: sh ~/.local/lib/followup-desktop/uninstall.sh
# Your notebook, your settings and what you printed stay.
set -eu

name=followup-desktop
lib=$HOME/.local/lib/$name

tell_desktop() { # SHARE: menus and file managers look again, where there is somebody to tell
  ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$1/applications" || true
  ! command -v update-mime-database >/dev/null || update-mime-database "$1/mime" >/dev/null 2>&1 || true
  ! [ -d "$1/icons/hicolor" ] || touch "$1/icons/hicolor"
}

if [ "${1:-}" = --tell-desktop ]; then
  tell_desktop "$2"
  exit
fi
if [ ! -e "$lib/shared-files" ]; then
  echo "There is no $lib: nothing was removed." >&2
  exit 1
fi
share=$(cat "$lib/shared-folder")
while read -r file; do rm -f "$share/$file"; done <"$lib/shared-files"
[ "$(readlink "$HOME/.local/bin/$name" || true)" != "$lib/$name" ] || rm -f "$HOME/.local/bin/$name"

# The start at login is the program's own, written by it: without the program it would only fail.
login=${XDG_CONFIG_HOME:-$HOME/.config}/autostart/$name.desktop
if [ "${1:-}" != --quietly ] && grep -qsF "$lib/$name" "$login"; then rm -f "$login"; fi

files=$(cat "$lib/shared-files")
rm -rf "$lib"
[ "${1:-}" != --quietly ] || exit 0 # install.sh goes on
tell_desktop "$share"
# Folders that install.sh may have made go where they are empty; the innermost first, and none that somebody uses.
within() { printf '%s\n' "$files" | sed 's,/[^/]*$,,' | awk '{while ($0 != "") {print; if (!sub("/[^/]*$", "")) break}}' | sort -ru; }
tidy() { for folder in $(within); do rmdir "$share/$folder" 2>/dev/null || true; done; }
tidy
if ! [ -d "$share/mime/packages" ]; then # nobody else's types: what was made out of them says nothing any more
  for made in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
    rm -f "$share/mime/$made"
  done
  rmdir "$share/mime/application" 2>/dev/null || true
fi
[ -n "$(ls "$share/applications" 2>/dev/null | grep -v '^mimeinfo.cache$')" ] || rm -f "$share/applications/mimeinfo.cache"
tidy
rmdir "$HOME/.local/bin" "$HOME/.local/lib" 2>/dev/null || true
echo "Removed. Your notebook is still in $share/$name."
