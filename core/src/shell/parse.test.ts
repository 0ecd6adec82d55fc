import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText, pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { type Parsed, type ParsedLine, parseLines, parseShell } from "./parse.ts";
import { problemMessage } from "./problem.ts";
import { ash, bash, dash, type ShellFacts } from "./shells.ts";

/** What a shell gives up at: the piece of the text, and the words for it. */
function problemOf(text: string, shell: ShellFacts = dash): string {
  const parsed = parseShell(text, shell);
  if (parsed.kind !== "error") return parsed.kind;
  const { range } = parsed.problem;
  return `${range.start} ${JSON.stringify(text.slice(range.start, range.end))}: ${inEnglish.text(problemMessage(parsed.problem))}`;
}

describe("where a shell gives up", () => {
  test.each([
    ["a 'b", `2 "'": a single quote that is never closed`],
    ['a "b', '2 "\\"": a double quote that is never closed'],
    ["a `b", '2 "`": a backquote that is never closed'],
    ["a $(b", '2 "$": a `$(` that is never closed'],
    ["a $((1", '2 "$": a `$((` that is never closed'],
    [`a \${b:-c`, `2 "$": a \`\${\` that is never closed`],
    ['a "$(b', '2 "\\"": a double quote that is never closed'],
    ["(a; b", '0 "(": a `(` that is never closed'],
    ["{ a; b", '0 "{": a `{` that is never closed'],
    ["if a; then b", '0 "if": an `if` that is never closed'],
    ["for x in a; do b", '0 "for": a `for` that is never closed'],
    ["case a in b) c;;", '0 "case": a `case` that is never closed'],
  ])("something stays open: %s", (text, expected) => expect(problemOf(text)).toBe(expected));

  test.each([
    ["a )", '2 ")": a `)` that nothing opens'],
    ["a; }", '3 "}": a `}` that nothing opens'],
    ["a; fi", '3 "fi": a `fi` that nothing opens'],
    ["done", '0 "done": a `done` that nothing opens'],
    ["then a", '0 "then": a `then` outside an `if`'],
    ["do a", '0 "do": a `do` outside a loop'],
    ["a;; b", '1 ";;": a `;;` outside a `case`'],
    ["in a", '0 "in": an `in` outside a `case`'],
    ["! ! a", '2 "!": a `!` outside the beginning of a pipeline'],
  ])("something does not belong there: %s", (text, expected) => expect(problemOf(text)).toBe(expected));

  test.each([
    ["; a", '0 ";": a `;` with no command in front of it'],
    ["a && ; b", '5 ";": a `;` with no command in front of it'],
    ["a | | b", '4 "|": a `|` with no command in front of it'],
    ["a & & b", '4 "&": a `&` with no command in front of it'],
    ["( )", '2 ")": a `)` with no command in front of it'],
    ["if a; then fi", '11 "fi": a `fi` with no command in front of it'],
    ["a &&", '2 "&&": a `&&` with no command after it'],
    ["a |", '2 "|": a `|` with no command after it'],
    ["f()", '2 ")": a `)` with no command after it'],
    ["a >", '2 ">": a `>` with no file name after it'],
    ["a > ; b", '2 ">": a `>` with no file name after it'],
    ["a <<", '2 "<<": a `<<` with no word after it'],
  ])("a command or a name is missing: %s", (text, expected) => expect(problemOf(text)).toBe(expected));

  test.each([
    ["a (b)", '2 "(": an unquoted `(`'],
    ["a b (c)", '4 "(": an unquoted `(`'],
    ["(a) b", '4 "b": a word after `)` with no operator between them'],
    ["{ a; } b", '7 "b": a word after `}` with no operator between them'],
    ["(a) >f b", '7 "b": a word after `)` with no operator between them'],
    ["if (a) b; then c; fi", '7 "b": a word after `)` with no operator between them'],
    ["if a; fi", '6 "fi": a `fi` where `then` is missing'],
    ["while a; done", '9 "done": a `done` where `do` is missing'],
    ["( if a )", '7 ")": a `)` where `then` is missing'],
    ["case ; in", '0 "case": a `case` with no word'],
    ["for x y; do z; done", '6 "y": a word where `do` is missing'],
    ["case a b", '7 "b": a word where `in` is missing'],
    ["case a in b c) d;; esac", '12 "c": a word where `)` is missing'],
    ["for 1 in a; do b; done", '0 "for": a `for` without a variable name'],
    ["a-b() { c; }", '0 "a-b": a function name that the shell does not accept'],
    ["exec() { c; }", '0 "exec": a function name that the shell does not accept'],
  ])("something else is expected: %s", (text, expected) => expect(problemOf(text)).toBe(expected));

  test.each([
    `echo $\${`,
    "echo } { in do",
    "echo 'a'\"b\"\\'",
    "a &>b",
    "if (a) then { b; } fi",
    "{ (a) }",
    "case a in b) ;; (c|d) e & esac",
    "for x do a; done",
    "f() a",
    "a <<x",
    "echo `echo \\`a\\`` `b)`",
    `echo "\${a:-"b}"}" \${a:-'}'}`,
    `echo $((1 + (2) )) \${#} \${##} \${}}`,
    "a \\",
    "# it's a comment",
    "",
    " \t",
  ])("it takes %s", (text) => expect(problemOf(text)).toBe("script"));

  test("a backslash and a newline vanish, also in the middle of an operator or a word", () => {
    expect(problemOf("i\\\nf a;\\\n then b; fi")).toBe("script");
    expect(problemOf("a &\\\n& b")).toBe("script");
    expect(problemOf("a &\\\n& )")).toBe('7 ")": a `)` that nothing opens');
  });

  test("here-documents begin behind their line, and are read where nothing is quoted in their word", () => {
    expect(problemOf("cat <<x\n'\nx\n)")).toBe('12 ")": a `)` that nothing opens');
    expect(problemOf(`cat <<x\n\${a\nx\n`)).toBe(`8 "$": a \`\${\` that is never closed`);
    expect(problemOf(`cat <<x\n\${a\nx\n`, bash)).toBe("script");
    expect(problemOf(`cat <<'x'\n\${a\nx\n`)).toBe("script");
    expect(problemOf("cat <<x$y\n`\nx$y\n")).toBe('10 "`": a backquote that is never closed');
    expect(problemOf('cat <<"x$y"\n`\nx$y\n')).toBe("script");
    expect(problemOf("cat <<-x\n\t\tx\n)")).toBe('13 ")": a `)` that nothing opens');
  });

  test("what stands in backquotes keeps its place", () => {
    expect(problemOf("a `b \\`c; )\\``")).toBe("script");
    expect(problemOf('a "`b \\"c\\" && ;`"')).toBe('15 ";": a `;` with no command in front of it');
  });

  test("nesting has no end in a text, and one here", () => {
    expect(problemOf("(".repeat(100_000))).toBe("unsupported");
    expect(problemOf(`a ${"$(".repeat(100_000)}`)).toBe("unsupported");
    expect(problemOf("f()".repeat(100_000))).toBe("unsupported");
    expect(problemOf(`"\${a:-`.repeat(100_000))).toBe("unsupported");
    expect(problemOf("a && ".repeat(100_000) + "b | ".repeat(100_000) + "c; ".repeat(100_000))).toBe(
      "script",
    );
    expect(problemOf(`${"(".repeat(50)}a${")".repeat(50)}`)).toBe("script");
  });
});

describe("what the shells differ in", () => {
  /** What dash, bash and BusyBox ash make of a text. */
  const all = (text: string) =>
    [dash, bash, ash].map((shell) => problemOf(text, shell).replace(/^\d.*/, "error")).join(" ");
  test.each([
    ["a (b)", "error error error"],
    ["a <<<b", "error script error"],
    ["x=(1 2) a", "error unsupported error"],
    ["[[ a && b ]]", "script unsupported unsupported"],
    ["[[ a < b ]] )", "error unsupported unsupported"],
    ["((a))", "script unsupported script"],
    ["a <(b)", "error unsupported unsupported"],
    ["function f { a; }", "error unsupported unsupported"],
    ["time if a; then b; fi", "error unsupported error"],
    ["in a", "error script error"],
    ["! ! a", "error script error"],
    ["!", "error unsupported error"],
    ["a | ! b", "error unsupported error"],
    ["a |& b", "error script error"],
    ["case a in b) c;& d) e;; esac", "error script error"],
    ["for 1 in a; do b; done", "error unsupported error"],
    ["for x in a; { b; }", "error unsupported error"],
    ["a-b() { c; }", "error unsupported error"],
    ["echo $'a\\'b'", "error script script"],
    [`echo \${a:}`, "error script error"],
    [`echo \${a'}`, "script error script"],
    ["echo `;`", "error script error"],
    ["echo $(;)", "error unsupported error"],
    ["echo $((a) )", "error unsupported error"],
    ["echo $[ a; ]", "script unsupported script"],
    ["12<", "error error error"],
    ["a >&1<b", "error unsupported error"],
    ["a <&-#'", "error unsupported error"],
    ["a << $((1))", "error script error"],
    ["b[ )", "error unsupported error"],
    [`echo \${\${$};}`, "error script error"],
  ])("%s: %s", (text, expected) => expect(all(text)).toBe(expected));
});

const words =
  "a b= f() { } ( ) if then fi case in esac while do done ! | && ; & ;; < > << E ' \" ` $( $(( # \\";
const pieces = pieceOf(...words.split(" "), "\n", " ", "\n", " ", "[[", "]]", "function", "<<<", "é");

test("line by line a shell comes to the same end as with the whole script", () => {
  const outcome = (parsed: Parsed | undefined) =>
    parsed?.kind === "script" ? { kind: "script" } : (parsed ?? { kind: "script" });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { size: "medium" }).map((some) => some.join("")),
        fc.array(pieces, { size: "medium" }).map((some) => some.join(" ")),
        anyText(),
      ),
      fc.constantFrom(dash, bash, ash),
      (text, shell) => {
        const lines = [...parseLines(text, shell)];
        const places = lines.map(({ lookedAt }) => lookedAt);
        const last = lines.at(-1);
        expect(last && outcome(withoutPlace(last))).toEqual(last && outcome(parseShell(text, shell)));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.every((place) => place <= text.length)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

function withoutPlace({ lookedAt: _, ...parsed }: ParsedLine): Parsed {
  return parsed;
}
