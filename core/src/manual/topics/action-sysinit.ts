import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionSysinit: Topic = {
  id: "action.sysinit",
  kind: "action",
  title: "Action sysinit",
  words: ["sysinit"],
  summary: "Runs the process at boot before anything else, and waits for it to end.",
  body: [
    "This is the place for mounting file systems and setting the clock, usually with a single script such as `/etc/init.d/rcS`.",
    "Several sysinit entries run one after the other, in the order of the file.",
    "They run on a boot into single-user mode too; only the `emergency` shell comes earlier.",
    "The process sees RUNLEVEL=S and PREVLEVEL=N.",
    "A request for a runlevel in the middle of this phase cuts the boot short: the running process is killed, and the rest is skipped.",
    "Once the phase is over, an added or changed sysinit entry does nothing before the next boot.",
    "",
    "The runlevels field is ignored; still, if it is longer than eleven bytes, init drops the entry.",
    "",
    "```inittab",
    "si::sysinit:/etc/init.d/rcS",
    "```",
  ],
  sources: [
    'inittab(5), "sysinit"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-environment, level-change-during-sysinit, reread-new-entries, sysinit-long-rlevel)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["phases", "action.bootwait", "boot.emergency"],
};
