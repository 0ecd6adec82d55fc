// What words stand for. A word becomes pieces, and pieces become fields, one text, or a pattern.

import type { Word, WordPart } from "../../tree.ts";
import type { Working } from "../contract.ts";
import { assign, expansionStatus, fail, type ShellState, spend, variable } from "../state.ts";
import { compute } from "./arithmetic.ts";
import { unescaped } from "./escapes.ts";
import { filesFor } from "./glob.ts";
import { expandParameter, type WordExpander } from "./parameter.ts";
import { isPattern } from "./pattern.ts";
import { joinedPattern, joinedText, type Piece, splitFields } from "./split.ts";
import { substitute } from "./substitute.ts";
import { argumentsOf, valueOfParameter } from "./value.ts";

/** The fields of words: expanded, split, with file names for patterns. */
export function* expandWords(shell: ShellState, words: readonly Word[]): Working<readonly string[]> {
  const all: string[] = [];
  for (const word of words) all.push(...(yield* expandFields(shell, word.parts)));
  return all;
}

function* expandFields(shell: ShellState, parts: readonly WordPart[]): Working<readonly string[]> {
  spend(shell);
  const [only] = parts;
  // Most words are plain.
  if (only?.kind === "text" && parts.length === 1 && !/[*?[~]/.test(only.text)) return [only.text];
  const pieces = yield* expandParts(shell, parts, { quoted: false, tilde: "word" });
  const fields = splitFields(pieces, variable(shell, "IFS"));
  return fields.flatMap(({ text, pattern }) => {
    if (shell.options.has("noglob") || !isPattern(pattern)) return [text];
    const found = filesFor(shell, pattern);
    return found.length > 0 ? found : [text];
  });
}

/** The text of a word that is not split. */
export function* expandText(shell: ShellState, parts: readonly WordPart[]): Working<string> {
  return joinedText(yield* expandParts(shell, parts, { quoted: false, tilde: "word" }));
}

/** The value of an assignment; `~` counts after every colon. */
export function* expandValue(shell: ShellState, parts: readonly WordPart[]): Working<string> {
  return joinedText(yield* expandParts(shell, parts, { quoted: false, tilde: "assignment" }));
}

/** A word as a pattern; what is quoted in it stands for itself. */
export function* expandPattern(shell: ShellState, parts: readonly WordPart[]): Working<string> {
  return joinedPattern(yield* expandParts(shell, parts, { quoted: false, tilde: "word" }));
}

/** The text of a here-document, or of arithmetic. */
export function* expandQuoted(shell: ShellState, parts: readonly WordPart[]): Working<string> {
  return joinedText(yield* expandParts(shell, parts, { quoted: true, tilde: "none" }));
}

/** How a word is expanded. */
export interface ExpansionUse {
  /** All of it stands between quotes. */
  readonly quoted: boolean;
  readonly tilde: "word" | "assignment" | "none";
  /** What is text in it is split, as the result of an expansion is. */
  readonly inner?: boolean;
}

/** The pieces that the parts of a word stand for. */
function* expandParts(
  shell: ShellState,
  parts: readonly WordPart[],
  use: ExpansionUse,
): Working<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind === "text") {
      // The quotes around an empty list of arguments make no word.
      if (part.text === "" && isEmptyList(shell, parts, index)) continue;
      const quoted = part.quoted || use.quoted;
      const text = quoted ? part.text : withHome(shell, part.text, use.tilde, index, parts.length);
      const split = use.inner === true && !quoted;
      pieces.push({ kind: "text", text, quoted, split });
    } else pieces.push(...(yield* expandPart(shell, part, part.quoted || use.quoted)));
  }
  spend(shell, Math.floor(pieces.reduce((length, piece) => length + piece.text.length, 0) / 100));
  return pieces;
}

function isEmptyList(shell: ShellState, parts: readonly WordPart[], index: number): boolean {
  const next = parts[index + 1];
  return next?.kind === "variable" && next.name === "@" && next.quoted && shell.positional.length === 0;
}

function* expandPart(
  shell: ShellState,
  part: Exclude<WordPart, { kind: "text" }>,
  quoted: boolean,
): Working<readonly Piece[]> {
  spend(shell);
  const result = (text: string): readonly Piece[] => [{ kind: "text", text, quoted, split: !quoted }];
  switch (part.kind) {
    case "variable": {
      if (part.name === "@" || part.name === "*") return argumentsOf(shell, part.name, quoted);
      const value = valueOfParameter(shell, part.name);
      if (value === undefined && shell.options.has("nounset"))
        fail(shell, shell.behaviour.words.unset(part.name), expansionStatus(shell));
      return result(value ?? "");
    }
    case "substitution":
      return result(yield* substitute(shell, part.body));
    case "parameter":
      return yield* expandParameter(shell, part.expansion, quoted, expander);
    case "arithmetic":
      return result(evaluate(shell, yield* expandQuoted(shell, part.parts)));
    case "escaped":
      return [{ kind: "text", text: unescaped(part.text), quoted: true, split: false }];
  }
}

const expander: WordExpander = { parts: expandParts, arithmetic: evaluate };

/** The value of an arithmetic expression. */
export function evaluate(shell: ShellState, text: string): string {
  const computed = compute(text, {
    behaviour: shell.behaviour.arithmetic,
    get: (name) => {
      const value = variable(shell, name);
      if (value === undefined && shell.behaviour.arithmetic.refusesUnset && shell.options.has("nounset"))
        fail(shell, shell.behaviour.words.unset(name), expansionStatus(shell));
      return value;
    },
    set: (name, value) => assign(shell, name, value),
  });
  if (computed.kind === "value") return computed.value.toString();
  const { words, expansionStatus: status } = shell.behaviour;
  return fail(shell, words.arithmetic(computed.fault, text), status);
}

/** `~` where a word begins, and in an assignment after a colon, if nothing of it is quoted. */
function withHome(
  shell: ShellState,
  text: string,
  use: ExpansionUse["tilde"],
  index: number,
  count: number,
): string {
  if (use === "none" || !text.includes("~")) return text;
  const home = variable(shell, "HOME");
  if (home === undefined) return text;
  const last = index === count - 1;
  const stretches = use === "assignment" ? text.split(":") : [text];
  return stretches
    .map((stretch, at) => {
      const begins = index === 0 || at > 0;
      const ends = last || at < stretches.length - 1;
      const isHome = begins && (stretch.startsWith("~/") || (ends && stretch === "~"));
      return isHome ? home + stretch.slice(1) : stretch;
    })
    .join(":");
}
