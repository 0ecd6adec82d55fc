import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionWait: Topic = {
  id: "action.wait",
  kind: "action",
  title: "Action wait",
  words: ["wait"],
  summary:
    "Starts the process once when one of its runlevels is entered, and waits for it to end before going on.",
  body: [
    "This is how the rc scripts of a runlevel are run: no entry after this one starts before they have finished.",
    "Only the list waits, not init: entries after this one are neither started nor respawned, while entries before it keep running and are respawned as usual.",
    "In the meantime, init still handles requests and signals; a change to a runlevel that the entry does not name kills the process in the middle of its work.",
    "A process that never ends therefore keeps every entry after it from starting.",
    "",
    "An entry for `23` is not run again on a change from runlevel 2 to 3, but it is on a change from 2 to 4 and back to 2.",
    "The manual page says that it runs when the runlevel is entered; that holds only if the previous runlevel is not in the field.",
    "",
    "```inittab",
    "l2:2:wait:/etc/init.d/rc 2",
    "```",
  ],
  sources: [
    'inittab(5), "wait"',
    "observed: sysvinit 3.06 (boot-respawn-before-wait, level-change-during-wait, level-once-shared, level-single-shared-once)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.once", "action.bootwait", "phases"],
};
