// What is to be said about the entries of a tree's rc folders. The rules tell it in the scripts that the links lead to,
// and `linkFindings` by entry.

import type { InitScript, InitTree, TreeRcEntry } from "../../../initscript/tree/model.ts";
import { listOf, type Message } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import { type RememberedWork, rememberedWork } from "../../../text/remembered-work.ts";
import type { Slices } from "../../../text/slices.ts";
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

/** Everything to be said about the entries of a tree, in the order of the folders; worked out once for each tree. */
export const linkProblems: RememberedWork<InitTree, readonly PlacedProblem[]> = rememberedWork(findProblems);

type Search = (links: LinkTree) => Slices<readonly LinkProblem[]>;

function atOnce(search: (links: LinkTree) => readonly LinkProblem[]): Search {
  // biome-ignore lint/correctness/useYield: it takes one slice.
  return function* (links) {
    return search(links);
  };
}

const searches: readonly Search[] = [
  atOnce(nameDiffers),
  atOnce(nameCut),
  atOnce(backupRuns),
  askedTwice,
  neverStopped,
  atOnce(bothLinks),
  atOnce(behindHalt),
  atOnce(startMeansStop),
  atOnce(noLink),
];

function* findProblems(tree: InitTree): Slices<readonly PlacedProblem[]> {
  const links = yield* placeEntries(tree);
  if (links === undefined) return [];
  const scripts = new Map(links.entries.map(({ entry, script }) => [entry, script]));
  const problems: PlacedProblem[] = [];
  for (const search of searches) {
    yield;
    for (const problem of yield* search(links)) {
      // What is a file of its own still has the name of a script.
      const named =
        problem.rule === "rc-entry-no-link"
          ? tree.scripts.find(({ name }) => name === problem.entry.name.slice(3))
          : undefined;
      problems.push({ ...problem, script: scripts.get(problem.entry) ?? named });
    }
  }
  return problems;
}

/** What a rule about links says in a script: the same thing about several links once. */
export function reportLinks(script: ScriptContext, rule: LinkRuleId): readonly ScriptReport[] {
  if (script.tree === undefined) return [];
  const texts = new Map<string, LinkProblem[]>();
  for (const problem of linkProblems.now(script.tree)) {
    if (problem.rule !== rule || problem.script?.name !== script.name) continue;
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
