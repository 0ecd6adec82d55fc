import type { RcFolders } from "../../../initscript/chkconfig/system.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import { safe } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { chkconfigNumbers } from "./chkconfig-lines.ts";
import {
  addAnew,
  type ChkconfigView,
  chkconfigProviders,
  chkconfigView,
  numberOf,
} from "./chkconfig-view.ts";
import { exampleScript } from "./example.ts";

const above = (start: number, stop: number): string =>
  `# chkconfig: 2345 ${start} ${stop}\n# description: An example\n`;

export const chkconfigNumbersVsDeps: ScriptRule = {
  id: "chkconfig-numbers-vs-deps",
  code: "IT771",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  needs: ["tree"],
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "The numbers of the `chkconfig:` line contradict the dependencies of the LSB header.",
    why: "chkconfig moves the start number after that of each required service, and the stop number before it, so the links do not get the numbers of the line.",
    instead: "Write the numbers that chkconfig will use.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "db", "Required-Stop": "" }, above(20, 80)),
        files: [
          {
            path: "etc/init.d/db",
            text: exampleScript({ Provides: "db", "Required-Start": "" }, above(30, 70)),
          },
        ],
        fixed: exampleScript({ "Required-Start": "db", "Required-Stop": "" }, above(31, 80)),
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "db", "Required-Stop": "db" }, above(40, 60)),
        files: [
          {
            path: "etc/init.d/db",
            text: exampleScript({ Provides: "db", "Required-Start": "" }, above(30, 70)),
          },
        ],
      },
    ],
  },
  check: (script) => {
    const numbers = chkconfigNumbers(script);
    if (script.tree === undefined || numbers === undefined || !script.chkconfig().lsb) return [];
    const view = chkconfigView(script.tree);
    const own = view?.services.find(({ name }) => name === script.name);
    if (view === undefined || own === undefined) return [];
    const folders = addAnew(view, own);
    const judge = (word: HeaderWord, letter: "S" | "K", needed: readonly string[]): readonly ScriptReport[] =>
      judgeNumber(word, numberOf(folders, script.name, letter), letter, (number) =>
        blamed(view, needed, folders, letter, number),
      );
    return [...judge(numbers.start, "S", own.startsAfter), ...judge(numbers.stop, "K", own.stopsBefore)];
  },
};

interface Blamed {
  readonly name: string;
  readonly number: number;
}

/** The needed service that has this number. */
function blamed(
  view: ChkconfigView,
  names: readonly string[],
  folders: RcFolders,
  letter: "S" | "K",
  wanted: number,
): Blamed | undefined {
  for (const { name } of names.flatMap((each) => chkconfigProviders(view, each))) {
    const number = numberOf(folders, name, letter);
    if (number === wanted) return { name, number };
  }
  return undefined;
}

function judgeNumber(
  word: HeaderWord,
  result: number | undefined,
  letter: "S" | "K",
  findOther: (number: number) => Blamed | undefined,
): readonly ScriptReport[] {
  if (result === undefined || result === Number(word.text)) return [];
  const other = findOther(letter === "S" ? result - 1 : result + 1);
  const text = String(result).padStart(2, "0");
  return [
    {
      range: word,
      message:
        other === undefined
          ? message("chkconfig-numbers-vs-deps", { result: text, written: word.text })
          : message("chkconfig-numbers-vs-deps.because-of", {
              result: text,
              written: word.text,
              other: other.name,
              starts: letter === "S",
              number: other.number,
            }),
      fixes: [safe(message("fix.write", { text }), word, text)],
    },
  ];
}
