// Which program the process of a record starts, by its words. What a shell would work out is left open.

import {
  type CalledProgram,
  calledProgram,
  type Fate,
  fateOf,
  isWrapper,
  type ProgramWord,
} from "../programs/called.ts";
import { findProgram, type ProgramFinder } from "../programs/find.ts";
import { goesOnForEver, mayGoOn } from "../programs/following.ts";
import { type GettyWords, gettyKind, gettyWords } from "../programs/getty.ts";
import type { TextRange } from "../text/range.ts";
import { type CommandOptions, type CommandWord, commandLine, commandWords, wordsOf } from "./command.ts";
import { dialectFacts } from "./dialect.ts";

/** What a process starts. Ranges count from the beginning of the process. */
export interface StartedProgram extends Omit<CalledProgram, "ampersand" | "input"> {
  /** The program's name without its folders. */
  readonly name: string;
  /** Its words are all there: none of them depends on a variable or a pattern. */
  readonly plain: boolean;
  /** Nothing runs but this one command. */
  readonly single: boolean;
  /** A `&` puts it into the background of its shell. */
  readonly ampersand: boolean;
  /** That `&`, where the shell is one that the process itself calls. */
  readonly within: TextRange | undefined;
  /** The file that its standard input comes from, if one is named. */
  readonly input: string | undefined;
}

const firstName = /^[+@ \t-]*["']?(?:[^ \t/"']*\/)*([^ \t"'/;&|<>]*)/;

/** Whether the first word of a process is a program that is known, or one that starts another. Far quicker than the rest. */
export function mayStartKnown(process: string, find: ProgramFinder = findProgram): boolean {
  const name = usualName(process) ?? firstName.exec(process)?.[1] ?? "";
  return isWrapper(name) || mayGoOn(name) || find(name) !== undefined;
}

/** The name of a program whose path begins a process, where it is of usual characters: each line of a file is asked. */
function usualName(process: string): string | undefined {
  const blank = process.indexOf(" ");
  const end = blank < 0 ? process.length : blank;
  const start = end === 0 ? 0 : process.lastIndexOf("/", end - 1) + 1;
  if (start === 0) return undefined;
  const name = process.slice(start, end);
  return /^[\w.-]+$/.test(name) ? name : undefined;
}

/** The program that a process starts first; undefined where its words do not tell. */
export function startedProgram(
  process: string,
  options: CommandOptions,
  find: ProgramFinder = findProgram,
): StartedProgram | undefined {
  const command = commandLine(process, options);
  const cut = options.initscript === undefined ? wordsOf(process, command) : commandWords(process, options);
  if (command.kind !== "shell")
    return madeOf(withoutDash(cut), find, {
      plain: true,
      single: true,
      ampersand: false,
      input: undefined,
    });
  const words = inQuotes(process, cut);
  const { own, input, end } = firstCommand(words);
  const rest = words.slice(end);
  const ampersand = rest[0]?.text === "&" && rest.length === 1;
  const plain = own.every((word) => unquoted(word) !== word || !/[$`*?[\]{}()~"'\\;|&]/.test(word.text));
  return madeOf(withoutDash(own.map(unquoted)), find, {
    plain,
    single: rest.length === 0 || ampersand,
    ampersand,
    input,
  });
}

function madeOf(
  words: readonly ProgramWord[],
  find: ProgramFinder,
  more: Pick<StartedProgram, "plain" | "single" | "ampersand" | "input">,
): StartedProgram | undefined {
  const called = becoming(calledProgram(words, find), find);
  // What the shell makes of the name decides, and nobody knows it here.
  if (called === undefined || /[$`*?[\]{}()~"'\\;|&]/.test(called.word.text)) return undefined;
  const ampersand = more.ampersand || called.ampersand !== undefined;
  return {
    ...called,
    ...more,
    within: called.ampersand,
    input: more.input ?? called.input,
    ampersand,
    name: called.word.text.slice(called.word.text.lastIndexOf("/") + 1),
  };
}

/** start-stop-daemon becomes the program that it is to start, unless it is to put it into the background. */
function becoming(called: CalledProgram | undefined, find: ProgramFinder): CalledProgram | undefined {
  if (called === undefined || !/(?:^|\/)start-stop-daemon$/.test(called.word.text)) return called;
  const { words } = called;
  const end = words.findIndex(({ text }) => text === "--");
  const own = end < 0 ? words : words.slice(0, end);
  const has = (option: RegExp) => own.some(({ text }) => option.test(text));
  if (!has(/^(?:-S|--start)$/) || has(/^(?:-[A-Za-z]*[bKTt][A-Za-z]*|--(?:background|stop|status|test))$/))
    return called;
  const at = own.findIndex(({ text }) => /^(?:-[xa]|--exec|--startas)$/.test(text));
  const word = at < 0 ? undefined : own[at + 1];
  return word === undefined
    ? called
    : { ...called, word, program: find(word.text), words: end < 0 ? [] : words.slice(end + 1) };
}

/** The words up to the first operator, redirections taken out. */
function firstCommand(words: readonly CommandWord[]): {
  readonly own: readonly CommandWord[];
  readonly input: string | undefined;
  readonly end: number;
} {
  const own: CommandWord[] = [];
  let input: string | undefined;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [, direction = "", target = ""] = /^\d*(<>|<|>>|>\||>)(.*)$/.exec(word.text) ?? [];
    if (direction !== "") {
      const file = target === "" ? (words[++at]?.text ?? "") : target;
      if (direction.startsWith("<")) input = file;
      continue;
    }
    const operator = word.text.startsWith("#") ? 0 : word.text.search(/[;&|]/);
    if (operator < 0 || /["'\\`(]/.test(word.text)) own.push(word);
    else {
      const text = word.text.slice(0, operator);
      if (text !== "") own.push({ start: word.start, end: word.start + operator, text });
      break;
    }
  }
  return { own, input, end: at };
}

/** The words of the shell: those that were cut at blanks between two quotes are one. */
function inQuotes(process: string, words: readonly CommandWord[]): readonly CommandWord[] {
  if (!/["']/.test(process)) return words;
  const joined: CommandWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [quote = ""] = /^["']/.exec(word.text) ?? [];
    const isOpen = quote !== "" && word.text.indexOf(quote, 1) < 0;
    const behind = isOpen ? words.slice(at + 1).findIndex(({ text }) => text.includes(quote)) : -1;
    const last = words[at + 1 + behind];
    if (behind < 0 || last?.text.endsWith(quote) !== true || last.text.indexOf(quote) < last.text.length - 1)
      joined.push(word);
    else {
      joined.push({ start: word.start, end: last.end, text: process.slice(word.start, last.end) });
      at += behind + 1;
    }
  }
  return joined;
}

function unquoted(word: CommandWord): CommandWord {
  const [, , text] = /^(["'])([^"'$`\\]*)\1$/.exec(word.text) ?? [];
  return text === undefined ? word : { ...word, text };
}

/** BusyBox takes a `-` in front for the sign of a login shell; it is a part of the first word here. */
function withoutDash(words: readonly ProgramWord[]): readonly ProgramWord[] {
  const [first, ...rest] = words;
  return first?.text.startsWith("-") === true
    ? [{ start: first.start + 1, end: first.end, text: first.text.slice(1) }, ...rest]
    : words;
}

/** What becomes of the process that init has started; undefined where nobody can say. */
export function fateOfStarted(started: StartedProgram): Fate | undefined {
  if (!started.single || started.ampersand) return undefined;
  const fate = fateOf(started);
  // An option may hide in a word that depends on something.
  return started.plain || fate === "ends" ? fate : undefined;
}

/** The same of what a process starts, by its words. */
export function startsStaying(process: string, options: CommandOptions): boolean {
  const started = startedProgram(process, options);
  return started !== undefined && staysForGood(started);
}

/** Whether nobody ends the process but on purpose: who waits for it waits for good. */
export function staysForGood(started: StartedProgram): boolean {
  const { name, program, words } = started;
  if (!started.plain || !started.single || started.ampersand) return false;
  if (
    goesOnForEver(
      name,
      words.map(({ text }) => text),
    )
  )
    return true;
  // Somebody ends a shell or a login; what a getty is doing there another rule says.
  if (program === undefined || !["daemon", "display-manager", "supervisor"].includes(program.kind))
    return false;
  return fateOfStarted(started) === "stays";
}

/** The words of a getty, where the process starts one whose words are known. */
export function startedGetty(started: StartedProgram, options: CommandOptions): GettyWords | undefined {
  if (!started.plain) return undefined;
  const isBusybox =
    dialectFacts[options.dialect].busyboxShell === true || started.through.some(({ multicall }) => multicall);
  const kind = gettyKind(started.name, isBusybox);
  return kind === undefined ? undefined : gettyWords(kind, started.words);
}
