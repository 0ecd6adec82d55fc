// What the kernel makes of the beginning of a script: it looks at the first two bytes and at nothing after the first line.

import type { TextRange } from "../../text/range.ts";

/** What the beginning of a script is. Ranges are those of the whole line, without its newline. */
export type FirstLine =
  /** `#!` and a program. */
  | ({ readonly kind: "interpreter" } & Interpreter)
  /** The author wrote an interpreter, but the kernel does not see it. */
  | ({ readonly kind: "unseen"; readonly why: Unseen; readonly written: string } & Placed)
  /** All of the script stands in one line, with `\n` where lines were to end. */
  | ({ readonly kind: "escaped" } & Placed)
  | ({ readonly kind: "none" } & Placed);

/** Why the kernel sees no interpreter: what stands in front of `#!`, or how it is written. */
export type Unseen = "byte-order-mark" | "lower-line" | "indented" | "misspelt";

interface Placed {
  readonly range: TextRange;
}

/** An interpreter line. */
export interface Interpreter extends Placed {
  /** The program as written. */
  readonly program: string;
  readonly programRange: TextRange;
  /** Everything after the program, which is one argument to the kernel; empty where there is none. */
  readonly argument: string;
  /** The line ends in a carriage return, which the kernel takes for a part of the last word. */
  readonly hasReturn: boolean;
}

const byteOrderMark = "\uFEFF";

/** `#!` with an absolute path, as people write it by mistake: without or before its `!`, or with a blank in it. */
const misspelt = /^(?:#|!#|#[ \t]+!|#1)[ \t]*(\/(?:usr\/)?(?:local\/)?s?bin\/[a-z][^\s\\]*(?:[ \t][^\n]*)?)$/;

/** Reads the beginning of a script. Never fails. */
export function readFirstLine(text: string): FirstLine {
  const end = endOfLine(text, 0);
  const first = text.slice(0, end);
  const range = { start: 0, end };
  if (/^\uFEFF?#!?[ \t]*\/[^\n]*?\\n[ \t]*#/.test(first) && first.split("\\n").length > 3)
    return { kind: "escaped", range };
  const interpreter = readInterpreter(first, range);
  if (interpreter !== undefined) return interpreter;
  const unseen = (why: Unseen, written: string): FirstLine => ({ kind: "unseen", why, written, range });
  const [, marked] = /^\uFEFF(#![^\n]*)/.exec(first) ?? [];
  if (marked !== undefined || first.startsWith(byteOrderMark)) return unseen("byte-order-mark", marked ?? "");
  const [, indented] = /^[ \t]+(#![ \t]*\/[^\n]*)/.exec(first) ?? [];
  if (indented !== undefined) return unseen("indented", indented);
  const [, meant] = misspelt.exec(first.trimEnd()) ?? [];
  if (meant !== undefined) return unseen("misspelt", `#!${meant}`);
  // Comments may stand above it, but no command.
  const [, above = "", lower] =
    /^((?:[ \t]*(?:#(?!!)[^\n]*)?\r?\n)+)[ \t]*(#![ \t]*\/[^\n]*)/.exec(text) ?? [];
  if (lower === undefined) return { kind: "none", range };
  const line = { start: above.length, end: endOfLine(text, above.length) };
  return { kind: "unseen", why: "lower-line", written: lower, range: line };
}

function readInterpreter(first: string, range: TextRange): FirstLine | undefined {
  const [, before = "", program = "", rest = ""] = /^(#![ \t]*)([^ \t\r\n]+)([^\n]*)$/.exec(first) ?? [];
  if (program === "") return undefined;
  return {
    kind: "interpreter",
    program,
    programRange: { start: before.length, end: before.length + program.length },
    argument: rest.trim(),
    hasReturn: first.endsWith("\r"),
    range,
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
