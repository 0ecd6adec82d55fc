// The room of the rules about inittabs, and how their pages speak.

import { dialectFacts, dialects } from "../../inittab/dialect.ts";
import { defaultSysvinitVersion } from "../../inittab/versions.ts";
import { escaped, type RoomWords, withEndOfFile } from "../page.ts";
import { type RuleRoom, ruleRoom } from "../room.ts";
import type { InittabExample, InittabRule } from "./contract.ts";
import { inittabRules } from "./registry.ts";

const words: RoomWords<InittabRule, InittabExample> = {
  groups: {
    error: "init will not do this",
    suspicious: "init does it, but it is hardly meant",
    portability: "differs between releases or programs",
  },
  codes: [
    "1xx init drops the line",
    "2xx it is hardly meant",
    "3xx lock-out and security",
    "4xx portability",
    "6xx BusyBox",
  ],
  appliesTo: ({ dialects: given }) =>
    given.length === dialects.length
      ? "every dialect"
      : given.map((dialect) => dialectFacts[dialect].title).join(", "),
  remarks: ({ wholeFile }) =>
    wholeFile === true ? ["The rule judges whole files and says nothing about a part of one."] : [],
  around: (example) => ({ above: assumed(example), below: [] }),
  shown: (text, example) => (example.escaped === true ? escaped(text) : withEndOfFile(text)),
  unit: "record",
  language: "inittab",
};

function assumed({ dialect, version }: InittabExample): readonly string[] {
  if (dialect !== undefined) return [`For ${dialectFacts[dialect].title}:`];
  return version !== undefined && version !== defaultSysvinitVersion ? [`For sysvinit ${version}:`] : [];
}

/** The room of the rules about inittabs. */
export const inittabRoom: RuleRoom = ruleRoom(inittabRules, words);
