import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { flawsOf, grammarFolder, language, linesOf, nativeBinding, printTree, webBinding } from "./trees.ts";

/** Prints the tree of a text with what each node stands for. */
function check(text: string): string {
  return webBinding(text, (root) => printTree(root, text));
}

test("a record, its flags and its words", () => {
  expect(check("1:2345:respawn:+@/sbin/getty -L tty1 # ok\n")).toMatchInlineSnapshot(`
    "source_file "1:2345:respawn:+@/sbin/getty -L tty1 # ok\\n"
      record "1:2345:respawn:+@/sbin/getty -L tty1 # ok"
        id: id "1"
        ":" ":"
        runlevels: runlevels "2345"
        ":" ":"
        action: action "respawn"
        ":" ":"
        process: process "+@/sbin/getty -L tty1 # ok"
          flag: flag "+"
            "+" "+"
          flag: flag "@"
            "@" "@"
          command: command "/sbin/getty -L tty1 # ok"
            word "/sbin/getty"
            word "-L"
            word "tty1"
            comment "# ok""
  `);
});

test("a command for the shell", () => {
  expect(check("::once: sh -c 'a b'>x;y\n")).toMatchInlineSnapshot(`
    "source_file "::once: sh -c 'a b'>x;y\\n"
      record "::once: sh -c 'a b'>x;y"
        ":" ":"
        ":" ":"
        action: action "once"
        ":" ":"
        process: process " sh -c 'a b'>x;y"
          command: command " sh -c 'a b'>x;y"
            word "sh"
            word "-c"
            word "'a b'"
            operator ">"
            word "x"
            operator ";"
            word "y""
  `);
});

test("quotes and backslashes keep a word together, open ones to the end of the line", () => {
  expect(
    check("a::once:sh 'a  b;'c \"d 'e' \\\" f\"g `h \\` i` j\\ k\\;l\nb::once:x 'y \\' \"z ;\n"),
  ).toMatchInlineSnapshot(`
    "source_file "a::once:sh 'a  b;'c \\"d 'e' \\\\\\" f\\"g \`h \\\\\` i\` j\\\\ k\\\\;l\\nb::once:x 'y \\\\' \\"z ;\\n"
      record "a::once:sh 'a  b;'c \\"d 'e' \\\\\\" f\\"g \`h \\\\\` i\` j\\\\ k\\\\;l"
        id: id "a"
        ":" ":"
        ":" ":"
        action: action "once"
        ":" ":"
        process: process "sh 'a  b;'c \\"d 'e' \\\\\\" f\\"g \`h \\\\\` i\` j\\\\ k\\\\;l"
          command: command "sh 'a  b;'c \\"d 'e' \\\\\\" f\\"g \`h \\\\\` i\` j\\\\ k\\\\;l"
            word "sh"
            word "'a  b;'c"
            word "\\"d 'e' \\\\\\" f\\"g"
            word "\`h \\\\\` i\`"
            word "j\\\\ k\\\\;l"
      record "b::once:x 'y \\\\' \\"z ;"
        id: id "b"
        ":" ":"
        ":" ":"
        action: action "once"
        ":" ":"
        process: process "x 'y \\\\' \\"z ;"
          command: command "x 'y \\\\' \\"z ;"
            word "x"
            word "'y \\\\'"
            word "\\"z ;""
  `);
});

test("carriage returns end a line only where a newline follows", () => {
  expect(check("# c\r\n1:2:once:/x y\r\n2\r:3\r:a\rb\r:/p q\r \r+r\r\r\n\r\n# d\r")).toMatchInlineSnapshot(`
    "source_file "# c\\r\\n1:2:once:/x y\\r\\n2\\r:3\\r:a\\rb\\r:/p q\\r \\r+r\\r\\r\\n\\r\\n# d\\r"
      comment "# c"
      record "1:2:once:/x y"
        id: id "1"
        ":" ":"
        runlevels: runlevels "2"
        ":" ":"
        action: action "once"
        ":" ":"
        process: process "/x y"
          command: command "/x y"
            word "/x"
            word "y"
      record "2\\r:3\\r:a\\rb\\r:/p q\\r \\r+r"
        id: id "2\\r"
        ":" ":"
        runlevels: runlevels "3\\r"
        ":" ":"
        action: action "a\\rb\\r"
        ":" ":"
        process: process "/p q\\r \\r+r"
          command: command "/p q\\r \\r+r"
            word "/p"
            word "q"
            word "\\r+r"
      comment "# d\\r""
  `);
});

test("NUL, form feed, vertical tab and other spaces than blank and tab are data", () => {
  expect(check("\0\f:\v\u00a0:\0:\0+\0 \f\v\u2028 '\0\n#\0")).toMatchInlineSnapshot(`
    "source_file "\\u0000\\f:\\u000b\\u00a0:\\u0000:\\u0000+\\u0000 \\f\\u000b\\u2028 '\\u0000\\n#\\u0000"
      record "\\u0000\\f:\\u000b\\u00a0:\\u0000:\\u0000+\\u0000 \\f\\u000b\\u2028 '\\u0000"
        id: id "\\u0000\\f"
        ":" ":"
        runlevels: runlevels "\\u000b\\u00a0"
        ":" ":"
        action: action "\\u0000"
        ":" ":"
        process: process "\\u0000+\\u0000 \\f\\u000b\\u2028 '\\u0000"
          command: command "\\u0000+\\u0000 \\f\\u000b\\u2028 '\\u0000"
            word "\\u0000+\\u0000"
            word "\\f\\u000b\\u2028"
            word "'\\u0000"
      comment "#\\u0000""
  `);
});

test("unpaired surrogates are data", () => {
  const text = "\ud800:\udc00:once:/x \ud83d\n";
  expect(webBinding(text, flawsOf)).toEqual([]);
  expect(webBinding(text, (root) => linesOf(root, text))).toEqual([
    {
      kind: "record",
      start: 0,
      end: text.length - 1,
      fields: { id: "\ud800", runlevels: "\udc00", action: "once", process: "/x \ud83d" },
    },
  ]);
});

test("a byte order mark at the start of a file is not part of the first record", () => {
  expect(check("\ufeffid:2:\n")).toMatchInlineSnapshot(`
    "source_file "id:2:\\n"
      record "id:2:"
        id: id "id"
        ":" ":"
        runlevels: runlevels "2"
        ":" ":""
  `);
});

test.each([
  ["a comment", `#${"c".repeat(100_000)}`],
  ["an id", "i".repeat(100_000)],
  ["a record of colons", ":".repeat(100_000)],
  ["a word", `a:2:once:${"w".repeat(100_000)}`],
  ["words", `a:2:once:${"w ".repeat(50_000)}`],
  ["a word that is quoted and not closed", `a:2:once:'${"w ".repeat(50_000)}`],
  ["operators", `a:2:once:${"&| ".repeat(33_333)}`],
  ["NUL characters", "\0".repeat(100_000)],
  ["carriage returns", "\r".repeat(100_000)],
])("a line of 100,000 characters is one node: %s", (_, long) => {
  const text = `x:2:once:/a\n${long}\ny:2:once:/b\n`;
  expect(webBinding(text, flawsOf)).toEqual([]);
  const lines = webBinding(text, (root) => linesOf(root, text)).map(({ start, end }) =>
    text.slice(start, end),
  );
  expect(lines).toEqual(
    ["x:2:once:/a", long, "y:2:once:/b"].filter((line) => line.replaceAll("\r", "") !== ""),
  );
});

// The generator writes transitions on many single characters as a map that it searches without asking for the end of
// the text, where a lexer sees NUL. A state that stays where it is on NUL would then never end.
test("no state of the lexer takes the end of the text for a NUL", () => {
  const [, ...states] = readFileSync(join(grammarFolder, "src/parser.c"), "utf8").split(/^ {4}case /m);
  const onNul = states.filter((state) => /ADVANCE_MAP\([^;]*^ +0, \d+,$/m.test(state));
  expect(states.length).toBeGreaterThan(30);
  for (const state of onNul) expect(state).toMatch(/^\d+:\n +if \(eof\) ADVANCE\(\d+\);\n/);
});

test("the wasm is of ABI 14, which editors of the last years read too, and has the nodes and fields of src/node-types.json", () => {
  expect(language.abiVersion).toBe(14);
  const nodes: readonly { readonly type: string; readonly named: boolean; readonly fields?: object }[] =
    JSON.parse(readFileSync(join(grammarFolder, "src/node-types.json"), "utf8"));
  const fields = nodes.flatMap((node) => Object.keys(node.fields ?? {}));
  expect(nodes.filter((node) => node.named).map((node) => node.type)).toEqual([
    "action",
    "command",
    "comment",
    "flag",
    "id",
    "process",
    "record",
    "runlevels",
    "source_file",
    "operator",
    "word",
  ]);
  expect([...new Set(fields)].sort()).toEqual(language.fields.filter((name) => name !== null).sort());
});

test.skipIf(nativeBinding === undefined)(
  "the native binding brings the node types and the queries",
  async () => {
    const { default: compiled } = await import("../bindings/node/index.js");
    const read = (path: string) => readFileSync(join(grammarFolder, path), "utf8");
    expect(compiled.nodeTypeInfo).toEqual(JSON.parse(read("src/node-types.json")));
    expect(compiled.HIGHLIGHTS_QUERY).toBe(read("queries/highlights.scm"));
    expect(compiled.INJECTIONS_QUERY).toBe(read("queries/injections.scm"));
    expect(compiled.FOLDS_QUERY).toBe(read("queries/folds.scm"));
    expect(compiled.TAGS_QUERY).toBe(read("queries/tags.scm"));
  },
);
