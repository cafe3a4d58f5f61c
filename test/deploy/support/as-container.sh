#!/bin/sh
# Runs a program as an engine would run it in a container: a root of its own that is read-only, with
# /tmp and /dev in memory and its volume to write to; another user, without a way to more rights.
# In namespaces of its own, which "unshare --mount --pid --fork" makes:
#   as-container.sh <root> <volume> <user> <working folder> <command> <argument>...
set -e
root=$1 volume=$2 user=$3 folder=$4
shift 4

mount --bind "$root" "$root"
mount --bind "$root$volume" "$root$volume"
mount -t proc proc "$root/proc"
mount -t tmpfs -o size=256m,mode=1777 tmp "$root/tmp"
mount -t tmpfs -o mode=755 dev "$root/dev"
for name in null zero full random urandom tty; do
  : >"$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
mkdir "$root/dev/shm"
mount -t tmpfs -o size=64m,mode=1777 shm "$root/dev/shm"
mount -o remount,bind,ro "$root"

# No chroot: whoever is in one has no namespaces, and so no sandbox.
cd "$root"
pivot_root . .
umount -l .
cd "$folder"
exec setpriv --reuid "$user" --regid "$user" --init-groups --inh-caps=-all --bounding-set=-all --no-new-privs "$@"
