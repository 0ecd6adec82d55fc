// What could be run: the commands of the manual's examples, and their arguments.

import {
  argumentPart,
  commandWords,
  fieldTextAt,
  findProgram,
  findTopic,
  type InittabScan,
  type TextRange,
  type Topic,
  topicPart,
  topics,
} from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import { type Completion, documented, goingOnUnlessWhole } from "../../features/completion-item.ts";
import type { FieldSpot } from "./field-at.ts";
import { type ManualLine, manualLines } from "./manual-lines.ts";

/**
 * The proposals for a process: a command where it begins; after it the rest of the commands that begin so, and options.
 * A word that could end the line as it stands is left alone.
 */
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
  if (program === undefined || program.end === before.length) {
    if (isCommand(typed.replace(/^[+@-]+/, ""))) return [];
    const commands = commandCompletions(scan, spot, { start: spot.range.start + flags, end: offset });
    return goingOnUnlessWhole(commands, scan.text, offset);
  }
  const range = { start: offset - typed.length, end: offset };
  const rest = typed === "" ? restCompletions(scan, spot, before.slice(flags), range) : [];
  const topic = findTopic(program.text, dialect);
  if (topic?.kind !== "command" && typed !== "-")
    return [...rest, ...goingOnUnlessWhole(optionsOfTable(program.text, range), scan.text, offset)];
  if (topic?.kind !== "command" || typed === "-") return rest;
  const present = new Set(before.slice(program.end, before.length - typed.length).split(/\s+/));
  const options = argumentCompletions(topic, range).filter(({ text }) => !present.has(text));
  return [...rest, ...goingOnUnlessWhole(options, scan.text, offset)];
}

/** The options that keep a program without a page in the foreground, or put it into the background. */
function optionsOfTable(program: string, range: TextRange): readonly Completion[] {
  const run = findProgram(program)?.run;
  if (run?.kind !== "background" && run?.kind !== "stays") return [];
  const detail = featureMessage(
    run.kind === "background" ? "completion.foreground" : "completion.background",
  );
  const options = run.kind === "background" ? run.foreground.slice(0, 1) : run.background.slice(0, 1);
  return options.map((option) => ({ kind: "argument", label: option, detail, range, text: option }));
}

/** Whether a word is the whole name of a program that the manual knows, be it of another init. */
function isCommand(word: string): boolean {
  const names = [word, word.replace(/^.*\//, "")];
  return topics.some(({ kind, words }) => kind === "command" && words.some((name) => names.includes(name)));
}

function commandCompletions(scan: InittabScan, spot: FieldSpot, range: TextRange): readonly Completion[] {
  return commandsFor(scan, spot).map(([text, { topic }]) => ({
    kind: "command",
    label: text,
    detail: topicPart(topic, "summary"),
    ...documented(topic, scan.dialect),
    range,
    text,
    // A list that the client narrows by itself then ends with the name: the arguments that follow may be others.
    filter: programOf(text),
  }));
}

/** What is left of the commands that begin as the one before the cursor; the blank is there. */
function restCompletions(
  scan: InittabScan,
  spot: FieldSpot,
  before: string,
  range: TextRange,
): readonly Completion[] {
  return commandsFor(scan, spot)
    .filter(([text]) => text.startsWith(before) && text !== before)
    .map(([text, { topic }]) => {
      const rest = text.slice(before.length);
      return {
        kind: "command",
        label: rest,
        detail: topicPart(topic, "summary"),
        ...documented(topic, scan.dialect),
        range,
        text: rest,
        filter: programOf(rest),
      };
    });
}

/** The commands that suit the record, the best first. */
function commandsFor(scan: InittabScan, spot: FieldSpot): readonly (readonly [string, ManualLine])[] {
  const id = fieldTextAt(scan, spot.index, "id");
  const levels = fieldTextAt(scan, spot.index, "runlevels");
  const action = fieldTextAt(scan, spot.index, "action").toLowerCase();
  const lines = manualLines(scan.dialect).filter(({ process }) => process !== "");
  const fitting = lines.filter((line) => line.action === action);
  const known = lines.filter(({ topic }) => topic.kind === "command");
  const commands = new Map<string, ManualLine>();
  // What the manual shows with this action comes first.
  for (const line of [...fitting, ...known]) {
    const text = forLevel(forTerminal(line.process.replace(/^[+@-]+/, ""), id), levels);
    if (text !== undefined && !commands.has(text)) commands.set(text, line);
  }
  const terminal = terminalOf(id);
  const named = terminal === undefined ? /$^/ : new RegExp(`\\b${terminal}\\b`);
  return [...commands].sort(([one], [other]) => Number(named.test(other)) - Number(named.test(one)));
}

function programOf(process: string): string {
  return /^\S*/.exec(process)?.[0] ?? process;
}

/** The rc of the record's own level; undefined where the record has none of its own, or several. */
function forLevel(process: string, levels: string): string | undefined {
  const [, rc] = /^(\S*\/rc) [0-6S]$/.exec(process) ?? [];
  if (rc === undefined) return process;
  return levels.length === 1 ? `${rc} ${levels.replace("s", "S")}` : undefined;
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
