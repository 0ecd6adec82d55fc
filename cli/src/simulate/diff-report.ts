// The differences between two inittabs, for people and for programs.

import {
  type DiffCause,
  type Difference,
  differenceKinds,
  differencesIn,
  jsonText,
  type Message,
  type MessageValue,
  type SimulatedDiff,
  visible,
} from "@inittab/core";
import { message } from "./diff-message.ts";
import type { ReportRequest } from "./report.ts";

/** The differences, under the lines that cause them. */
export function* diffText(diff: SimulatedDiff, { title, color, localizer }: ReportRequest): Iterable<string> {
  const paint = (style: string, text: string) => (color ? `\x1b[${style}m${text}\x1b[0m` : text);
  const say = (what: MessageValue) => visible(localizer.words(what));
  yield `${visible(title)}\n\n`;
  const groups = new Map<string, Difference[]>();
  for (const difference of diff.differences) {
    const key = JSON.stringify([difference.together, difference.causes]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  for (const group of groups.values()) {
    for (const cause of causesOf(group)) yield `${say(cause)}\n`;
    for (const difference of group.toSorted((one, other) => orderOf(one) - orderOf(other))) {
      const { was, is } = difference;
      yield `    ${paint("1", say(nameOf(difference)))}: `;
      yield `${paint("31", say(wordsFor(difference, was)))} → ${paint("32", say(wordsFor(difference, is)))}\n`;
    }
    yield "\n";
  }
  const { differences, changed } = diff;
  if (differences.length > 0) yield `${say(message("diff.count", { count: differences.length }))}\n`;
  else if (changed === 0) yield `${say(message("diff.same-text"))}\n`;
  else yield `${say(message("diff.same", { count: changed }))}\n`;
}

/** Levels first, since the rest mostly follows from them; messages last. */
function orderOf({ what }: Difference): number {
  return differenceKinds.indexOf(what);
}

/** One JSON object. */
export function* diffJson(diff: SimulatedDiff, { title, localizer }: ReportRequest): Iterable<string> {
  yield `{"title":${jsonText(title)},"changed":${diff.changed},"differences":[`;
  for (const [index, difference] of differencesIn(diff, localizer).entries())
    yield `${index === 0 ? "\n" : ",\n"}${jsonText(difference)}`;
  yield "\n]}\n";
}

function nameOf({ what, id, was, is }: Difference): MessageValue {
  switch (what) {
    case "level":
      return message("diff.level");
    case "end":
      return message("diff.end");
    case "order":
      return message("diff.order");
    case "message":
      return message("diff.message", { text: was ?? is ?? "" });
    case "process":
      return id ?? "";
  }
}

/** What one of the two does; the name of a message says it already. */
function wordsFor(difference: Difference, text: MessageValue | undefined): MessageValue {
  if (text === undefined) return absent(difference);
  return difference.what === "message" ? message("diff.said") : text;
}

/** In place of a text that one of the two does not have. */
function absent({ what }: Difference): Message {
  switch (what) {
    case "level":
      return message("diff.no-level");
    case "end":
      return message("diff.no-end");
    case "order":
      return message("diff.no-order");
    case "message":
      return message("diff.not-said");
    case "process":
      return message("diff.no-process");
  }
}

/** The lines that cause the differences of a group. */
function causesOf([first]: readonly Difference[]): readonly Message[] {
  if (first === undefined) return [];
  const { causes, together } = first;
  return together && causes.length > 1
    ? [message("diff.together", { count: causes.length })]
    : causes.flatMap((cause) => causeOf(cause) ?? []);
}

function causeOf({ old, new: now }: DiffCause): Message | undefined {
  if (now === undefined) return old && message("diff.line-gone", { ...old });
  const { line: at, text } = now;
  if (old === undefined) return message("diff.line-new", { line: at, text });
  const { line } = old;
  if (old.text === text) return message("diff.line-moved", { line, now: at, text });
  return line === at
    ? message("diff.line-changed", { line, old: old.text, text })
    : message("diff.line-changed-moved", { line, now: at, old: old.text, text });
}
