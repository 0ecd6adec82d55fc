// Scripts of Red Hat's family, made of a few words.

/** The parts of a script; without a word it is in order. */
export interface Arms {
  readonly head?: string;
  readonly start?: string;
  readonly stop?: string;
  readonly restart?: string;
  readonly status?: string;
  readonly more?: string;
}

/** The lock that rc looks for, the script being called `svc`. */
export const lock = "/var/lock/subsys/svc";

/** A script of the family with these arms; without a word it is in order. */
export function redHat(arms: Arms = {}): string {
  const {
    head = "# chkconfig: 345 80 20\n# description: serves\n. /etc/init.d/functions\n",
    start = `daemon svcd && touch ${lock}`,
    stop = `killproc svcd && rm -f ${lock}`,
    restart = "$0 stop; $0 start",
    status = "status -l svc svcd",
    more = "",
  } = arms;
  return `#!/bin/bash
${head}case "$1" in
  start) ${start} ;;
  stop) ${stop} ;;
  restart|force-reload) ${restart} ;;
  status) ${status} ;;
${more}  *) echo "Usage: $0 {start|stop|restart|status}"; exit 2 ;;
esac
`;
}
