#!/bin/sh
### BEGIN INIT INFO
# Provides:          hwclock
# Required-Start:    $local_fs
# Required-Stop:     $local_fs
# Default-Start:     S
# Default-Stop:      0 6
# Short-Description: Set the clock, and remember at the end what it says
### END INIT INFO

. /lib/lsb/init-functions

case "$1" in
	start|restart|force-reload)
		log_daemon_msg "Setting the clock" hwclock
		hwclock --hctosys --utc
		log_end_msg $?
		;;
	stop)
		log_daemon_msg "Saving the time" hwclock
		hwclock --systohc --utc
		log_end_msg $?
		;;
	status)
		hwclock --show
		;;
	*)
		echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2
		exit 3
		;;
esac
