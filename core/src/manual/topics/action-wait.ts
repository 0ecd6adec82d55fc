import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionWait: Topic = {
  id: "action.wait",
  kind: "action",
  title: "Action wait",
  words: ["wait"],
  summary:
    "Starts the process once when one of its runlevels is entered, and waits for its end before going on.",
  body: [
    "This is how the rc scripts of a level are run: nothing behind the entry starts before they are through.",
    "What waits is the list, not init: entries behind the process are neither started nor respawned, while entries in front of it live on and are respawned as usual.",
    "Requests and signals are still heard meanwhile; a change to a level that the entry does not name kills the process in the middle of its work.",
    "A process that never ends therefore keeps everything behind it from starting.",
    "",
    "The start counts for the whole stay: from level 2 to level 3 an entry for `23` is not run again, from 2 to 4 and back to 2 it is.",
    "The manual page says that it runs when the level is entered; that is the whole truth only if the level before is not in the field.",
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
