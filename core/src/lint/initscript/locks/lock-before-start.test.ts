import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-before-start", () => {
  const start = (body: string): string => redHat({ start: body });
  check({
    before: [start(`touch ${lock}; daemon svcd`), ["warning lock-before-start"]],
    "in any case": [start(`daemon svcd; touch ${lock}`), ["warning lock-before-start"]],
    "behind &&": [start(`daemon svcd && touch ${lock}`), []],
    "behind a kept status": [start(`daemon svcd; RETVAL=$?; echo; [ $RETVAL -eq 0 ] && touch ${lock}`), []],
    "in an if": [start(`if daemon svcd; then touch ${lock}; fi`), []],
    "in a case": [start(`daemon svcd; case $? in 0) touch ${lock} ;; esac`), []],
    "behind an exit": [start(`daemon svcd || exit 1; touch ${lock}`), []],
    "behind an exit in an if": [start(`if ! daemon svcd; then echo; exit 1; fi; touch ${lock}`), []],
    "behind a function that leaves": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\ndie() {\n  echo $1\n  exit 1\n}\n",
        start: `daemon svcd || die failed; touch ${lock}`,
      }),
      [],
    ],
    "under set -e": [
      redHat({
        head: "# chkconfig: 345 80 20\nset -e\n. /etc/init.d/functions\n",
        start: `daemon svcd; touch ${lock}`,
      }),
      [],
    ],
    "both in one if, the lock in any case": [
      start(`if [ -x /usr/sbin/svcd ]; then daemon svcd; touch ${lock}; fi`),
      ["warning lock-before-start"],
    ],
    "in the two branches of an if": [
      start(`if [ -f /proc/svc ]; then touch ${lock}; else daemon svcd && touch ${lock}; fi`),
      [],
    ],
    "the function's status decides": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nup() {\n  daemon svcd\n}\n",
        start: `up && touch ${lock}`,
      }),
      [],
    ],
    "the function's status is not asked": [
      redHat({
        head: "# chkconfig: 345 80 20\n. /etc/init.d/functions\nup() {\n  daemon svcd\n}\n",
        start: `up; touch ${lock}`,
      }),
      ["warning lock-before-start"],
    ],
    "taken back when it failed": [start(`touch ${lock}; daemon svcd || rm -f ${lock}`), []],
    "a program in the background has no status yet": [start(`svcd & touch ${lock}`), []],
    "nothing is started": [start(`/sbin/svcctl load; touch ${lock}`), []],
  });
});
