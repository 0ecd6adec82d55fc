// A file of the repository as the checks see it: its text, its syntax tree and what it imports, types included.

import { posix } from "node:path";
import { type Program, parseSync, Visitor, type VisitorObject } from "oxc-parser";

/** The text of every source file, by its path from the root of the repository. */
export type Tree = ReadonlyMap<string, string>;

/** One import, re-export, `import()`, or `import("…")` in a type. */
export interface Import {
  /** What stands between the quotes. */
  readonly request: string;
  /** The file that a relative request names, from the root; undefined for a package. */
  readonly target: string | undefined;
  readonly line: number;
}

/** A file that was read. */
export interface Source {
  readonly path: string;
  readonly program: Program;
  readonly imports: readonly Import[];
  /** The line, counted from 1, that holds an offset in UTF-16 units. */
  readonly lineAt: (offset: number) => number;
  /** The text between two offsets, on one line. */
  readonly textOf: (span: Span) => string;
}

/** A part of a text, in UTF-16 units; every node of a tree is one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads a file. What is no TypeScript is left to the compiler, which says more about it. */
export function readSource(path: string, text: string): Source {
  const { program, module } = parseSync(path, text);
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const imports: Import[] = [];
  const add = (request: { readonly value: string; readonly start: number }): void => {
    const target = request.value.startsWith(".") ? posix.join(posix.dirname(path), request.value) : undefined;
    imports.push({ request: request.value, target, line: lineAt(request.start) });
  };
  for (const { moduleRequest } of module.staticImports) add(moduleRequest);
  for (const { entries } of module.staticExports) {
    // All entries of a statement have the same origin.
    const request = entries[0]?.moduleRequest;
    if (request) add(request);
  }
  visit(program, {
    ImportExpression: ({ source }) => {
      if (source.type === "Literal" && typeof source.value === "string")
        add({ value: source.value, start: source.start });
    },
    TSImportType: ({ source }) => add(source),
  });
  const textOf = ({ start, end }: Span): string => text.slice(start, end).replaceAll(/\s+/g, " ");
  return { path, program, imports, lineAt, textOf };
}

/** Calls the visitor's functions for the nodes of a tree, in the order of the text. */
export function visit(program: Program, visitor: VisitorObject): void {
  new Visitor(visitor).visit(program);
}
