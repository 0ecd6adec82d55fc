import { beforeAll, expect, test } from "vitest";
import { documentOf, marked, show } from "../../testing/document.ts";
import { testEnvironment } from "../../testing/environment.ts";
import { type Grammar, loadGrammar } from "../syntax-tree.ts";
import { selectionRanges } from "./selection.ts";
import { semanticTokens } from "./semantic-tokens.ts";

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

function tokens(text: string, from = 0, to: number = text.length): string {
  const document = documentOf(text);
  return semanticTokens(document.syntaxTree(grammar), { start: from, end: to })
    .map((token) => `${token.type} ${show(document, token)}`)
    .join("\n");
}

test("tokens name the parts of a record", () => {
  expect(tokens("# boot\nl2:2345:wait:+/etc/rc 2 >/dev/null && /bin/x -a # no\n")).toMatchInlineSnapshot(`
    "comment "# boot"
    property "l2"
    number "2345"
    keyword "wait"
    operator "+"
    function "/etc/rc"
    string "2"
    operator ">"
    string "/dev/null"
    operator "&&"
    function "/bin/x"
    string "-a"
    comment "# no""
  `);
  expect(tokens(":::\nbroken\n1:2:respawn\n")).toMatchInlineSnapshot(`
    "property "broken"
    property "1"
    number "2"
    keyword "respawn""
  `);
});

test("tokens of a range are those of its lines", () => {
  const text = "1:2:once:/a\n2:2:once:/b\n3:2:once:/c\n";
  expect(tokens(text, 14, 15)).toMatchInlineSnapshot(`
    "property "2"
    number "2"
    keyword "once"
    function "/b""
  `);
});
