// A mutant: one small change of the code that a test should notice.

/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a mutant is switched on at one of its places. */
export type Place = Span & {
  /** An expression, a block that is left out, or a property `{ name }` whose value is an expression. */
  readonly form: "expression" | "block" | "property";
};

/** A change of one file. */
export interface Change {
  /** Usually one; a constant has as many as it has uses. */
  readonly places: readonly Place[];
  /** Where the changed code stands. */
  readonly span: Span;
  /** What takes its place: an expression, or nothing for a block. */
  readonly mutated: string;
}

/** A change with its number in a run, which is never 0. */
export interface Mutant extends Change {
  readonly id: number;
  /** From the root of the repository. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly original: string;
}

/** A line that names a mutant; it is the same in each run over the same code. */
export function titleOf({ path, line, column, original, mutated }: Mutant): string {
  const short = (text: string): string => {
    const words = text.replaceAll(/\s+/g, " ");
    return words.length > 100 ? `${words.slice(0, 97)}...` : words;
  };
  return `${path}:${line}:${column}: ${short(original)} -> ${mutated === "" ? "(nothing)" : short(mutated)}`;
}
