import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionBoot: Topic = {
  id: "action.boot",
  kind: "action",
  title: "Action boot",
  words: ["boot"],
  summary: "Starts the process once at boot, after the sysinit entries, and does not wait for it.",
  body: [
    "The boot and bootwait entries run in the order of the file, before the first runlevel is entered; a bootwait entry holds up the boot entries behind it.",
    "No level change ends the process, not even single-user mode, and no change ever waits for it.",
    "Only taking the line out of the file, or changing its action, makes the next `telinit q` kill it.",
    "On a boot into single-user mode the boot entries run when that mode ends by itself; left by a request such as `telinit 2`, they are skipped until the next boot.",
    "An entry that is added later does nothing before the next boot.",
    "",
    "What the runlevels field says is ignored; still, more than eleven bytes in it lose the whole entry, which the manual page does not tell.",
  ],
  sources: [
    'inittab(5), "boot"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-boot-process-goes-on, boot-arg-single, reread-new-entries, rlevel-ignored-actions)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.bootwait", "action.sysinit", "phases"],
};
