import { safe } from "../../../lint/report.ts";
import type { HeaderWord } from "../../header/lines.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { chkconfigNumbers } from "./chkconfig-lines.ts";
import {
  type AddedNumbers,
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
  families: ["redhat"],
  needsTree: true,
  sources: ["observed: chkconfig 1.3.49.5"],
  docs: {
    what: "The numbers of the `chkconfig:` line contradict the dependencies of the LSB header.",
    why: "chkconfig moves the start number behind that of each required service, and the stop number before it, so the links do not have the numbers that the line says.",
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
    const own = view.services.find(({ name }) => name === script.name);
    if (own === undefined) return [];
    const added = addAnew(view, script.name);
    return [
      ...judge(numbers.start, added.start, blamed(view, own.startsAfter, added, "S"), "starts"),
      ...judge(numbers.stop, added.stop, blamed(view, own.stopsBefore, added, "K"), "stops"),
    ];
  },
};

interface Blamed {
  readonly name: string;
  readonly number: number;
}

/** The needed service whose number is next to the one that came out. */
function blamed(
  view: ChkconfigView,
  names: readonly string[],
  { folders, start, stop }: AddedNumbers,
  letter: "S" | "K",
): Blamed | undefined {
  const wanted = letter === "S" ? (start ?? 0) - 1 : (stop ?? 0) + 1;
  for (const { name } of names.flatMap((each) => chkconfigProviders(view, each))) {
    const number = numberOf(folders, name, letter);
    if (number === wanted) return { name, number };
  }
  return undefined;
}

function judge(
  word: HeaderWord,
  result: number | undefined,
  other: Blamed | undefined,
  verb: "starts" | "stops",
): readonly ScriptReport[] {
  if (result === undefined || result === Number(word.text)) return [];
  const because =
    other === undefined
      ? "because of what it requires"
      : `since \`${other.name}\` ${verb} at ${other.number}`;
  const text = String(result).padStart(2, "0");
  return [
    {
      range: word,
      message: `chkconfig makes ${text} of ${word.text}, ${because}`,
      fixes: [safe(`Write \`${text}\``, word, text)],
    },
  ];
}
