#!/bin/sh
### BEGIN INIT INFO
# Provides:          hostname.sh
# Required-Start:    
# Required-Stop:
# Should-Start:      
# Default-Start:     S
# Default-Stop:
# Short-Description: Give the machine its name
### END INIT INFO

case "$1" in
	start) hostname "$(cat /etc/hostname)" ;;
	stop|restart|force-reload|status) ;;
	*) echo "Usage: $0 start" >&2; exit 2 ;;
esac
