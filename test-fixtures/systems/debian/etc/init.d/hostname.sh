#!/bin/sh
### BEGIN INIT INFO
# Provides:          hostname
# Required-Start:
# Required-Stop:
# Default-Start:     S
# Default-Stop:
# Short-Description: Give the machine its name
### END INIT INFO

. /lib/lsb/init-functions

case "$1" in
	start|restart|force-reload)
		log_daemon_msg "Setting the name of the machine" hostname
		hostname -F /etc/hostname
		log_end_msg $?
		;;
	stop)
		# A name needs no taking away.
		;;
	status)
		hostname
		;;
	*)
		echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2
		exit 3
		;;
esac
