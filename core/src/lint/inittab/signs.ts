// What is seen of a line at a glance. Most rules have something to say of a few lines only, and a file may have 100,000
// of them: a rule names the signs without which it is silent, and is asked about no line that lacks one of them.

import { type Action, actions } from "../../inittab/actions.ts";
import { shellCharacters } from "../../inittab/command.ts";
import { dialectFacts } from "../../inittab/dialect.ts";
import type { InittabLine } from "../../inittab/line.ts";
import { type InittabScan, processTextAt } from "../../inittab/scan.ts";
import { mayStartKnown } from "../../inittab/started.ts";
import { olderProcessLimit, wordLimit } from "../../inittab/versions.ts";
import type { ProgramFinder } from "../../programs/find.ts";

const bits = {
  /** Init drops the line. */
  dropped: 0x000001,
  /** The line is joined from several. */
  joined: 0x000002,
  /** Something follows that init does not see: a NUL byte, a comment in the line, a line that it swallows. */
  unseen: 0x000004,
  /** No newline ends the line. */
  unended: 0x000008,
  /** The record's action: init runs the process, starts it again, waits for it, takes no notice of the runlevels. */
  runs: 0x000010,
  respawns: 0x000020,
  waits: 0x000040,
  "any-level": 0x000080,
  initdefault: 0x000100,
  ondemand: 0x000200,
  /** The runlevels field has something in it; something other than digits and `S`; init stores an `S`. */
  levels: 0x000400,
  "odd-levels": 0x000800,
  "single-user": 0x001000,
  /** These characters are in the process. */
  "#": 0x002000,
  "&": 0x004000,
  "@": 0x008000,
  /** Init may call a shell for the process. */
  shell: 0x010000,
  /** The process has nothing but flags and blanks. */
  empty: 0x020000,
  /** It begins with a quote, with `~`, `$` or `.`. */
  "odd-start": 0x040000,
  /** It has the letters `rc`, `rv` or `.d`, as the names of start scripts, of `service` and of their folders have. */
  script: 0x080000,
  /** It has more words, or more bytes, than some release of sysvinit takes. */
  "many-words": 0x100000,
  long: 0x200000,
  /** Init runs it, and its first word may be a program that is known. */
  known: 0x400000,
  /** The record may have a person in front of it. */
  console: 0x800000,
  /** A `#` is in the process, or something that init does not see follows. */
  remark: 0x4000000,
} as const;

/** Something that is seen of a line at a glance. It may be seen where there is nothing, never the other way round. */
export type Sign = keyof typeof bits;

/** Signs as bits of a number. */
export type Signs = number;

/** These signs as one number. */
export function signsOf(names: readonly Sign[]): Signs {
  return names.reduce((signs, name) => signs | bits[name], 0);
}

/** Whether a line shows a sign. */
export function shows(signs: Signs, name: Sign): boolean {
  return (signs & bits[name]) !== 0;
}

/** Glances at the lines of a file; `find` knows the programs. */
export class Glance {
  readonly #scan: InittabScan;
  readonly #find: ProgramFinder;
  readonly #shell: Signs;
  /** What was seen of the last record, whose program is often that of the next one as well. */
  #last: { readonly action: string; readonly program: string; readonly signs: Signs } | undefined;

  constructor(scan: InittabScan, find: ProgramFinder) {
    this.#scan = scan;
    this.#find = find;
    this.#shell = typeof dialectFacts[scan.dialect].runs === "object" ? bits.shell : 0;
  }

  /** What a line shows. */
  at(index: number, line: InittabLine): Signs {
    let signs = 0;
    if (line.rejection !== undefined) signs |= bits.dropped;
    if (line.count > 1) signs |= bits.joined;
    if (!line.terminated) signs |= bits.unended;
    if (line.length > line.end + (line.terminated ? 1 : 0)) signs |= bits.unseen;
    if (line.kind === "record") signs |= this.#record(index, line);
    return (signs & (bits["#"] | bits.unseen)) === 0 ? signs : signs | bits.remark;
  }

  #record(index: number, line: InittabLine): Signs {
    const process = processTextAt(this.#scan, index);
    const signs = (signsOfAction.get(line.action) ?? 0) | signsOfLevels(this.#scan, index, line);
    const own = signs | signsOfProcess(process, this.#shell);
    return (signs & bits.runs) === 0 ? own : own | this.#program(line.action, process);
  }

  /** What the beginning of a process that init runs is a sign of: of one with arguments, its first word alone. */
  #program(action: string, process: string): Signs {
    const last = this.#last;
    const blank = process.indexOf(" ");
    if (last?.action === action && last.program.length === blank && process.startsWith(last.program))
      return last.signs;
    const signs = signsOfProgram(action, process, this.#find);
    // After flags alone the program is still to come.
    if (blank > 0 && !flagsAtEnd.test(process.slice(blank - 1, blank)))
      this.#last = { action, program: process.slice(0, blank), signs };
    return signs;
  }
}

function signOfAction(action: Action): Signs {
  return (
    (action.process === "run" ? bits.runs : 0) |
    (action.respawns ? bits.respawns : 0) |
    (action.waits ? bits.waits : 0) |
    (action.runlevels === "ignored" ? bits["any-level"] : 0) |
    (action.name === "initdefault" ? bits.initdefault : 0) |
    (action.name === "ondemand" ? bits.ondemand : 0)
  );
}

const signsOfAction: ReadonlyMap<string, Signs> = new Map(
  actions.map((action) => [action.name, signOfAction(action)]),
);

function signsOfLevels({ text, starts }: InittabScan, index: number, line: InittabLine): Signs {
  const start = starts[index] ?? 0;
  const end = start + line.runlevelsEnd;
  let signs = line.runlevels.includes("S") ? bits["single-user"] : 0;
  for (let at = start + line.idEnd + 1; at < end; at++) {
    signs |= bits.levels;
    const code = text.charCodeAt(at);
    if ((code < zero || code > nine) && code !== capitalS) signs |= bits["odd-levels"];
  }
  return signs;
}

const [zero, nine, capitalS] = [0x30, 0x39, 0x53];

/** In a table of characters: it is a blank, or none of the flags that may stand in front of a process. */
const blank = 0x1000000;
const solid = 0x2000000;

/** What a character of ASCII is a sign of. */
const signsOfCharacter: Uint32Array = Uint32Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (
    (shellCharacters.includes(character) ? bits.shell : 0) |
    (character === "#" ? bits["#"] : 0) |
    (character === "&" ? bits["&"] : 0) |
    (character === "@" ? bits["@"] : 0) |
    (" \t".includes(character) ? blank : 0) |
    ("+@ \t".includes(character) ? 0 : solid)
  );
});

function signsOfProcess(process: string, known: Signs): Signs {
  let signs = known;
  let blanks = 0;
  // A character takes three bytes at most, or two of them take four.
  let bytes = process.length;
  for (let at = 0, before = 0; at < process.length; at++) {
    const code = process.charCodeAt(at);
    if (code > 0x7f) {
      signs |= solid;
      bytes += 2;
    } else {
      const sign = signsOfCharacter[code] ?? 0;
      signs |= sign;
      if ((sign & blank) !== 0) blanks++;
    }
    if (
      (before === letterR && (code === letterC || code === letterV)) ||
      (before === dot && code === letterD)
    )
      signs |= bits.script;
    before = code;
  }
  if ((signs & solid) === 0) signs |= bits.empty;
  if (blanks >= wordLimit) signs |= bits["many-words"];
  // The CR of a CRLF file counts too.
  if (bytes + 1 > olderProcessLimit) signs |= bits.long;
  return signs & ~(blank | solid);
}

const [letterR, letterC, letterV, letterD, dot] = [0x72, 0x63, 0x76, 0x64, 0x2e];

/** What the beginning of a process that init runs is a sign of. */
function signsOfProgram(action: string, process: string, find: ProgramFinder): Signs {
  const signs = oddStart.test(process) ? bits["odd-start"] : 0;
  const known = mayStartKnown(process, find);
  if (known) return signs | bits.known | (lasting.has(action) ? bits.console : 0);
  // What begins with a variable, a redirection or a quote is for a closer look.
  const open = action.startsWith("ask") || !plainStart.test(process);
  return open && lasting.has(action) ? signs | bits.console : signs;
}

const flagsAtEnd = /[+@\t-]/;
const oddStart = /^[+@-]*["'~.$]/;
const plainStart = /^[+@-]*[\w./-]+(?:[ \t]|\r?$)/;

/** The actions whose processes run on beside each other; what init waits for is gone before they begin. */
const lasting: ReadonlySet<string> = new Set([
  "respawn",
  "ondemand",
  "once",
  "askfirst",
  "askconsole",
  "askconsolelate",
  "respawnlate",
]);
