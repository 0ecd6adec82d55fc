import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionOnce: Topic = {
  id: "action.once",
  kind: "action",
  title: "Action once",
  words: ["once"],
  summary: "Starts the process once when one of its runlevels is entered, and does not wait for it.",
  body: [
    "When the process has ended it stays ended, until the level is left for one that the entry does not name and entered again.",
    "So from level 2 to level 3 an entry for `23` is not run a second time, although the manual page says that it runs when the level is entered.",
    "A change to a level that is not in the field kills the process if it is still running.",
    "Only the process that init started counts: a daemon that it leaves behind lives on, and no level change touches it.",
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
