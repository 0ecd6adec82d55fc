#!/bin/sh
. /etc/default/rcS
[ "$EDITMOTD" = no ] || uname -a > /etc/motd
