#!/bin/sh
# Installs Follow-Up Desktop for the user who runs it, without root: sh install.sh
# The program goes to ~/.local/lib/followup-desktop, its command to ~/.local/bin, and the menu entry, the icons, the file
# types and the man page to ~/.local/share. A version that is there already is replaced; notebooks are not touched.
# To remove it again: sh ~/.local/lib/followup-desktop/uninstall.sh
set -eu

from=$(cd "$(dirname "$0")" && pwd)
name=followup-desktop
lib=$HOME/.local/lib
command=$HOME/.local/bin/$name
share=${XDG_DATA_HOME:-$HOME/.local/share}

[ "$(uname -s)-$(uname -m)" = "Linux-$(cat "$from/$name/machine")" ] || {
  echo "This archive is for Linux on $(cat "$from/$name/machine"); here is $(uname -s) on $(uname -m)." >&2
  exit 1
}

# All of the new version is on the disk before anything of the old one goes.
mkdir -p "$lib" "$(dirname "$command")" "$share"
rm -rf "$lib/$name.new"
cp -R "$from/$name" "$lib/$name.new"
cp "$from/uninstall.sh" "$lib/$name.new/uninstall.sh"
(cd "$from/share" && find . -type f | sed 's,^\./,,') >"$lib/$name.new/shared-files"
printf '%s\n' "$share" >"$lib/$name.new/shared-folder"
for running in /proc/[0-9]*/exe; do
  [ "$(readlink "$running" || true)" != "$lib/$name/$name" ] || {
    echo "Follow-Up Desktop is running. Close it (also in the tray) and start it again: until then it is the old version."
    break
  }
done 2>/dev/null
if [ -e "$lib/$name/uninstall.sh" ] && [ -e "$lib/$name/shared-files" ]; then sh "$lib/$name/uninstall.sh" --quietly; fi
rm -rf "${lib:?}/$name" # what an interrupted removal left: mv would put the new version inside it
mv "$lib/$name.new" "$lib/$name"
ln -sfn "$lib/$name/$name" "$command"
cp -R "$from/share/." "$share/"

# A menu may not look into ~/.local/bin: the entry names the command with its folder, quoted as entries want it.
exec_line=$(printf %s "$command" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')
entry=$share/applications/$name.desktop
EXEC="Exec=\"$exec_line\" %F" TRY="TryExec=$command" awk '
  /^Exec=/ { print ENVIRON["EXEC"]; next }
  /^TryExec=/ { print ENVIRON["TRY"]; next }
  { print }' "$entry" >"$entry.new"
mv "$entry.new" "$entry"
sh "$lib/$name/uninstall.sh" --tell-desktop "$share"

version=$("$command" --version) || {
  echo "It is installed and does not start here; the lines above say why." >&2
  exit 1
}
missing=$(find "$lib/$name/_internal" -name '*.so*' -type f -exec ldd {} + 2>/dev/null | awk '/not found/ {print $1}' | sort -u | tr '\n' ' ')
if [ -n "$missing" ]; then
  echo "Installed: $version. These libraries are missing on this computer: $missing"
  echo "On Debian and Ubuntu this line brings them:"
  echo "  sudo apt-get install $(cat "$lib/$name/debian-packages")"
else
  echo "Installed: $version. Look for “Follow-Up Desktop” in the menu, or start $command."
fi
