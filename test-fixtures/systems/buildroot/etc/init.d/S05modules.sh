#!/bin/sh
# Read by rcS itself, so that it needs no executable bit.
case "$1" in
	start)
		modprobe -q loop
		;;
esac
