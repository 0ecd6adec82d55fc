// What is to be said about the entries of a tree's rc folders. The rules tell it in the scripts that the links lead to,
// and `linkFindings` by entry.

import type { InitScript, InitTree, TreeRcEntry } from "../../../initscript/tree/model.ts";
import { listOf, type Message } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import { type RememberedWork, rememberedWork } from "../../../text/remembered-work.ts";
import { type Slices, spend } from "../../../text/slices.ts";
import type { ScriptContext, ScriptReport } from "../contract.ts";
import { fieldOf } from "../header/values.ts";
import { message } from "../message.ts";
import { type LinkProblem, type LinkRuleId, type LinkTree, placeEntries } from "./link-tree.ts";
import { backupRuns, nameCut, nameDiffers, neverStopped } from "./name-problems.ts";
import { askedTwice, behindHalt, bothLinks, noLink, startMeansStop } from "./order-problems.ts";

/** A problem, and the script for which it is reported. */
interface PlacedProblem extends LinkProblem {
  readonly script: InitScript | undefined;
}

/** Everything to be said about the entries of a tree, in the order of the folders. */
interface LinkProblems {
  readonly all: readonly PlacedProblem[];
  /** By the name of the script for which they are reported. */
  readonly byScript: ReadonlyMap<string, readonly PlacedProblem[]>;
}

/** Worked out once for each tree. */
export const linkProblems: RememberedWork<InitTree, LinkProblems> = rememberedWork(findProblems);

type Search = (links: LinkTree) => Slices<readonly LinkProblem[]>;

const searches: readonly Search[] = [
  nameDiffers,
  nameCut,
  backupRuns,
  askedTwice,
  neverStopped,
  bothLinks,
  behindHalt,
  startMeansStop,
  noLink,
];

function* findProblems(tree: InitTree): Slices<LinkProblems> {
  const all: PlacedProblem[] = [];
  const byScript = new Map<string, PlacedProblem[]>();
  const links = yield* placeEntries(tree);
  if (links === undefined) return { all, byScript };
  yield;
  const scripts = new Map(links.entries.map(({ entry, script }) => [entry, script]));
  const meter = { spent: 0 };
  for (const search of searches) {
    yield;
    for (const problem of yield* search(links)) {
      if (spend(meter, placingCost)) yield;
      // What is a file of its own still has the name of a script.
      const named =
        problem.rule === "rc-entry-no-link"
          ? tree.scripts.find(({ name }) => name === problem.entry.name.slice(3))
          : undefined;
      const script = scripts.get(problem.entry) ?? named;
      const placed = { ...problem, script };
      all.push(placed);
      if (script === undefined) continue;
      const others = byScript.get(script.name) ?? [];
      byScript.set(script.name, others);
      others.push(placed);
    }
  }
  return { all, byScript };
}

/** To put a problem beside the others takes about as long as looking at so many things in a list. */
const placingCost = 3;

/** What a rule about links says in a script: the same thing about several links once. */
export function reportLinks(script: ScriptContext, rule: LinkRuleId): readonly ScriptReport[] {
  if (script.tree === undefined) return [];
  const texts = new Map<string, LinkProblem[]>();
  for (const problem of linkProblems.now(script.tree).byScript.get(script.name) ?? []) {
    if (problem.rule !== rule) continue;
    const key = `${problem.entry.name.charAt(0)} ${JSON.stringify(problem.text)}`;
    texts.set(key, [...(texts.get(key) ?? []), problem]);
  }
  return [...texts.values()].flatMap((problems) => {
    const [first] = problems;
    if (first === undefined) return [];
    const { text, severity, entry } = first;
    return {
      range: linkRange(script, entry),
      message: message("links.problem", {
        entries: listed(problems.map((problem) => problem.entry)),
        text,
      }),
      ...(severity === undefined ? {} : { severity }),
    };
  });
}

/** An entry as people call it: `rc3.d/S20ssh`. */
export function shortPath({ path }: TreeRcEntry): string {
  return path.split("/").slice(-2).join("/");
}

function listed(entries: readonly TreeRcEntry[]): Message {
  const paths = entries.map(shortPath);
  const more = paths.length > 3 ? paths.length - 2 : 0;
  return message("links.entries", { paths: listOf(paths.slice(0, more === 0 ? 3 : 2), "comma"), more });
}

/** The line of the header that makes such a link: the levels, or the `chkconfig:` line, or the script's first line. */
function linkRange(script: ScriptContext, { name }: TreeRcEntry): TextRange {
  const levels = fieldOf(script, name.startsWith("K") ? "Default-Stop" : "Default-Start")?.line;
  const chkconfig = script.chkconfig().lines.find(({ tag }) => tag === "chkconfig");
  const line = levels ?? chkconfig;
  return line === undefined ? script.lineRange(1) : { start: line.start, end: line.end };
}
