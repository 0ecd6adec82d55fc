import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionOnce: Topic = {
  id: "action.once",
  kind: "action",
  title: "Action once",
  words: ["once"],
  summary: "Starts the process once when one of its runlevels is entered, and does not wait for it.",
  body: [
    "Once the process has ended, it is not started again until init has left the runlevel for one that the entry does not name and comes back.",
    "So an entry for `23` is not run a second time on a change from runlevel 2 to 3, although the manual page says that it runs when the runlevel is entered.",
    "A change to a runlevel that is not in the field kills the process if it is still running.",
    "Only the process that init started counts: a daemon that it leaves behind keeps running, and no runlevel change touches it.",
    "",
    "```inittab",
    "ut:2345:once:/usr/local/sbin/note-startup",
    "```",
  ],
  sources: [
    'inittab(5), "once"',
    "observed: sysvinit 3.06 (level-once-shared, level-single-shared-once, level-daemon-of-finished-once)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.wait", "action.boot", "term-and-kill"],
};
