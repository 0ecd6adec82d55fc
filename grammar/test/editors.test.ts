// The queries of each editor name what the general ones name, in the editor's own words.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Query } from "web-tree-sitter";
import { grammarFolder, language, parseWeb } from "./trees.ts";

const text = `# A comment.
id:2:initdefault:
1:2345:respawn:+@/sbin/getty -L 38400 tty1 # the console
::sysinit:/etc/init.d/rcS
ca:12345:ctrlaltdel:sync; shutdown -r now
`;

const read = (path: string) => readFileSync(join(grammarFolder, path), "utf8");

/** The captures of a query in the order of the text, one a line. Those that only add to others are left out. */
function captures(query: string, added: readonly string[] = []): readonly string[] {
  const tree = parseWeb(text);
  const found = new Query(language, query).captures(tree.rootNode);
  const lines = found
    .filter(({ name }) => !added.includes(name))
    .map(({ name, node }) => `${name} <${node.text}>`);
  tree.delete();
  return lines;
}

/** The general captures in the words of an editor. */
function inWordsOf(words: Readonly<Record<string, string>>): readonly string[] {
  return captures(read("queries/highlights.scm")).map((line) =>
    line.replace(/^[\w.]+/, (name) => words[name] ?? name),
  );
}

/** Neovim's and Emacs's own predicates, as web-tree-sitter knows them. */
function withKnownPredicates(query: string): string {
  return query.replace(
    /#lua-match\? (@\S+) "([^"]*(?:\\"[^"]*)*)"/g,
    (_, capture: string, pattern: string) => {
      return `#match? ${capture} "${pattern.replaceAll(/%(\W)/g, "\\\\$1")}"`;
    },
  );
}

/** What stands up to the bracket that closes a list; no string here has a bracket in it. */
function listFrom(inside: string): string {
  let depth = 1;
  const end = Array.from(inside).findIndex((letter) => {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    return depth === 0;
  });
  return inside.slice(0, end);
}

describe("highlights", () => {
  test("of Neovim", () => {
    expect(
      captures(withKnownPredicates(read("editors/neovim/queries/inittab/highlights.scm")), ["spell"]),
    ).toEqual(inWordsOf({ function: "function.call" }));
  });

  test("of Helix", () => {
    const words = { comment: "comment.line", property: "variable.other.member", number: "constant.numeric" };
    expect(captures(read("editors/helix/queries/inittab/highlights.scm"))).toEqual(inWordsOf(words));
  });

  test("of Zed", () => {
    expect(captures(read("editors/zed/languages/inittab/highlights.scm"))).toEqual(inWordsOf({}));
  });

  test("of Emacs", () => {
    const faces = {
      comment: "font-lock-comment-face",
      property: "font-lock-variable-name-face",
      number: "font-lock-constant-face",
      keyword: "font-lock-keyword-face",
      function: "font-lock-function-name-face",
      constant: "font-lock-builtin-face",
      operator: "font-lock-delimiter-face",
      "punctuation.delimiter": "font-lock-delimiter-face",
      "punctuation.special": "font-lock-delimiter-face",
    };
    const mode = read("editors/emacs/inittab-ts-mode.el");
    const queries = Array.from(mode.matchAll(/^ {3}'\(/gm), ({ index }) => listFrom(mode.slice(index + 5)));
    expect(queries).toHaveLength(Array.from(mode.matchAll(/^ {3}:feature/gm)).length);
    const query = queries
      .join("\n")
      .replaceAll(":anchor", ".")
      .replace(/\(:match "\\\\`([^"]*)" (@[\w-]+)\)/g, '(#match? $2 "^$1")');
    expect(captures(query)).toEqual(inWordsOf(faces));
  });
});

test("bash is injected in the same commands everywhere", () => {
  const usual = captures(read("queries/injections.scm"));
  expect(usual).toEqual(["injection.content <sync; shutdown -r now>"]);
  for (const path of [
    "editors/neovim/queries/inittab",
    "editors/helix/queries/inittab",
    "editors/zed/languages/inittab",
  ])
    expect(captures(withKnownPredicates(read(`${path}/injections.scm`))), path).toEqual(usual);
});

test("what only some editors ask for", () => {
  expect(captures(read("editors/neovim/queries/inittab/folds.scm"))).toEqual(["fold <# A comment.>"]);
  const entries = captures(read("editors/helix/queries/inittab/textobjects.scm"));
  expect(entries).toContain("entry.around <id:2:initdefault:>");
  expect(entries).toContain("entry.inside <sync; shutdown -r now>");
  expect(captures(read("editors/zed/languages/inittab/outline.scm")).slice(0, 5)).toEqual([
    "annotation <# A comment.>",
    "item <id:2:initdefault:>",
    "name <id>",
    "context <2>",
    "context <initdefault>",
  ]);
});

test("every query of an editor compiles", () => {
  const paths = readdirSync(join(grammarFolder, "editors"), { recursive: true, encoding: "utf8" });
  const queries = paths.filter((path) => path.endsWith(".scm"));
  expect(queries.length).toBeGreaterThan(8);
  for (const path of queries)
    expect(new Query(language, read(join("editors", path))).patternCount(), path).toBeGreaterThan(0);
});
