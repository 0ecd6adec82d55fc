import { message } from "../message.ts";
// Problems with what rc does when it meets an entry.

import { debianOrder } from "../../../initscript/rc/debian.ts";
import { byBytes } from "../../../initscript/rc/model.ts";
import { parseRcName } from "../../../initscript/rc-name.ts";
import type { RcFolder, TreeRcEntry } from "../../../initscript/tree/model.ts";
import type { Slices } from "../../../text/slices.ts";
import { isRun, type LinkProblem, type LinkTree, type PlacedEntry, perEntry } from "./link-tree.ts";

/** Debian: entries that belong to two groups of numbers and so are run twice. */
export function* askedTwice({ tree, rc }: LinkTree): Slices<LinkProblem[]> {
  if (rc.order !== "numbers" || tree.dependencyFiles !== undefined) return [];
  const problems: LinkProblem[] = [];
  for (const folder of tree.folders.values())
    for (const letter of ["S", "K"]) {
      problems.push(...askedTwiceIn(folder, letter));
      yield;
    }
  return problems;
}

function askedTwiceIn(folder: RcFolder, letter: string): LinkProblem[] {
  const times = new Map<TreeRcEntry, number>();
  for (const entry of debianOrder(sorted(folder, letter)).flat())
    times.set(entry, (times.get(entry) ?? 0) + 1);
  return [...times].flatMap(([entry, count]): LinkProblem[] =>
    count > 1 && isRun(entry) && /^[SK]\d\d[^a-zA-Z]/.test(entry.name)
      ? [
          {
            rule: "rc-digit-after-number",
            entry,
            text: message("rc-digit-after-number.entry", { count, number: entry.name.slice(1, 3) }),
          },
        ]
      : [],
  );
}

/** Scripts that a level both stops and starts. */
export function* bothLinks({ entries }: LinkTree): Slices<readonly LinkProblem[]> {
  const stopped = new Set<string>();
  yield* perEntry(entries, (placed) => {
    const place = placeOf(placed);
    if (placed.letter === "K" && place !== undefined) stopped.add(place);
    return [];
  });
  return yield* perEntry(entries, (placed) => {
    const place = placeOf(placed);
    if (placed.letter !== "S" || place === undefined || !stopped.has(place)) return [];
    return [
      {
        rule: "rc-both-links",
        entry: placed.entry,
        text: message("rc-both-links.entry", { level: placed.entry.level }),
      },
    ];
  });
}

function placeOf({ entry, script }: PlacedEntry): string | undefined {
  return script === undefined ? undefined : `${entry.level} ${script.name}`;
}

/** Red Hat: entries that rc does not come to, since halt has taken its place. */
export function* behindHalt({ tree, rc }: LinkTree): Slices<readonly LinkProblem[]> {
  if (!rc.replacedByHalt) return [];
  const problems: LinkProblem[] = [];
  for (const folder of tree.folders.values()) {
    problems.push(...behindHaltIn(folder));
    yield;
  }
  return problems;
}

function behindHaltIn(folder: RcFolder): readonly LinkProblem[] {
  if (folder.level !== "0" && folder.level !== "6") return [];
  const entries = sorted(folder, "S");
  const halt = entries.findIndex((entry) => isRun(entry) && /^(?:halt|reboot)$/.test(entry.name.slice(3)));
  const last = entries[halt];
  if (last === undefined) return [];
  return entries.slice(halt + 1).map((entry) => ({
    rule: "rc-after-halt",
    entry,
    text: message("rc-after-halt.entry", { halt: last.name }),
  }));
}

/** Debian: S entries of the levels that shut down are called to stop. */
export function* startMeansStop({ rc, entries }: LinkTree): Slices<readonly LinkProblem[]> {
  if (!rc.startMeansStop) return [];
  return yield* perEntry(entries, ({ entry, letter }): LinkProblem[] =>
    letter === "S" && (entry.level === "0" || entry.level === "6") && isRun(entry)
      ? [
          {
            rule: "rc0-start-means-stop",
            entry,
            text: message("rc0-start-means-stop.entry", { level: entry.level }),
          },
        ]
      : [],
  );
}

/** Files where a link to a script is expected. */
export function noLink({ rc, entries }: LinkTree): Slices<readonly LinkProblem[]> {
  return perEntry(entries, ({ entry, letter }): LinkProblem[] => {
    if (entry.kind !== "file" || parseRcName(entry.name) === undefined) return [];
    return [
      {
        rule: "rc-entry-no-link",
        entry,
        text: message("rc-entry-no-link.entry", { letter, links: rc.linksBy }),
      },
    ];
  });
}

function sorted({ entries }: RcFolder, letter: string): readonly TreeRcEntry[] {
  return entries
    .filter(({ name }) => name.startsWith(letter))
    .toSorted((one, other) => byBytes(one.name, other.name));
}
