// The room of the rules about init scripts, and how their pages speak.

import { familiesOf } from "../../initscript/families/families.ts";
import type { Localizer } from "../../text/localizer.ts";
import { listOf } from "../../text/message.ts";
import { filesBeside } from "../example-file.ts";
import { escaped, type RoomWords, withEndOfFile } from "../page.ts";
import { type RuleRoom, ruleRoom } from "../room.ts";
import type { ScriptExample, ScriptRule } from "./contract.ts";
import { message } from "./message.ts";
import { scriptRules } from "./registry.ts";

const language = "sh";

const words: RoomWords<ScriptRule, ScriptExample> = {
  groups: {
    error: message("script-rules.error"),
    suspicious: message("script-rules.suspicious"),
    portability: message("script-rules.portability"),
  },
  codes: [
    message("script-rules.code-7xx"),
    message("script-rules.code-8xx"),
    message("script-rules.code-93x"),
    message("script-rules.code-95x"),
    message("script-rules.code-96x"),
  ],
  appliesTo: ({ families: given }) => {
    const families = familiesOf(given);
    if (families === undefined) return message("script-rules.all-families");
    return listOf(
      families.map(({ title }) => message("script-rules.of-family", { family: title })),
      "comma",
    );
  },
  remarks: ({ needs = [] }) => (needs.includes("tree") ? [message("script-rules.tree")] : []),
  around: ({ name, mode, files = [] }, localizer) => {
    const { text } = localizer;
    const given = [
      ...(name === undefined ? [] : [message("script-rules.called", { name })]),
      ...(mode === undefined
        ? []
        : [message("script-rules.permissions", { mode: mode.toString(8).padStart(4, "0") })]),
    ];
    return {
      above:
        given.length === 0 ? [] : [text(message("script-rules.example", { given: listOf(given, "comma") }))],
      below: filesBeside(files, language, localizer),
    };
  },
  shown: (text, _example, localizer) => shown(text, localizer),
  unit: message("script-rules.unit"),
  language,
};

function shown(text: string, localizer: Localizer): string {
  return withEndOfFile(escaped(text), localizer);
}

/** The room of the rules about init scripts. */
export const scriptRoom: RuleRoom = ruleRoom(scriptRules, words);
