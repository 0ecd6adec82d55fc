import { defaultLevelOf, isLevel } from "../../../inittab/runlevels.ts";
import { listOf } from "../../../text/message.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { levelsIn } from "../levels.ts";
import { message } from "../message.ts";

const goesDown = /^[06]$/;

export const initdefaultHighest: LineRule = {
  id: "initdefault-highest",
  code: "IT211",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "initdefault"',
    "observed: sysvinit 3.06 (boot-initdefault-highest, boot-initdefault-letter-beats-digit)",
  ],
  docs: {
    what: "The initdefault entry names several runlevels.",
    why: "Only one runlevel can be entered: init takes the character with the highest code, so `35` means 5 and `S5` means single-user mode.",
    instead: "Name the one runlevel that is meant.",
    wrong: [{ text: "id:35:initdefault:\n", fixed: "id:5:initdefault:\n" }],
    right: [{ text: "id:5:initdefault:\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["initdefault"],
  check: (context) => {
    if (context.action?.name !== "initdefault") return nothing;
    const field = context.field("runlevels");
    if (field.length < 2) return nothing;
    const wanted = levelsIn(field.replaceAll("s", "S"));
    const taken = defaultLevelOf(field);
    if (wanted.length < 2 || !isLevel(taken)) return nothing;
    const range = context.range("runlevels");
    const others = wanted.filter((level) => level !== taken);
    const which = listOf(
      others.map((level) => `\`${level}\``),
      "or",
    );
    const write = (level: string, make: typeof safe) =>
      make(message("fix.write", { text: level }), range, level);
    const instead = others.map((level) => write(level, suggestion));
    // Nobody means to go down at once. And an `S` here also keeps init from adding its own single-user record.
    const isMeant = !goesDown.test(taken);
    const asItIs = write(taken, isMeant && !/s/i.test(field) ? safe : suggestion);
    return [
      {
        range,
        message: message("initdefault-highest", { taken, which }),
        fixes: isMeant ? [asItIs, ...instead] : [...instead, asItIs],
      },
    ];
  },
};
