// The shell's parser: tree-sitter with its bash grammar, as plain data for core.

import { parsedScriptLimit, type ShellScript } from "@inittab/core";
import { loadParser } from "../grammar.ts";
import type { WasmReader } from "../wasm.ts";
import { readStatements } from "./statements.ts";
import { readSyntax } from "./syntax.ts";

/** Parses the shell part of scripts. */
export interface ShellParser {
  /**
   * What the shell would read; undefined for what is no shell script, is too large for one, or makes the parser search
   * for too long. Never fails.
   */
  readonly parse: (text: string) => ShellScript | undefined;
}

/** With more pipes in one chain, the parser's memory grows without measure; real scripts have some dozens at all. */
const mostPipes = 2_000;

/**
 * How much a text may cost: each reading of up to 5,000 characters ahead and each hundred steps of the parser count as
 * one. The longest text that is parsed costs some thousand if it is a real script; a few hostile texts a hundredth as
 * long would cost millions. A clock would judge the same text differently on a busy machine.
 */
const mostWork = 20_000;

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
      .replace(/(?<=\btest\s[^\n;|&]{0,200}\s)==(?=\s)/g, "__")
      // A place that a build fills in, at the beginning of a command too.
      .replace(/@(@?)([A-Za-z_]\w*)\1@/g, (whole) => "_".repeat(whole.length))
  );
}

/** Loads the parser. Takes some 30 ms, so it is done when a script is first met. */
export async function loadShellParser(wasm: WasmReader): Promise<ShellParser> {
  const parser = await loadParser(wasm, "tree-sitter-bash.wasm");
  return {
    parse: (text) => {
      if (text.length > parsedScriptLimit || text.includes("\0") || !isShell(text)) return undefined;
      if (text.length > mostPipes && text.split("|").length > mostPipes) return undefined;
      const readable = masked(text);
      let work = 0;
      const read = (index: number) => {
        work++;
        return readable.slice(index);
      };
      const tree = parser.parse(read, null, { progressCallback: () => ++work > mostWork });
      if (tree === null) {
        // Otherwise it would go on with this text.
        parser.reset();
        return undefined;
      }
      try {
        const { root, errors, comments } = readSyntax(tree, text);
        return { body: readStatements(text, root), errors, comments };
      } finally {
        tree.delete();
      }
    },
  };
}
