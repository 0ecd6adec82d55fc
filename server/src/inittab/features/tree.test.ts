import { beforeAll, expect, test } from "vitest";
import { marked, show } from "../../testing/document.ts";
import { testEnvironment } from "../../testing/environment.ts";
import { type Grammar, loadGrammar } from "../syntax-tree.ts";
import { selectionRanges } from "./selection.ts";

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar((name) => testEnvironment.wasm(name, undefined));
});

function select(text: string): string {
  const { document, offset } = marked(text);
  return selectionRanges(document.syntaxTree(grammar), offset)
    .map((range) => show(document, range))
    .join(" < ");
}

test("a selection grows from the word to the file", () => {
  expect(select("# x\n1:2:respawn:/sbin/agetty t$0ty1\n")).toMatchInlineSnapshot(
    `""tty1" < "/sbin/agetty tty1" < "1:2:respawn:/sbin/agetty tty1" < "# x\\n1:2:respawn:/sbin/agetty tty1\\n""`,
  );
  expect(select("1:2$0\n")).toMatchInlineSnapshot(`""2" < "1:2" < "1:2\\n""`);
  expect(select("# com$0ment\n")).toMatchInlineSnapshot(`""# comment" < "# comment\\n""`);
  expect(select("$0")).toMatchInlineSnapshot(`""""`);
});
