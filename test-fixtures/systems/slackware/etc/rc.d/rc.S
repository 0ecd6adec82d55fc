#!/bin/sh
# Boot: disks and clock.

/sbin/swapon -a
/sbin/fsck -A -p
/sbin/mount -a -v -t nonfs
