// What a list of words starts: the program behind those that only start another one, and whether it stays.

import type { TextRange } from "../text/range.ts";
import { findProgram, type ProgramFinder } from "./find.ts";
import { goesOnForEver } from "./following.ts";
import type { Program, ToldByValue } from "./program.ts";

/** A word of a command with its place. */
export interface ProgramWord extends TextRange {
  readonly text: string;
}

/** The program that a command starts in the end. */
export interface CalledProgram {
  /** As written, with its folders. */
  readonly word: ProgramWord;
  /** Undefined where the table does not know it. */
  readonly program: Program | undefined;
  readonly words: readonly ProgramWord[];
  /** The programs in front that only start it, such as `nice`; the outermost first. */
  readonly through: readonly Through[];
  /** The `&` of the shell in between, as in `sh -c "prog &"`. */
  readonly ampersand?: TextRange;
  /** The file that the shell in between takes its standard input from. */
  readonly input?: string;
}

/** A program in front that starts another one. */
export interface Through {
  readonly name: string;
  /** It is many programs in one, and what it starts is one of them. */
  readonly multicall: boolean;
  readonly word: ProgramWord;
  /** The words between it and what it starts. */
  readonly options: readonly ProgramWord[];
}

/** The options of a program that take a word of their own, and the words of its own before the command. */
interface WrapperFacts {
  readonly valued: string;
  readonly own: number;
  readonly assignments?: true;
  /** It is many programs in one file. */
  readonly multicall?: true;
}

const wrappers: ReadonlyMap<string, WrapperFacts> = new Map([
  ["env", { valued: "uCS", own: 0, assignments: true }],
  ["nice", { valued: "n", own: 0 }],
  ["ionice", { valued: "cn", own: 0 }],
  ["chrt", { valued: "", own: 1 }],
  ["chroot", { valued: "", own: 1 }],
  ["sudo", { valued: "ugpCrtThD", own: 0, assignments: true }],
  ["stdbuf", { valued: "ioe", own: 0 }],
  ["nohup", { valued: "", own: 0 }],
  ["setsid", { valued: "", own: 0 }],
  ["ttyrun", { valued: "", own: 1 }],
  ["busybox", { valued: "", own: 0, multicall: true }],
  ["cttyhack", { valued: "", own: 0 }],
  ["exec", { valued: "", own: 0 }],
]);

/** Programs that run a command for somebody else, or in another shell: `su -s /bin/sh svc -c "…"`. */
const shells = /^(?:su|runuser|(?:ba|da|a|k)?sh)$/;

/** Whether a program only starts another one. */
export function isWrapper(name: string): boolean {
  return wrappers.has(name) || name === "su" || name === "runuser";
}

/** The program that these words start; undefined where there is none. */
export function calledProgram(
  words: readonly ProgramWord[],
  find: ProgramFinder = findProgram,
): CalledProgram | undefined {
  const through: Through[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return undefined;
    const name = nameIn(word.text);
    const inner = shells.test(name) ? behindShell(name, words.slice(at + 1)) : undefined;
    if (inner !== undefined) {
      const { given, options, ampersand, input } = inner;
      const called = calledProgram(given, find);
      const own = { name, multicall: false, word, options };
      return (
        called && {
          ...called,
          through: [...through, own, ...called.through],
          ...(ampersand === undefined ? {} : { ampersand }),
          ...(input === undefined ? {} : { input }),
        }
      );
    }
    const facts = wrappers.get(name);
    const next = facts === undefined ? -1 : behind(words, at + 1, facts);
    if (facts === undefined || next >= words.length)
      return { word, program: find(word.text), words: words.slice(at + 1), through };
    through.push({ name, multicall: facts.multicall === true, word, options: words.slice(at + 1, next) });
    at = next - 1;
  }
  return undefined;
}

/** A command that a shell gets, and the words before it. */
interface Inner extends CommandInWord {
  readonly given: readonly ProgramWord[];
  readonly options: readonly ProgramWord[];
}

/** What a shell is to run as `-c`, where that is a simple command; undefined where it is none, or cannot be told. */
function behindShell(name: string, words: readonly ProgramWord[]): Inner | undefined {
  const at = words.findIndex(({ text }) => /^(?:-l?c|--command)$/.test(text));
  const word = words[at + 1];
  if (at >= 0) {
    const command = word && commandIn(word);
    return command && { ...command, options: words.slice(0, at + 1) };
  }
  const apart = name === "runuser" ? words.findIndex(({ text }) => text === "--") : -1;
  return apart < 0 ? undefined : { given: words.slice(apart + 1), options: words.slice(0, apart + 1) };
}

/** A simple command in one word. */
interface CommandInWord {
  readonly given: readonly ProgramWord[];
  readonly ampersand?: TextRange;
  readonly input?: string;
}

/** Where a command reads from or writes to. */
const redirection = /(?<=\s)\d*(?:>>?|<)(?:&\d|[ \t]*[\w./-]+)(?=\s|$)/g;

/** The words of a simple command in one word, each in its place; undefined where a shell makes more of it. */
export function commandIn({ text, start, end }: ProgramWord): CommandInWord | undefined {
  const bare = text.replace(redirection, (found) => " ".repeat(found.length));
  const [, command = "", blank = "", ampersand = ""] = /^([\w\s./=:,@%+-]*\w)(\s*)(&?)\s*$/.exec(bare) ?? [];
  if (command === "") return undefined;
  // In quotes; elsewhere nobody knows where what stands.
  const shift = end - start === text.length + 2 ? start + 1 : end - start === text.length ? start : undefined;
  const place = (from: number, to: number): TextRange =>
    shift === undefined ? { start, end } : { start: shift + from, end: shift + to };
  const given = [...command.matchAll(/\S+/g)].map(({ 0: found, index }) => ({
    text: found,
    ...place(index, index + found.length),
  }));
  const at = command.length + blank.length;
  const [, input] = /\s0?<[ \t]*([\w./-]+)(?:\s|$)/.exec(text) ?? [];
  return {
    given,
    ...(ampersand === "" ? {} : { ampersand: place(at, at + 1) }),
    ...(input === undefined ? {} : { input }),
  };
}

function behind(
  words: readonly ProgramWord[],
  from: number,
  { valued, own, assignments }: WrapperFacts,
): number {
  let at = from;
  for (let text = words[at]?.text ?? ""; isOption(text) || (assignments && isAssignment(text)); ) {
    at += text.length === 2 && valued.includes(text.charAt(1)) ? 2 : 1;
    text = words[at]?.text ?? "";
  }
  return at + own;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function isOption(text: string): boolean {
  return /^-./.test(text);
}

function isAssignment(text: string): boolean {
  return /^[A-Za-z_]\w*=/.test(text);
}

/** What becomes of a process: it ends soon, stays, leaves a child behind and ends; undefined: nobody can say. */
export type Fate = "ends" | "stays" | "background";

/** What becomes of the called program with its options, where the table tells. */
export function fateOf(called: Pick<CalledProgram, "program" | "word" | "words">): Fate | undefined {
  const { program, words, word } = called;
  if (
    goesOnForEver(
      nameIn(word.text),
      words.map(({ text }) => text),
    )
  )
    return "stays";
  if (program === undefined) return undefined;
  const { run } = program;
  if (run.kind === "ends") return "ends";
  const { foreground, background, ending, unsure, alone, told } = run;
  const has = (options: readonly string[]) => words.some(({ text }) => options.includes(text));
  if (has(asksForHelp)) return undefined;
  const said = told.find((each) => words.some((_, at) => says(words, at, each)));
  if (said !== undefined && !has(ending)) return said.fate;
  if (has(unsure) || hasValue(words, alone)) return undefined;
  if (has(ending)) return "ends";
  if (has(foreground)) return "stays";
  if (has(background)) return "background";
  // An option that may be one of a cluster, such as the B in -dB, is left open.
  const telling = [...foreground, ...background, ...ending, ...unsure];
  if (run.kind === "varies" || words.some(({ text }) => mayHave(text, telling))) return undefined;
  return run.kind;
}

/** Whether the words from this place on are an option with a value that says it, in one word or in two. */
function says(words: readonly ProgramWord[], at: number, { option, value }: ToldByValue): boolean {
  const text = words[at]?.text ?? "";
  if (!text.startsWith(option)) return false;
  return value.test(text === option ? (words[at + 1]?.text ?? "") : text.slice(option.length));
}

/** Whether a word that is no option follows one of these. */
function hasValue(words: readonly ProgramWord[], options: readonly string[]): boolean {
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text;
    return options.includes(text) && next !== undefined && !isOption(next);
  });
}

const asksForHelp: readonly string[] = ["-V", "--help", "--version"];

/** Whether a word may contain one of the options: a cluster of short ones, or a long one with its value. */
function mayHave(text: string, options: readonly string[]): boolean {
  return options.some((option) =>
    /^-[A-Za-z0-9]$/.test(option)
      ? /^-[^-]/.test(text) && text.includes(option.charAt(1))
      : text.startsWith(option) || (option.startsWith("--") && text.length > 3 && option.startsWith(text)),
  );
}

/** The options that keep a program in the foreground; the first is the usual one. */
export function foregroundOptions({ run }: Program): readonly string[] {
  return run.kind === "ends" ? [] : run.foreground;
}
