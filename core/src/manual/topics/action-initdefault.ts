import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionInitdefault: Topic = {
  id: "action.initdefault",
  kind: "action",
  title: "Action initdefault",
  words: ["initdefault"],
  summary: "Names the runlevel that init enters after boot.",
  body: [
    "Of several characters, the one with the highest code wins: `25` means 5, and a letter beats every digit, so `S5` means single-user mode.",
    "An empty field stands for `0123456789` and therefore means 9.",
    "A lower-case `s` counts as `S` here.",
    "If the winner is not a runlevel (0 to 9 or S), or if there is no initdefault entry at all, init asks for a runlevel on the console and does nothing else until it gets one.",
    "Of several initdefault entries, the first one counts.",
    "A runlevel among the boot arguments takes precedence.",
    "",
    "The process is ignored, but the colon before it is required: `id:2:initdefault` is dropped.",
    "",
    "```inittab",
    "id:2:initdefault:",
    "```",
  ],
  sources: [
    'inittab(5), "initdefault"',
    "observed: sysvinit 3.06 (boot-initdefault-highest, boot-initdefault-letter-beats-digit, boot-initdefault-empty, boot-initdefault-first, boot-initdefault-lower-s, boot-initdefault-invalid, boot-prompt, boot-arg-level, initdefault-no-process-colon)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["default-runlevel", "boot.level"],
};
