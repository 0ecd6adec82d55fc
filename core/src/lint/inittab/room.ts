// The room of the rules about inittabs, and how their pages speak.

import { dialects, dialectTitle } from "../../inittab/dialect.ts";
import { type MachineSpec, machineTitle } from "../../inittab/machine-profile.ts";
import { defaultSysvinitVersion } from "../../inittab/versions.ts";
import { listOf, type Message } from "../../text/message.ts";
import { escaped, type RoomWords, withEndOfFile } from "../page.ts";
import { type RuleRoom, ruleRoom } from "../room.ts";
import type { InittabExample, InittabRule } from "./contract.ts";
import { message } from "./message.ts";
import { inittabRules } from "./registry.ts";

const words: RoomWords<InittabRule, InittabExample> = {
  groups: {
    error: message("inittab-rules.error"),
    suspicious: message("inittab-rules.suspicious"),
    portability: message("inittab-rules.portability"),
  },
  codes: [
    message("inittab-rules.code-1xx"),
    message("inittab-rules.code-2xx"),
    message("inittab-rules.code-3xx"),
    message("inittab-rules.code-4xx"),
    message("inittab-rules.code-6xx"),
    message("inittab-rules.code-91x"),
  ],
  appliesTo: ({ dialects: given }) =>
    given.length === dialects.length
      ? message("inittab-rules.every-dialect")
      : listOf(given.map(dialectTitle), "comma"),
  remarks: ({ wholeFile }) => (wholeFile === true ? [message("inittab-rules.whole-files")] : []),
  around: (example, { text }) => ({
    above: assumed(example).map(text),
    below:
      example.stacked === undefined
        ? []
        : [
            text(message("inittab-rules.stacked")),
            Object.entries(example.stacked)
              .map(([level, into]) =>
                text(
                  message("inittab-rules.stacked-level", { level, count: into.length, into: into.join(" ") }),
                ),
              )
              .join("\n"),
          ],
  }),
  shown: (text, example, localizer) =>
    example.escaped === true ? escaped(text) : withEndOfFile(text, localizer),
  unit: message("inittab-rules.unit"),
  language: "inittab",
};

function assumed(example: InittabExample): readonly Message[] {
  const { machine } = example;
  return [...assumedInit(example), ...(machine === undefined ? [] : [assumedMachine(machine)])];
}

function assumedMachine(spec: MachineSpec): Message {
  const { console } = spec;
  const machine = machineTitle(spec);
  return console === undefined
    ? message("inittab-rules.example-on", { machine })
    : message("inittab-rules.example-on-console", { machine, console });
}

function assumedInit({ dialect, version }: InittabExample): readonly Message[] {
  if (dialect !== undefined) return [message("inittab-rules.example-for", { init: dialectTitle(dialect) })];
  return version !== undefined && version !== defaultSysvinitVersion
    ? [message("inittab-rules.example-for", { init: `sysvinit ${version}` })]
    : [];
}

/** The room of the rules about inittabs. */
export const inittabRoom: RuleRoom = ruleRoom(inittabRules, words);
