import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import type { Direction } from "../../../initscript/insserv/graph.ts";
import type { LevelSet } from "../../../initscript/levels.ts";
import { listOf } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependencyRange, wordFor } from "./dependency-words.ts";
import { withoutWord } from "./edits.ts";
import { exampleScript } from "./example.ts";
import { type InsservView, insservView } from "./insserv-view.ts";
import { isReadByInsserv } from "./values.ts";

export const lsbLoop: ScriptRule = {
  id: "lsb-loop",
  code: "IT758",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0"],
  docs: {
    what: "Scripts wait for each other in a circle.",
    why: "Each of them should start after the next one, so no order is possible.\ninsserv says `There is a loop` and changes nothing, whichever script it was called for.\nShould-Start does not help: it orders scripts as Required-Start does.",
    instead: "Remove one of the dependencies.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs db" }),
        files: [
          { path: "etc/init.d/db", text: exampleScript({ Provides: "db", "Required-Start": "cache" }) },
          { path: "etc/init.d/cache", text: exampleScript({ Provides: "cache", "Should-Start": "svc" }) },
        ],
        fixed: exampleScript({ "Required-Start": "$remote_fs" }),
      },
    ],
    right: [
      {
        text: exampleScript({ "Required-Start": "$remote_fs db" }),
        files: [
          { path: "etc/init.d/db", text: exampleScript({ Provides: "db", "Required-Start": "cache" }) },
          { path: "etc/init.d/cache", text: exampleScript({ Provides: "cache" }) },
        ],
      },
    ],
  },
  check: (script) => {
    const { tree } = script;
    if (tree === undefined || !isReadByInsserv(script)) return [];
    const view = insservView(tree);
    if (view.loops.length === 0) return [];
    return [...judge(script, view, "start"), ...judge(script, view, "stop")];
  },
};

const keywords = {
  start: ["Required-Start", "Should-Start"],
  stop: ["X-Stop-After"],
} as const satisfies Record<Direction, readonly LsbKeyword[]>;

/** The keywords by which a script says that another one is to wait for it. */
const makeOthersWait = {
  start: ["X-Start-Before"],
  stop: ["Required-Stop", "Should-Stop"],
} as const satisfies Record<Direction, readonly LsbKeyword[]>;

function judge(script: ScriptContext, view: InsservView, direction: Direction): readonly ScriptReport[] {
  if (!view.loops.some((message) => "direction" in message && message.direction === direction)) return [];
  const circle =
    circleThrough(view, script.name, direction, true) ?? circleThrough(view, script.name, direction, false);
  if (circle === undefined) return [];
  // A circle through a script that waits for all others is told as that.
  if (view.messages.some((message) => message.kind === "depends-on-all" && circle.includes(message.on)))
    return [];
  const before = circle[1] ?? script.name;
  const behind = circle.at(-1) ?? script.name;
  const found =
    wordFor(script, view, before, keywords[direction]) ??
    wordFor(script, view, behind, makeOthersWait[direction]);
  const steps = circle.map((name, at) =>
    message("lsb-loop.step", { name, direction, next: circle[at + 1] ?? script.name }),
  );
  const ends = view.loops.some(({ kind }) => kind === "loop-involving");
  const word = found?.word;
  return [
    {
      range: word ?? dependencyRange(script, view, before, keywords[direction]),
      severity: ends ? "error" : "warning",
      message: message("lsb-loop", { steps: listOf(steps, "comma"), ends }),
      fixes:
        found === undefined || word === undefined || word.text.startsWith("$")
          ? []
          : [
              {
                ...suggestion(message("lsb-loop.fix", { word: word.text, keyword: found.keyword }), word, ""),
                edits: [withoutWord(script.text, word)],
              },
            ],
    },
  ];
}

/** The shortest circle through a script, perhaps of such as share a level with it: each waits for the next, the last for the first. */
function circleThrough(
  view: InsservView,
  name: string,
  direction: Direction,
  sharing: boolean,
): readonly string[] | undefined {
  const levelsOf = (script: string): LevelSet => view.levels[direction].get(script) ?? 0;
  const own = levelsOf(name);
  const cameFrom = new Map<string, string>();
  const queue = [name];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { earlier } of view.waits[direction].get(at) ?? []) {
      if (earlier === name) {
        const path = [at];
        for (let step = cameFrom.get(at); step !== undefined; step = cameFrom.get(step)) path.unshift(step);
        return path.length > 1 ? path : undefined;
      }
      if (cameFrom.has(earlier) || (sharing && (levelsOf(earlier) & own) === 0)) continue;
      cameFrom.set(earlier, at);
      queue.push(earlier);
    }
  }
  return undefined;
}
