import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine } from "@inittab/core";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Query } from "web-tree-sitter";
import { grammarFolder, language, parseWeb } from "./trees.ts";

const folder = join(grammarFolder, "queries");
const load = (name: string) => new Query(language, readFileSync(join(folder, name), "utf8"));

/** Prints what a query captures, one match a line. */
function check(query: string, text: string): string {
  const tree = parseWeb(text);
  const matches = load(query).matches(tree.rootNode);
  const lines = matches.map(({ captures }) =>
    captures.map(({ name, node }) => `${name} <${node.text}>`).join(" "),
  );
  tree.delete();
  return lines.join("\n");
}

test("every query compiles", () => {
  const queries = readdirSync(folder);
  expect(queries).toEqual(["folds.scm", "highlights.scm", "injections.scm", "tags.scm"]);
  for (const query of queries) expect(load(query).patternCount()).toBeGreaterThan(0);
});

test("highlights", () => {
  expect(
    check("highlights.scm", "# a\n1:2345:respawn:+@getty -L tty1 # b\n::once:sh -c x;-y\n"),
  ).toMatchInlineSnapshot(`
    "comment <# a>
    property <1>
    punctuation.delimiter <:>
    number <2345>
    punctuation.delimiter <:>
    keyword <respawn>
    punctuation.delimiter <:>
    punctuation.special <+>
    punctuation.special <@>
    function <getty>
    constant <-L>
    comment <# b>
    punctuation.delimiter <:>
    punctuation.delimiter <:>
    keyword <once>
    punctuation.delimiter <:>
    function <sh>
    constant <-c>
    operator <;>
    constant <-y>"
  `);
});

test("highlights name no node twice", () => {
  const query = load("highlights.scm");
  const unit = pieceOf(..."::::\n #+@'\\;a-");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const tree = parseWeb(`x:2:once:${text}`);
      const nodes = query.captures(tree.rootNode).map(({ node }) => node.id);
      expect(nodes.length).toBe(new Set(nodes).size);
      tree.delete();
    }),
  );
});

test("folds are runs of comment lines", () => {
  expect(check("folds.scm", "# a\n# b\nx:2:once:y # no\n  # c\n# d\n")).toMatchInlineSnapshot(`
    "fold <# a> fold <# b>
    fold <# c> fold <# d>"
  `);
});

test("a tag is a record under its id, described by the comments above it", () => {
  expect(check("tags.scm", "# a\n# b\nx:2:once:y\nz:3:off:\n::once:w\n")).toMatchInlineSnapshot(`
    "doc <# a> doc <# b> definition.function <x:2:once:y> name <x>
    definition.function <z:3:off:> name <z>"
  `);
});

test("a whole command is injected as bash", () => {
  expect(
    check("injections.scm", "x:2:once:+sh -c 'a b' # c\ny:2:once:b\nz:2:once:@c;\n"),
  ).toMatchInlineSnapshot(`"injection.content <sh -c 'a b' # c>"`);
  expect(load("injections.scm").setProperties).toEqual([
    { "injection.language": "bash", "injection.include-children": null },
  ]);
});

test("bash is injected exactly where sysvinit runs a shell", () => {
  const query = load("injections.scm");
  const unit = pieceOf(..."+@ab /#:-~`!$^&*()=|\\{}[];\"'<>?%.,_é");
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), (text) => {
      // A newline ends the record; the tree counts a carriage return before it to the newline.
      const process = text.replaceAll("\n", "").replace(/\r+$/, "");
      const tree = parseWeb(`x:2:once:${process}\n`);
      const injected = query.captures(tree.rootNode).map(({ node }) => node.text);
      const command = commandLine(process, { dialect: "sysvinit" });
      const script =
        command.kind === "shell" ? [process.slice(command.script.start, command.script.end)] : [];
      expect(injected).toEqual(script);
      tree.delete();
    }),
    { numRuns: 1000 },
  );
});
