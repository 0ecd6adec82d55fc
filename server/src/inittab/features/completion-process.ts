// What could be run: the commands of the manual's examples, and their options.

import {
  argumentPart,
  commandWords,
  fieldTextAt,
  findTopic,
  type InittabScan,
  type TextRange,
  type Topic,
  topicPart,
} from "@inittab/core";
import { type Completion, documented } from "../../features/completion-item.ts";
import type { FieldSpot } from "./field-at.ts";
import { type ManualLine, manualLines } from "./manual-lines.ts";

/** The proposals for a process: a command where it begins, options behind it. */
export function processCompletions(
  scan: InittabScan,
  offset: number,
  spot: FieldSpot,
): readonly Completion[] {
  const { dialect, version } = scan;
  const before = scan.text.slice(spot.range.start, offset);
  const flags = /^[+@-]*/.exec(before)?.[0].length ?? 0;
  const words = commandWords(before, { dialect, version });
  const [program] = words;
  const typed = /\S*$/.exec(before)?.[0] ?? "";
  const range = { start: offset - typed.length, end: offset };
  if (program === undefined || program.end === before.length)
    return commandCompletions(scan, spot, { start: spot.range.start + flags, end: offset });
  const topic = findTopic(program.text, dialect);
  return topic?.kind === "command" ? argumentCompletions(topic, range) : [];
}

function commandCompletions(scan: InittabScan, spot: FieldSpot, range: TextRange): readonly Completion[] {
  const id = fieldTextAt(scan, spot.index, "id");
  const action = fieldTextAt(scan, spot.index, "action").toLowerCase();
  const lines = manualLines(scan.dialect).filter(({ process }) => process !== "");
  const fitting = lines.filter((line) => line.action === action);
  const known = lines.filter(({ topic }) => topic.kind === "command");
  const commands = new Map<string, ManualLine>();
  // What the manual shows with this action comes first.
  for (const line of [...fitting, ...known]) {
    const text = forTerminal(line.process.replace(/^[+@-]+/, ""), id);
    if (!commands.has(text)) commands.set(text, line);
  }
  const terminal = terminalOf(id);
  const named = terminal === undefined ? /$^/ : new RegExp(`\\b${terminal}\\b`);
  const inOrder = [...commands].sort(([one], [other]) => Number(named.test(other)) - Number(named.test(one)));
  return inOrder.map(([text, { topic }]) => ({
    kind: "command",
    label: text,
    detail: topicPart(topic, "summary"),
    ...documented(topic, scan.dialect),
    range,
    text,
  }));
}

/** A getty line for the terminal that the id names. */
export function forTerminal(process: string, id: string): string {
  const terminal = terminalOf(id);
  if (terminal === undefined) return process;
  return process.replace(terminal.startsWith("ttyS") ? /\bttyS\d+\b/g : /\btty\d+\b/g, terminal);
}

/** The terminal that an id means by habit, be it its tail or its whole name. */
function terminalOf(id: string): string | undefined {
  const tail = /^(?:tty)?(S?\d{1,2})$/.exec(id)?.[1];
  return tail && `tty${tail}`;
}

function argumentCompletions(topic: Topic, range: TextRange): readonly Completion[] {
  return (topic.arguments ?? []).flatMap(({ name, meaning }) =>
    [...name.matchAll(/(?<![\w-])--?[A-Za-z0-9][\w-]*/g)].map(([option]) => ({
      kind: "argument" as const,
      label: option,
      detail: name,
      documentation: { kind: "words" as const, words: argumentPart(topic, { name, meaning }) },
      range,
      text: option,
    })),
  );
}
