// Which part of an OpenRC service a cursor is in, read from the text alone: what is being typed is seldom whole.

import { findOpenrcWord, type HeaderWord } from "@inittab/core";
import { wordAround } from "./header-spot.ts";

/** A place in a service. */
export type OpenrcSpot =
  /** Where a command of depend() stands or could begin. */
  | { readonly kind: "depend-word"; readonly word: HeaderWord }
  /** After a word of depend(). `named` are the others that follow it. */
  | {
      readonly kind: "depend-value";
      readonly of: string;
      readonly word: HeaderWord;
      readonly named: readonly string[];
    }
  /** Where a line outside all functions begins: a variable or a function. */
  | { readonly kind: "top"; readonly word: HeaderWord };

/** The place at an offset; undefined in comments, and where anything of the shell's may stand. */
export function openrcSpotAt(text: string, offset: number): OpenrcSpot | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const depend = bodyOfDepend(text, offset);
  if (depend !== undefined) return dependSpot(text, offset, depend);
  const word = wordAround(text, offset, /[\w-]/);
  return /^\w*$/.test(before) && !isInFunction(text.slice(0, lineStart)) ? { kind: "top", word } : undefined;
}

/** Where the body of depend() begins, if the offset is in it. */
function bodyOfDepend(text: string, offset: number): number | undefined {
  const head = /^[ \t]*(?:function[ \t]+)?depend[ \t]*\(\)\s*\{/m.exec(text);
  if (head === null) return undefined;
  const start = head.index + head[0].length;
  return start <= offset && !closing.test(text.slice(start, offset)) ? start : undefined;
}

/** A brace that is a word of its own ends a function. */
const closing = /(?:^|[\s;])\}/;

function dependSpot(text: string, offset: number, start: number): OpenrcSpot | undefined {
  const command = /[^\n;&|(){}]*$/.exec(text.slice(start, offset))?.[0] ?? "";
  // A line that goes on behind a backslash is of the command before it.
  const words = command
    .trimStart()
    .replace(/^(?:(?:then|else|elif|if|do|!)\s+)+/, "")
    .split(/\s+/);
  const [first = "", ...rest] = words;
  if (rest.length === 0) return { kind: "depend-word", word: wordAround(text, offset, /[\w-]/) };
  if (findOpenrcWord(first, ["depend"]) === undefined) return undefined;
  const word = wordAround(text, offset, /[^\s!;&|(){}"'`$#]/);
  const behind = /^[^\n;&|(){}#]*/.exec(text.slice(word.end))?.[0] ?? "";
  const named = [...rest.slice(0, -1), ...behind.trim().split(/\s+/)].filter((name) => name !== "");
  return { kind: "depend-value", of: first, word, named };
}

/** Whether a function is open at the end of a text: its last brace at the beginning of a line opens one. */
function isInFunction(text: string): boolean {
  const opened = [...text.matchAll(/^[ \t]*(?:function[ \t]+)?[\w-]+[ \t]*\(\)\s*\{/gm)].at(-1);
  return opened !== undefined && !closing.test(text.slice(opened.index + opened[0].length));
}
