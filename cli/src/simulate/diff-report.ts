// The differences between two inittabs, for people and for programs.

import { visible } from "../terminal-text.ts";
import { count } from "../words.ts";
import { type Cause, type Difference, differenceKinds, type SimulatedDiff } from "./diff.ts";
import type { ReportRequest } from "./report.ts";

/** The differences, under the lines that cause them. */
export function* diffText(diff: SimulatedDiff, { title, color }: ReportRequest): Iterable<string> {
  const paint = (style: string, text: string) => (color ? `\x1b[${style}m${text}\x1b[0m` : text);
  yield `${visible(title)}\n\n`;
  const groups = new Map<string, Difference[]>();
  for (const difference of diff.differences) {
    const key = JSON.stringify([difference.together, difference.causes]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  for (const group of groups.values()) {
    yield* causeLines(group[0]?.causes ?? [], group[0]?.together ?? false);
    for (const difference of group.toSorted((one, other) => orderOf(one) - orderOf(other))) {
      const { was, is } = difference;
      yield `    ${paint("1", visible(nameOf(difference)))}: `;
      yield `${paint("31", wordsFor(difference, was))} → ${paint("32", wordsFor(difference, is))}\n`;
    }
    yield "\n";
  }
  const { differences, changed } = diff;
  if (differences.length > 0) yield `${count(differences.length, "difference")}\n`;
  else if (changed === 0) yield "The inittabs are the same.\n";
  else yield `${count(changed, "changed line")}, but init does the same.\n`;
}

/** Levels first, since the rest mostly follows from them; messages last. */
function orderOf({ what }: Difference): number {
  return differenceKinds.indexOf(what);
}

/** One JSON object. */
export function* diffJson(diff: SimulatedDiff, { title }: ReportRequest): Iterable<string> {
  yield `{"title":${JSON.stringify(title)},"changed":${diff.changed},"differences":[`;
  for (const [index, difference] of diff.differences.entries())
    yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(difference)}`;
  yield "\n]}\n";
}

function nameOf({ what, id, was, is }: Difference): string {
  switch (what) {
    case "level":
      return "runlevel";
    case "end":
      return "the machine";
    case "order":
      return "order of starts";
    case "message":
      return `message "${was ?? is}"`;
    case "process":
      return `${id}`;
  }
}

/** What one of the two does; the name of a message says it already. */
function wordsFor(difference: Difference, text: string | undefined): string {
  if (text === undefined) return absent(difference);
  return difference.what === "message" ? "said" : visible(text);
}

/** In place of a text that one of the two does not have. */
function absent({ what }: Difference): string {
  switch (what) {
    case "level":
      return "none is reached";
    case "end":
      return "stays up";
    case "order":
      return "nothing starts";
    case "message":
      return "not said";
    case "process":
      return "does not run";
  }
}

function* causeLines(causes: readonly Cause[], together: boolean): Iterable<string> {
  if (together && causes.length > 1) yield `${count(causes.length, "changed line")} together\n`;
  else for (const cause of causes) yield causeLine(cause);
}

function causeLine({ old, new: now }: Cause): string {
  if (now === undefined) return old === undefined ? "" : `line ${old.line} is gone: ${visible(old.text)}\n`;
  if (old === undefined) return `line ${now.line} is new: ${visible(now.text)}\n`;
  if (old.text === now.text) return `line ${old.line} has moved to line ${now.line}: ${visible(now.text)}\n`;
  const place = old.line === now.line ? `line ${old.line}` : `line ${old.line}, now ${now.line}`;
  return `${place}: ${visible(old.text)} → ${visible(now.text)}\n`;
}
