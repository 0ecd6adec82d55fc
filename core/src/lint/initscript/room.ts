// The room of the rules about init scripts, and how their pages speak.

import { scriptFamilies, scriptFamilyFacts } from "../../initscript/family.ts";
import { codeBlock, escaped, type RoomWords, withEndOfFile } from "../page.ts";
import { type RuleRoom, ruleRoom } from "../room.ts";
import type { ExampleFile, ScriptExample, ScriptRule } from "./contract.ts";
import { scriptRules } from "./registry.ts";

const language = "sh";

const words: RoomWords<ScriptRule, ScriptExample> = {
  groups: {
    error: "it will not work, or the tools refuse it",
    suspicious: "it works, but hardly as meant",
    portability: "differs between systems or tools",
  },
  codes: ["7xx the headers of init scripts", "8xx the rest of init scripts"],
  appliesTo: ({ families: given }) => {
    if (given.length === scriptFamilies.length) return "init scripts of both families";
    return given.map((family) => `init scripts of the ${scriptFamilyFacts[family].title} family`).join(", ");
  },
  remarks: ({ needs = [] }) =>
    needs.includes("tree")
      ? ["The rule needs the rest of the system, its init.d and rc folders, and says nothing without."]
      : [],
  around: ({ name, mode, files = [] }) => {
    const called = name === undefined ? [] : [`called \`${name}\``];
    const permitted = mode === undefined ? [] : [`with the permissions ${mode.toString(8).padStart(4, "0")}`];
    const given = [...called, ...permitted].join(", ");
    return {
      above: given === "" ? [] : [`A script ${given}:`],
      below: files.length === 0 ? [] : ["Beside it:", ...files.map(besideIt)],
    };
  },
  shown,
  unit: "line",
  language,
};

function shown(text: string): string {
  return withEndOfFile(escaped(text));
}

function besideIt({ path, text = "", target }: ExampleFile): string {
  if (target !== undefined) return `- \`${path}\`, a link to \`${target}\``;
  return text === "" ? `- \`${path}\`` : `- \`${path}\`:\n\n${indented(codeBlock(shown(text), language))}`;
}

function indented(block: string): string {
  return block.replace(/^(?=.)/gm, "  ");
}

/** The room of the rules about init scripts. */
export const scriptRoom: RuleRoom = ruleRoom(scriptRules, words);
