# A bare Debian in a folder, for the scripts beside this one; sourced, with `set -euo pipefail` and $here (the checkout) set.
#
#   own_mounts "$@"    starts the script once more with mounts of its own, which are gone when it ends
#   make_root          $root is a minimal Debian ($suite) in the folder $work; SUITE=trixie takes that one instead of ours
#   install PACKAGE... installs into it, and no more than what is named and needed
#   step WORDS         says what comes next, and when
#
# BASE=FILE keeps the minimal Debian there for the next script, or takes it from there; of two at once, one makes it.

own_mounts() {
  if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    echo "$(basename "$0") needs to be root, and debootstrap." >&2
    exit 3
  fi
  [ -n "${OWN_MOUNTS:-}" ] || exec env OWN_MOUNTS=1 unshare --mount -- "$0" "$@"
}

step() { printf '\n-- %s, %ss: %s\n' "$(basename "$0" .sh)" "$SECONDS" "$*"; }

# The mirror that this computer uses, whatever it is; nothing of that is kept anywhere.
sources() { # mirror and release of every source; apt knows them once it has been updated
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk '/\/debian\/? / && $3 == "main" && $2 !~ /-/ {print $1, $2; exit}'
}

make_root() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")
  root=$work/root
  trap 'end_root' EXIT
  mkdir "$root"
  if [ "$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo)" -ge 8 ]; then
    mount -t tmpfs -o size=4G,mode=755 tmpfs "$root" # GiB; a root in memory is made in half the time
  fi
  local mirror
  [ -n "$(sources)" ] || apt-get -qq update
  read -r mirror suite <<<"$(sources)"
  suite=${SUITE:-$suite}
  if [ -n "${BASE:-}" ]; then
    exec 9>"$BASE.lock"
    flock 9
  fi
  if [ -s "${BASE:-}" ]; then
    tar -C "$root" -xf "$BASE"
  else
    bootstrap "$mirror"
    [ -z "${BASE:-}" ] || tar -C "$root" -cf "$BASE" .
  fi
  exec 9>&-
  apt-config dump | grep -E '^Acquire::(Check-|https?::)' >"$root/etc/apt/apt.conf.d/90-as-outside" || true
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/90-not-kept"
  cp --dereference --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"
  [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  local folder
  for folder in proc sys dev; do mount --rbind "/$folder" "$root/$folder" && mount --make-rslave "$root/$folder"; done
}

bootstrap() { # MIRROR
  local attempt
  for attempt in 1 2; do # a mirror may be slow once
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$1" >"$work/log" 2>&1 && return
    tail -5 "$work/log"
    find "$root" -xdev -mindepth 1 -delete
  done
  return 1
}

end_root() {
  umount -R "$root" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}

as_root() { # a command line of the new Debian's root
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive bash -ec "$1"
}

install() {
  local attempt line="apt-get install --yes --no-install-recommends $*"
  for attempt in 1 2; do
    as_root "apt-get update -qq -o Acquire::Retries=3; $line -qq -o Acquire::Retries=3 >/dev/null" && return
  done
  return 1
}
