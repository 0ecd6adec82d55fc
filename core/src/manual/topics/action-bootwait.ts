import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionBootwait: Topic = {
  id: "action.bootwait",
  kind: "action",
  title: "Action bootwait",
  words: ["bootwait"],
  summary: "Runs the process once at boot, after the sysinit entries, and waits for its end.",
  body: [
    "The first runlevel is not entered before every bootwait process has ended.",
    "The boot and bootwait entries run in the order of the file, each bootwait entry holding up what stands behind it.",
    "On a boot into single-user mode they run when that mode ends by itself; left by a request such as `telinit 2`, they are skipped until the next boot.",
    "A request for a runlevel in the middle of this phase breaks it off: the running process is killed, and what has not run yet is left out.",
    "An entry that is added to the file during the phase still runs; one that is added later does nothing before the next boot.",
    "",
    "What the runlevels field says is ignored; still, more than eleven bytes in it lose the whole entry.",
  ],
  sources: [
    'inittab(5), "bootwait"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-arg-single, level-change-during-bootwait, reread-new-bootwait-during-boot, rlevel-ignored-actions)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.boot", "action.sysinit", "phases"],
};
