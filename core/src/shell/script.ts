// The shell part of a script as plain data: what a parser outside core hands in. It knows the shell's grammar and nothing
// about init scripts; what the parser does not understand is `unknown`, and whoever meets it must keep silent.

import type { TextRange } from "../text/range.ts";

/** A parsed script. */
export interface ShellScript {
  readonly body: readonly ShellStatement[];
  /** Stretches that the parser could not read. */
  readonly errors: readonly TextRange[];
  /** From `#` to the end of the line. */
  readonly comments: readonly TextRange[];
}

export type ShellStatement =
  | ShellSimpleCommand
  | ShellAndOr
  | ShellPipeline
  | ShellGroup
  | ShellIf
  | ShellCase
  | ShellLoop
  | ShellFunction
  | ShellUnknown;

/**
 * A simple command, or assignments alone. `[`, `[[`, `.`, `:`, `exit`, `local` and `export` are commands like all others;
 * `((…))` is one with the single word `((`.
 */
export interface ShellSimpleCommand extends TextRange {
  readonly kind: "command";
  /** Those before the name; for `export`, `local`, `readonly`, `declare` and `typeset` also those among the arguments. */
  readonly assignments: readonly ShellAssignment[];
  /** The name and the arguments; empty for assignments alone. A closing `]` is an argument. */
  readonly words: readonly ShellWord[];
  readonly redirects: readonly ShellRedirect[];
  /** Ends in `&`. */
  readonly background: boolean;
}

export interface ShellAssignment extends TextRange {
  readonly name: string;
  /** Undefined for an array and for `+=`. */
  readonly value: ShellWord | undefined;
}

/** `LEFT && RIGHT` or `LEFT || RIGHT`. */
export interface ShellAndOr extends TextRange {
  readonly kind: "and-or";
  readonly operator: "&&" | "||";
  readonly left: ShellStatement;
  readonly right: ShellStatement;
}

/** A pipeline of several parts, or one part after `!`. */
export interface ShellPipeline extends TextRange {
  readonly kind: "pipeline";
  readonly negated: boolean;
  readonly parts: readonly ShellStatement[];
  readonly background: boolean;
}

/** `{ …; }`, `( … )`, or another compound with redirections, whose only statement it then has. */
export interface ShellGroup extends TextRange {
  readonly kind: "group";
  readonly subshell: boolean;
  readonly body: readonly ShellStatement[];
  readonly redirects: readonly ShellRedirect[];
  readonly background: boolean;
}

export interface ShellIf extends TextRange {
  readonly kind: "if";
  /** `if` and each `elif`. */
  readonly branches: readonly {
    readonly condition: readonly ShellStatement[];
    readonly body: readonly ShellStatement[];
  }[];
  readonly otherwise: readonly ShellStatement[];
}

export interface ShellCase extends TextRange {
  readonly kind: "case";
  readonly subject: ShellWord;
  readonly arms: readonly ShellCaseArm[];
}

export interface ShellCaseArm extends TextRange {
  readonly patterns: readonly ShellWord[];
  readonly body: readonly ShellStatement[];
  /** Ends in `;&` or `;;&`, so the next arm can follow. */
  readonly fallsThrough: boolean;
}

/** `while`, `until`, `for` and `select`. */
export interface ShellLoop extends TextRange {
  readonly kind: "loop";
  /** The condition of `while` and `until`. */
  readonly condition: readonly ShellStatement[];
  /** The variable of `for` and `select`. */
  readonly variable: string | undefined;
  readonly words: readonly ShellWord[];
  readonly body: readonly ShellStatement[];
}

export interface ShellFunction extends TextRange {
  readonly kind: "function";
  readonly name: string;
  readonly nameRange: TextRange;
  readonly body: readonly ShellStatement[];
}

/** What the parser could not read, or what this description has no form for. */
export interface ShellUnknown extends TextRange {
  readonly kind: "unknown";
}

/** A word as written and its parts in order. */
export interface ShellWord extends TextRange {
  readonly text: string;
  readonly parts: readonly ShellWordPart[];
}

export type ShellWordPart =
  /** Plain text; quotes and backslashes are taken away. Unquoted `*`, `?` and `[` make it a pattern. */
  | (TextRange & { readonly kind: "text"; readonly text: string; readonly quoted: boolean })
  /** `$NAME` and `${NAME…}`; `form` is what follows the name in braces, such as `%.sh` or `:-word`. */
  | (TextRange & {
      readonly kind: "variable";
      readonly name: string;
      readonly form: string;
      readonly quoted: boolean;
    })
  /** `$(…)` and backquotes. */
  | (TextRange & {
      readonly kind: "substitution";
      readonly body: readonly ShellStatement[];
      readonly quoted: boolean;
    })
  /** Arithmetic, process substitution, and what the parser could not read. */
  | (TextRange & { readonly kind: "other" });

/** A redirection; the text of a here-document is nobody's business. */
export interface ShellRedirect extends TextRange {
  /** As written, with the descriptor: `>`, `>>`, `<`, `2>`, `>&`, `&>`, `<<`. */
  readonly operator: string;
  readonly target: ShellWord | undefined;
}
