import { facilityFacts } from "../../../initscript/facts/facilities.ts";
import { insservWords } from "../../../initscript/header/insserv.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import { scriptObstacle } from "../../../initscript/insserv/scan-scripts.ts";
import type { Message } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { askedNames } from "./dependency-words.ts";
import { withoutWord, withWords } from "./edits.ts";
import { exampleScript } from "./example.ts";
import { type InsservView, insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

const facilityMembers = new Set(
  facilityFacts.flatMap(({ members }) => members.map((member) => member.replace("+", ""))),
);

const system = { path: "etc/inittab", text: "id:2:initdefault:\n" };

export const lsbMissingService: ScriptRule = {
  id: "lsb-missing-service",
  code: "IT759",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: insserv 1.24.0 (lint-048)"],
  docs: {
    what: "Required-Start names a service that no script in the folder provides.",
    why: "insserv refuses to enable the script: `FATAL: service db has to be enabled to use service svc`.\nIf the script is already enabled, insserv refuses every call, for any script.\nIf the folder is not that of a whole system, this is only a note: the service has to exist where the script is installed.",
    instead:
      "Correct the name, or install what provides it.\nMove what the script can do without to Should-Start.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs db" }),
        files: [system],
        fixed: exampleScript({}).replace("# Required-Stop", "# Should-Start: db\n# Required-Stop"),
      },
      {
        text: exampleScript({ "Required-Start": "db" }),
        fixed: exampleScript({ "Required-Start": "" }).replace("Start:\n", "Start:\n# Should-Start: db\n"),
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs db" }),
        files: [system, { path: "etc/init.d/database", text: exampleScript({ Provides: "db database" }) }],
      },
      { text: exampleScript({ "Should-Start": "db" }), files: [system] },
    ],
  },
  check: (script) => {
    const value = script.insserv().values["Required-Start"];
    if (value === undefined || !isReadByInsserv(script)) return [];
    const view = script.tree === undefined ? undefined : insservView(script.tree);
    return insservWords(value).flatMap((word) => {
      const missing = missingName(script, view, word);
      // In a folder that is not whole, scripts that stand for a facility are better asked for by its name.
      const common = view?.complete !== true && facilityMembers.has(word.text);
      return missing === undefined || common ? [] : judge(script, view, word, missing);
    });
  },
};

/** What a word of Required-Start or Required-Stop asks for and no script provides. */
export function missingName(
  script: ScriptContext,
  view: InsservView | undefined,
  word: HeaderWord,
): string | undefined {
  const provides = script.insserv().values.Provides;
  const own = [
    script.name,
    ...(provides === undefined ? [] : insservWords(provides)).map(({ text }) => text),
  ];
  // The backslash of a continued line is a rule of its own.
  if (word.text === "\\" || view?.configuration.fatal === true) return undefined;
  return askedNames(word.text, view).find(
    ({ name, optional }) =>
      name !== "" && !optional && !own.includes(name) && view?.providers.has(name) !== true,
  )?.name;
}

function judge(
  script: ScriptContext,
  view: InsservView | undefined,
  word: HeaderWord,
  name: string,
): readonly ScriptReport[] {
  const enabled = view?.enabled.has(script.name) === true;
  const soften = withWords(script, "Should-Start", [name], "Required-Start");
  return [
    {
      range: word,
      severity: view?.complete === true ? "error" : "information",
      message: message("lsb-missing-service", {
        name,
        through: word.text === name ? "" : message("lsb-missing-service.through", { word: word.text }),
        consequence:
          view === undefined
            ? message("lsb-missing-service.alone")
            : message("lsb-missing-service.refused", { reason: reason(view, name), enabled }),
      }),
      fixes:
        soften === undefined || word.text !== name
          ? []
          : [
              {
                ...suggestion(message("lsb-missing-service.fix"), word, ""),
                edits: [withoutWord(script.text, word), soften],
              },
            ],
    },
  ];
}

function reason(view: InsservView, name: string): Message {
  const file = view.system.scripts.find((each) => each.name === name);
  switch (file && scriptObstacle(file)) {
    case "not-executable":
      return message("lsb-missing-service.not-executable");
    case "link-to-script":
      return message("lsb-missing-service.link");
    case "name-not-valid":
    case "hidden":
      return message("lsb-missing-service.passed-over");
    case undefined:
      return message(file === undefined ? "lsb-missing-service.nobody" : "lsb-missing-service.other-names");
  }
}
