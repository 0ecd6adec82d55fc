import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionOff: Topic = {
  id: "action.off",
  kind: "action",
  title: "Action off",
  words: ["off"],
  summary: "Does nothing: the process is never started.",
  body: [
    "This is a way to switch an entry off without losing it.",
    "If a running entry is changed to `off`, the next `telinit q` kills its process.",
    "The entry stays in the list, so its id is taken, and an `S` among its runlevels keeps init from adding its own entry for single-user mode.",
  ],
  sources: ['inittab(5), "off"', "observed: sysvinit 3.06 (reread-action-to-off, sulogin-not-added)"],
  dialects: sysvinitDialect,
  seeAlso: ["implied-sulogin", "reading-again"],
};
