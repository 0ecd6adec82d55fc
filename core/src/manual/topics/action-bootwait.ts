import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionBootwait: Topic = {
  id: "action.bootwait",
  kind: "action",
  title: "Action bootwait",
  words: ["bootwait"],
  summary: "Runs the process once at boot, after the sysinit entries, and waits for it to end.",
  body: [
    "Init enters the first runlevel only after every bootwait process has ended.",
    "The boot and bootwait entries run in the order of the file, each bootwait entry holding up those after it.",
    "After a boot into single-user mode they run when that mode ends by itself; if a request such as `telinit 2` ends it, they are skipped until the next boot.",
    "A request for a runlevel in the middle of this phase cuts it short: the running process is killed, and what has not run yet is skipped.",
    "An entry that is added to the file during the phase still runs; one that is added later does nothing before the next boot.",
    "",
    "The runlevels field is ignored; still, if it is longer than eleven bytes, init drops the entry.",
  ],
  sources: [
    'inittab(5), "bootwait"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-arg-single, level-change-during-bootwait, reread-new-bootwait-during-boot, rlevel-ignored-actions)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.boot", "action.sysinit", "phases"],
};
