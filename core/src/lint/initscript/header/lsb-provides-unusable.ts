import { insservWords } from "../../../initscript/header/insserv.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";
import { fieldOf, isReadByInsserv } from "./values.ts";

export const lsbProvidesUnusable: ScriptRule = {
  id: "lsb-provides-unusable",
  code: "IT780",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "Provides is empty, or contains a word that begins with `#`.",
    why: "insserv says that the header is incomplete and takes the name of the file instead, or it ignores the word.\nOther scripts that ask for the name do not find it.",
    instead:
      "Provide the name of the file and every other name that other scripts ask for; a header has no room for comments.",
    wrong: [
      { text: exampleScript({ Provides: "" }), fixed: exampleScript({}) },
      { text: exampleScript({ Provides: "svc #main" }), fixed: exampleScript({}) },
    ],
    right: [{ text: exampleScript({}) }],
  },
  check: (script) => {
    const { state, values } = script.insserv();
    const value = values.Provides;
    if (state !== "complete" || value === undefined || !isReadByInsserv(script)) return [];
    if (value.text === "") return judgeEmpty(script);
    return insservWords(value)
      .filter(({ text }) => text.startsWith("#"))
      .map((word) => judgeWord(script, word));
  },
};

function judgeEmpty(script: ScriptContext): readonly ScriptReport[] {
  const field = fieldOf(script, "Provides");
  if (field === undefined) return [];
  const { end } = field.value;
  const blank = /[ \t]/.test(script.text.charAt(end - 1)) ? "" : " ";
  return [
    {
      range: field.keyword,
      message: message("lsb-provides-unusable.empty"),
      fixes: script.hasName
        ? [
            suggestion(
              message("lsb-provides-unusable.fix", { script: script.name }),
              { start: end, end },
              `${blank}${script.name}`,
            ),
          ]
        : [],
    },
  ];
}

function judgeWord(script: ScriptContext, word: HeaderWord): ScriptReport {
  let { start } = word;
  while (/[ \t]/.test(script.text.charAt(start - 1))) start--;
  return {
    range: word,
    message: message("lsb-provides-unusable", { word: word.text }),
    fixes: [suggestion(message("fix.delete-the-word"), { start, end: word.end }, "")],
  };
}
