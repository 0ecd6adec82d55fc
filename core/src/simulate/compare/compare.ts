// What two inittabs do differently in the same scenario, and which changed line makes the difference: each change is
// tried alone.

import type { Localizer } from "../../text/localizer.ts";
import type { MessageValue } from "../../text/message.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { Simulation } from "../machines.ts";
import { type Behaviour, behaviourIn, differingParts, same } from "./behaviour.ts";
import { applyChanges, changesBetween, type LineChange, type TextChanges } from "./line-changes.ts";

/** A line as it is numbered in its file. */
interface PlacedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A change that makes a difference. */
export interface DiffCause {
  readonly old: PlacedLine | undefined;
  readonly new: PlacedLine | undefined;
}

/** What can be different; `order`: the same processes start, but one before the other. */
export const differenceKinds = ["level", "end", "order", "process", "message"] as const;

/** One of them. */
type DifferenceKind = (typeof differenceKinds)[number];

/** One thing that is different. */
export interface Difference {
  readonly what: DifferenceKind;
  /** What a process is called: by its id, or by its command. */
  readonly id: MessageValue | undefined;
  readonly was: MessageValue | undefined;
  readonly is: MessageValue | undefined;
  /** Each does it alone; if `together`, only all of them do. */
  readonly causes: readonly DiffCause[];
  readonly together: boolean;
}

/** Two inittabs compared. */
export interface SimulatedDiff {
  readonly differences: readonly Difference[];
  /** How many lines were changed. */
  readonly changed: number;
}

/** Above this many changes, they are not tried one by one. */
const mostTrials = 500;

/** Compares two tables in a scenario, whose own table does not count. */
export function simulateDiff(old: string, now: string, simulation: Simulation): SimulatedDiff {
  return finish(simulateDiffSlices(old, now, simulation));
}

/** The same in slices, of which each is a run. */
export function* simulateDiffSlices(old: string, now: string, simulation: Simulation): Slices<SimulatedDiff> {
  const behaviourOf = (inittab: string) => behaviourIn(simulation.withTable(inittab));
  const before = behaviourOf(old);
  yield;
  const after = behaviourOf(now);
  yield;
  const texts = changesBetween(old, now);
  const { changes } = texts;
  const names = differingParts(before, after);
  if (names.length === 0) return { differences: [], changed: changes.length };

  const tried = changes.length <= mostTrials ? changes : [];
  const alone: Behaviour[] = [];
  const without: Behaviour[] = [];
  for (const change of tried) {
    alone.push(behaviourOf(applyChanges(texts, [change])));
    yield;
    const others = changes.filter((other) => other !== change);
    without.push(behaviourOf(applyChanges(texts, others)));
    yield;
  }
  return {
    changed: changes.length,
    differences: names.map((name) => {
      const causing = causesOf(name, { before, after, alone, without });
      const together = causing.length === 0;
      const chosen = together ? changes : causing.flatMap((index) => changes[index] ?? []);
      return {
        ...describe(name, before, after),
        causes: chosen.map((change) => causeOf(change, texts)),
        together,
      };
    }),
  };
}

/** The differences for programs, in words. */
export function differencesIn(
  { differences }: SimulatedDiff,
  { words }: Localizer,
): readonly Readonly<Record<string, unknown>>[] {
  const worded = (part: MessageValue | undefined) => (part === undefined ? undefined : words(part));
  return differences.map(({ what, id, was, is, causes, together }) => ({
    ...{ what, id: worded(id), was: worded(was), is: worded(is), causes, together },
  }));
}

interface Trials {
  readonly before: Behaviour;
  readonly after: Behaviour;
  /** With one change alone. */
  readonly alone: readonly Behaviour[];
  /** With all changes but one. */
  readonly without: readonly Behaviour[];
}

/** The changes that bring the new behaviour alone; else those without which it does not come. */
function causesOf(name: string, { before, after, alone, without }: Trials): readonly number[] {
  const indexesOf = (trials: readonly Behaviour[], test: (trial: Behaviour) => boolean) =>
    trials.flatMap((trial, index) => (test(trial) ? [index] : []));
  const full = indexesOf(alone, (trial) => same(trial.get(name), after.get(name)));
  if (full.length > 0) return full;
  const needed = indexesOf(without, (trial) => !same(trial.get(name), after.get(name)));
  if (needed.length > 0) return needed;
  return indexesOf(alone, (trial) => !same(trial.get(name), before.get(name)));
}

function describe(
  name: string,
  before: Behaviour,
  after: Behaviour,
): Omit<Difference, "causes" | "together"> {
  const [kind = ""] = name.split(" ");
  const what = differenceKinds.find((known) => known === kind) ?? "process";
  return {
    what,
    id: (before.get(name) ?? after.get(name))?.name,
    was: before.get(name)?.text,
    is: after.get(name)?.text,
  };
}

function causeOf({ edits }: LineChange, texts: TextChanges): DiffCause {
  const find = (lines: readonly string[], index: number | undefined) =>
    index === undefined ? undefined : { line: index + 1, text: (lines[index] ?? "").replace(/\r?\n$/, "") };
  return {
    old: find(texts.old, edits.find((edit) => edit.old !== undefined)?.old),
    new: find(texts.new, edits.find((edit) => edit.new !== undefined)?.new),
  };
}
