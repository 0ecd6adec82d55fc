import { allArms, check, script } from "../../../testing/body-check.ts";

check("action-unlisted", {
  "in order": [script({ ...allArms, "*": 'echo "Usage: $0 {start|stop|restart|status}" >&2; exit 2' }), []],
  "an alias is enough": [
    script({ ...allArms, "*": 'echo "Usage: $0 start|stop|force-reload|status" >&2; exit 2' }),
    [],
  ],
  "one is not listed": [script({ ...allArms, "*": 'echo "Usage: $0 (start|stop|restart)"; exit 2' }), [8]],
  "one is not there": [
    script({ ...allArms, "*": 'echo "Usage: $0 {start|stop|restart|status|reload}"; exit 2' }),
    [8],
  ],
  "in a function": [
    script({ ...allArms, "*": "usage" }, "usage() { echo 'Usage: {start|stop}'; exit 2; }"),
    [2],
  ],
  "with more than names": [
    script({ ...allArms, "*": 'echo "Usage: $0 {start|stop|reload FILE}"; exit 2' }),
    [],
  ],
  "no list": [script({ ...allArms, "*": 'echo "Usage: see the manual"; exit 2' }), []],
  "one that is refused": [
    script({ ...allArms, reload: "exit 3", "*": 'echo "Usage: $0 {start|stop|restart|status}"; exit 2' }),
    [],
  ],
  "one that is refused, and listed": [
    script({
      ...allArms,
      reload: "exit 3",
      "*": 'echo "Usage: $0 {start|stop|restart|status|reload}"; exit 2',
    }),
    [],
  ],
  "one of a pattern": [
    script({
      ...allArms,
      "con*": "svcctl",
      "*": 'echo "Usage: $0 {start|stop|restart|status|condrestart}"; exit 2',
    }),
    [],
  ],
  "in a here-document": [script({ ...allArms, "*": "cat <<E\nUsage: {start|stop}\nE\n" }), []],
  "what the default arm hands on may be more": [
    script({ ...allArms, "*": 'svcctl "$1" || echo "Usage: $0 {start|stop|other}"' }),
    [],
  ],
});
