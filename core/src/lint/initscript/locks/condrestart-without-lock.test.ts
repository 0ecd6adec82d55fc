import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("condrestart-without-lock", () => {
  const more = (body: string): string => redHat({ more: `  condrestart) ${body} ;;\n` });
  check({
    "in any case": [more("$0 stop; $0 start"), ["information condrestart-without-lock"]],
    "when the lock is there": [more(`[ -e ${lock} ] && $0 restart || :`), []],
    "when the lock of a variable is there": [more("[ -f $LOCK ] && $0 restart"), []],
    "when it runs": [more("pidof svcd && $0 restart"), []],
    "when the status says so": [more("$0 status > /dev/null && $0 restart"), []],
    "when the pid file is there": [more("[ -s /var/run/svcd.pid ] && $0 restart"), []],
    "not followed": [more('eval "$RESTART"'), []],
    "does nothing": [more(":"), []],
  });
});
