import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toTokenData } from "../../convert-answers.ts";
import { documentOf, show } from "../../testing/document.ts";
import { createTokens } from "../tokens.ts";
import { tokenLines } from "./semantic-tokens.ts";

function tokens(text: string, from = 0, to = text.length, settings?: object): string {
  const document = documentOf(text, settings);
  return Array.from(tokenLines(document.scan, { start: from, end: to }), ({ start, tokens }) =>
    tokens.map((token) => {
      const range = { start: start + token.start, end: start + token.end };
      return `${token.type} ${show(document, range)}`;
    }),
  )
    .flat()
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

test("what init does not see of a process looks like a comment", () => {
  expect(tokens("1:2:once:@/bin/x a#b c\n2:2:once:-/bin/sh 'a b'\n")).toMatchInlineSnapshot(`
    "property "1"
    number "2"
    keyword "once"
    operator "@"
    function "/bin/x"
    string "a"
    comment "#b c"
    property "2"
    number "2"
    keyword "once"
    function "-/bin/sh"
    string "'a b'""
  `);
  const busybox = { dialect: "busybox" };
  expect(tokens("::respawn:-/bin/sh -c 'x; y' \\\n  more\n", 0, 60, busybox)).toMatchInlineSnapshot(`
    "keyword "respawn"
    operator "-"
    function "/bin/sh"
    string "-c"
    string "'x; y'"
    string "\\\\"
    string "more""
  `);
});

const piece = pieceOf(
  "1",
  ":2:once:",
  "/bin/x a",
  "\n",
  "\r\n",
  "\r",
  "#",
  "'",
  '"',
  "\\",
  "`",
  "; ",
  "\\\n",
  "x".repeat(90),
);
const someText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));
const someDialect = fc.constantFrom({ dialect: "sysvinit" }, { dialect: "busybox" }, { initVersion: "2.88" });

/** Each token as the client places it: line, character, length, type. */
function placed(data: readonly number[]): readonly (readonly number[])[] {
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index * 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    return [line, character, length, type];
  });
}

test("each token stands on one line of the editor, after the one before it", () => {
  fc.assert(
    fc.property(someText, someDialect, (text, settings) => {
      const document = documentOf(text, settings);
      const data = createTokens(document).whole().data;
      expect(data).toEqual(toTokenData(document, tokenLines(document.scan, { start: 0, end: text.length })));
      const lines = text.split(/\r\n|[\r\n]/);
      let before = { line: 0, end: 0 };
      for (const [line = -1, character = -1, length = 0] of placed(data)) {
        expect(length).toBeGreaterThan(0);
        expect(character + length).toBeLessThanOrEqual(lines[line]?.length ?? -1);
        if (line === before.line) expect(character).toBeGreaterThanOrEqual(before.end);
        else expect(line).toBeGreaterThan(before.line);
        before = { line, end: character + length };
      }
    }),
  );
});

test("what has changed leads from the last answer to this one", () => {
  fc.assert(
    fc.property(
      someText,
      fc.array(fc.tuple(fc.nat(60), fc.nat(9), someText), { maxLength: 5 }),
      (text, edits) => {
        const document = documentOf(text);
        const tokens = createTokens(document);
        let { resultId = "", data } = tokens.whole();
        for (const [at, length, by] of edits) {
          const [start, end] = [document.placeAt(at), document.placeAt(at + length)];
          document.change([{ range: { start, end }, text: by }], document.version + 1);
          const answer = tokens.since(resultId);
          if (!("edits" in answer)) throw new Error("all tokens again");
          for (const edit of answer.edits)
            data = data.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? []));
          resultId = answer.resultId ?? "";
          expect(data).toEqual(createTokens(document).whole().data);
        }
        expect(tokens.since(resultId)).toEqual({ resultId, edits: [] });
        expect(tokens.since("another")).toEqual({ resultId, data });
      },
    ),
  );
});
