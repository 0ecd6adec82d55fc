import { hasLinksOnlyBy } from "../../../initscript/families/guess.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import { splitWords } from "../../../initscript/header/lines.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { exampleScript } from "./example.ts";

export const lsbLevelsJoined: ScriptRule = {
  id: "lsb-levels-joined",
  code: "IT754",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: [
    "Linux Standard Base 5.0, Comment Conventions for Init Scripts",
    "observed: insserv 1.24.0, lintian 2.116, chkconfig 1.3.49.5",
  ],
  docs: {
    what: "Runlevels are written as one word.",
    why: "A list of runlevels consists of words, one for each runlevel.\ninsserv ignores a word of several characters, so `2345` is not a runlevel and the script gets no links.\nchkconfig reads the word as one number.\nOnly insserv understands `0,1,6`: chkconfig stops at the comma, and lintian calls it a bad runlevel.",
    instead: "Separate the runlevels with spaces.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "2345" }),
        fixed: exampleScript({ "Default-Start": "2 3 4 5" }),
      },
      {
        text: exampleScript({ "Default-Stop": "0,1,6" }),
        fixed: exampleScript({ "Default-Stop": "0 1 6" }),
      },
      {
        text: exampleScript({ "Default-Start": "2-5" }),
        fixed: exampleScript({ "Default-Start": "2 3 4 5" }),
      },
    ],
    right: [{ text: exampleScript({ "Default-Start": "2 3 4 5" }) }],
  },
  check: (script) =>
    (script.sections()[0]?.fields ?? [])
      .filter(({ fact }) => fact?.value === "runlevels")
      .slice(0, 100)
      .flatMap(({ fact, value }) =>
        // insserv reads no more of a line than this.
        splitWords(value.text.slice(0, 2047), value.start, /\s/).flatMap((word) =>
          judge(script, word, fact?.keyword ?? ""),
        ),
      ),
};

function judge({ family }: ScriptContext, word: HeaderWord, keyword: string): readonly ScriptReport[] {
  const levels = joinedLevels(word.text);
  if (levels === undefined) return [];
  const chkconfigAlone = hasLinksOnlyBy(family, "chkconfig");
  const commas = /[,;]/.test(word.text);
  const shown = quoted(word.text);
  return [
    {
      range: word,
      severity: commas && !chkconfigAlone ? "warning" : "error",
      message: commas
        ? message("lsb-levels-joined.separated", { includes: word.text.includes(","), shown })
        : chkconfigAlone
          ? message("lsb-levels-joined.chkconfig", { levels: levels.join(" "), shown })
          : message("lsb-levels-joined", { shown, keyword, levels: levels.join(" ") }),
      fixes: [suggestion(message("fix.write", { text: levels.join(" ") }), word, levels.join(" "))],
    },
  ];
}

/** The levels that a word of a runlevel list is meant to name; undefined for a single level and for what is no list of them. */
export function joinedLevels(word: string): readonly string[] | undefined {
  const [, from, to] = /^([0-6])-([0-6])$/.exec(word) ?? [];
  if (from !== undefined && to !== undefined)
    return from < to
      ? Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index))
      : undefined;
  if (/^[0-6sS]{2,}$/.test(word)) return [...new Set(word)];
  if (/^[0-6sS]?([,;][0-6sS]?)+$/.test(word) && /[0-6sS]/.test(word))
    return [...new Set(word.replace(/[,;]/g, ""))];
  return undefined;
}
