import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionBoot: Topic = {
  id: "action.boot",
  kind: "action",
  title: "Action boot",
  words: ["boot"],
  summary: "Starts the process once at boot, after the sysinit entries, and does not wait for it.",
  body: [
    "The boot and bootwait entries run in the order of the file, before the first runlevel is entered; a bootwait entry holds up the boot entries after it.",
    "No runlevel change ends the process, not even single-user mode, and no change ever waits for it.",
    "Only after its line has been removed from the file, or its action changed, does `telinit q` kill it.",
    "After a boot into single-user mode the boot entries run when that mode ends by itself; if a request such as `telinit 2` ends it, they are skipped until the next boot.",
    "An entry that is added later does nothing before the next boot.",
    "",
    "The runlevels field is ignored; still, if it is longer than eleven bytes, init drops the entry, which the manual page does not mention.",
  ],
  sources: [
    'inittab(5), "boot"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-boot-process-goes-on, boot-arg-single, reread-new-entries, rlevel-ignored-actions)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.bootwait", "action.sysinit", "phases"],
};
