// What a shell reads: commands, words and their parts. Ranges count from the beginning of the text that is parsed.

import type { TextRange } from "../text/range.ts";

/** A piece of a word; the value of a `quoted` piece is not split into fields. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean }
  /** `$(…)` or backquotes; no body where the shell finds its mistake only when it runs it. */
  | { readonly kind: "substitution"; readonly body: List | undefined; readonly quoted: boolean }
  | { readonly kind: "parameter"; readonly expansion: ParameterExpansion; readonly quoted: boolean }
  /** `$((…))`; the text is known only when the parts are expanded. */
  | { readonly kind: "arithmetic"; readonly parts: readonly WordPart[]; readonly quoted: boolean }
  /** `$'…'`, with its escapes as they are written. */
  | { readonly kind: "escaped"; readonly text: string; readonly quoted: boolean };

/** `${…}` with more in it than a name. */
export interface ParameterExpansion {
  /** Empty where a shell finds none; whoever runs it says "bad substitution". */
  readonly name: string;
  /** What stands after the name: `:-`, `%%` and their like; `length` for `${#name}`. May be one that no shell knows. */
  readonly operator: string;
  /** What stands after the operator. */
  readonly word: readonly WordPart[];
}

/** A word before expansion. */
export interface Word extends TextRange {
  /** As written. */
  readonly text: string;
  readonly parts: readonly WordPart[];
}

/** An operator or a reserved word at its place. */
export interface Mark extends TextRange {
  readonly text: string;
}

/** Where a command reads from or writes to. */
export interface Redirection {
  /** Without the number in front. */
  readonly operator: string;
  /** The file descriptor, where it is given. */
  readonly number: string;
  readonly target: Word;
  /** The text of a here-document, which follows the line. */
  readonly document?: HereDocumentText;
}

/** The text of a here-document, without the line that ends it. */
export interface HereDocumentText {
  /** Undefined where the shell finds a mistake in it only when it runs it. */
  readonly parts: readonly WordPart[] | undefined;
}

/** A case of `case`. */
export interface CaseArm {
  /** A pattern that is no word, which some shells read, is left out: it matches nothing. */
  readonly patterns: readonly Word[];
  readonly body: List;
  /** `;&` goes on with the body of the next arm, `;;&` with its patterns. */
  readonly end: ";;" | ";&" | ";;&";
}

/** A program or builtin with its words. */
export interface SimpleCommand {
  readonly kind: "simple";
  readonly assignments: readonly Word[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

/** A command with a beginning and an end of its own; `mark` is what it begins with. */
export type CompoundCommand = { readonly mark: Mark; readonly redirections: readonly Redirection[] } & (
  | { readonly kind: "subshell" | "group"; readonly body: List }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly test: List; readonly body: List }[];
      readonly otherwise: List | undefined;
    }
  | { readonly kind: "while" | "until"; readonly test: List; readonly body: List }
  /** Without `in` there are no words, and it goes through the positional parameters. */
  | {
      readonly kind: "for";
      readonly name: string;
      readonly words: readonly Word[] | undefined;
      readonly body: List;
    }
  | { readonly kind: "case"; readonly word: Word; readonly arms: readonly CaseArm[] }
);

/** Whatever may stand between two operators. */
export type Command =
  | SimpleCommand
  | CompoundCommand
  | { readonly kind: "function"; readonly name: Word; readonly body: Command };

/** Commands joined by `|`. */
export interface Pipeline {
  readonly kind: "pipeline";
  /** The `!` in front. */
  readonly bang: Mark | undefined;
  readonly parts: readonly Command[];
  /** What stands between the parts. */
  readonly operators: readonly Mark[];
}

/** Pipelines joined by `&&` and `||`, which are run from left to right. */
export interface AndOr {
  readonly kind: "and-or";
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: Mark; readonly pipeline: Pipeline }[];
}

/** Commands in a row, each with the operator after it: `;`, `&` or a newline. */
export interface List {
  readonly items: readonly { readonly node: AndOr; readonly operator: Mark | undefined }[];
}

/** Whether a simple command is all there is. */
export function isAlone({ first, rest }: AndOr): boolean {
  const [part] = first.parts;
  return rest.length === 0 && first.bang === undefined && first.parts.length === 1 && part?.kind === "simple";
}

/** Whether a list is nothing but a simple command. */
export function isSingle({ items }: List): boolean {
  const [item] = items;
  return items.length === 1 && item !== undefined && item.operator?.text !== "&" && isAlone(item.node);
}

/** The text of a word in which nothing is quoted or expanded; undefined for any other. */
export function plainText({ parts }: Word): string | undefined {
  let plain = "";
  for (const part of parts) {
    if (part.kind !== "text" || part.quoted) return undefined;
    plain += part.text;
  }
  return plain;
}

/** The length of `name=` at the beginning of a word; undefined where the word is not an assignment. */
export function assignmentLength({ parts }: Word): number | undefined {
  let plain = "";
  for (const part of parts) {
    if (part.kind !== "text" || part.quoted) break;
    plain += part.text;
  }
  return /^[A-Za-z_]\w*=/.exec(plain)?.[0].length;
}
