// The shell's parser: tree-sitter with its bash grammar, as plain data for core.

import { finish, parsedScriptLimit, type ShellScript, type Slices } from "@inittab/core";
import type { Parser, Tree } from "web-tree-sitter";
import { loadParsers } from "../grammar.ts";
import type { WasmReader } from "../wasm.ts";
import { readStatements } from "./statements.ts";
import { readSyntax, type Syntax } from "./syntax.ts";

/** Parses the shell part of scripts. */
export interface ShellParser {
  /**
   * What the shell would read; undefined for what is not a shell script, is too large for one, or makes the parser search
   * for too long. Never fails.
   */
  readonly parse: (text: string) => ShellScript | undefined;
  /** The same in slices; several texts may be parsed beside each other. */
  readonly parseSlices: (text: string) => Slices<ShellScript | undefined>;
}

/** With more pipes in one chain, the parser's memory grows without measure; real scripts have some dozens at all. */
const mostPipes = 2_000;

/**
 * How much a text may cost: each reading of up to 5,000 characters ahead and each hundred steps of the parser count as
 * one. The longest text that is parsed costs some thousand if it is a real script; a few hostile texts a hundredth as
 * long would cost millions. A clock would judge the same text differently on a busy machine.
 */
const mostWork = 20_000;

/** So much of that work is done in one slice: some milliseconds. */
const workInSlice = 250;

const shells =
  /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?(?:(?:ba|da|a|[mp]?d?k|z)?sh\d*|init-d-script|openrc-run|runscript|busybox\s+a?sh)(?:\s|$)/;

/** Whether the interpreter, if the text names one, is a shell. */
function isShell(text: string): boolean {
  const [first = ""] = /^(?:## template:[^\n]*\n)?(#![^\n]*\n?)/.exec(text)?.slice(1) ?? [];
  return first === "" || shells.test(first.slice(0, 200));
}

/**
 * The text for the grammar, character for character in the same places: what it does not know although every shell does
 * is written as an ordinary word. The words of the result are taken from the script itself.
 */
function masked(text: string): string {
  return (
    text
      // `[ \( … \) -a … ]`: the grammar wants no quoted brackets in a test, so that this is a command called `_`.
      .replace(/\[(?=\s[^\n\]]*\s\\[()]\s[^\n\]]*\s\])/g, "_")
      .replace(/(?<=\s)\\[()](?=\s)/g, "__")
      // What follows `==` in the arguments of test is a regular expression to the grammar, up to the next blank.
      .replace(/==(?=\s)(?<=\btest\s[^\n;|&]{0,200}\s==)/g, "__")
      // A place that a build fills in, at the beginning of a command too.
      .replace(/@(@?)([A-Za-z_]\w*)\1@/g, (whole) => "_".repeat(whole.length))
  );
}

/** Loads the parser. Takes some 30 ms, so it is done when a script is first met. */
export async function loadShellParser(wasm: WasmReader): Promise<ShellParser> {
  const newParser = await loadParsers(wasm, "tree-sitter-bash.wasm");
  const parseSlices = (text: string) => scriptSlices(newParser, text);
  return { parse: (text) => finish(parseSlices(text)), parseSlices };
}

function* scriptSlices(newParser: () => Parser, text: string): Slices<ShellScript | undefined> {
  if (text.length > parsedScriptLimit || text.includes("\0") || !isShell(text)) return undefined;
  if (text.length > mostPipes && text.split("|").length > mostPipes) return undefined;
  const tree = yield* treeSlices(newParser, text);
  if (tree === undefined) return undefined;
  const { root, errors, comments } = yield* syntaxOf(tree, text);
  // To free a large tree takes as long as some slices.
  yield;
  return { body: yield* readStatements(text, root), errors, comments };
}

/** The tree as plain data; it is freed. */
function* syntaxOf(tree: Tree, text: string): Slices<Syntax> {
  try {
    return yield* readSyntax(tree, text);
  } finally {
    tree.delete();
  }
}

/** The grammar's tree; undefined if it would take too much work. */
function* treeSlices(newParser: () => Parser, text: string): Slices<Tree | undefined> {
  const readable = masked(text);
  let work = 0;
  let limit = 0;
  const read = (index: number) => {
    work++;
    return readable.slice(index);
  };
  const options = { progressCallback: () => ++work > limit };
  // Between two slices it holds what it has read of this text.
  const parser = newParser();
  try {
    for (;;) {
      limit = Math.min(work + workInSlice, mostWork);
      const tree = parser.parse(read, null, options);
      if (tree !== null) return tree;
      if (work > mostWork) return undefined;
      yield;
    }
  } finally {
    parser.delete();
  }
}
