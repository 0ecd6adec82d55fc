import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { parseShell } from "./parse.ts";
import { runShell, type Shell } from "./run.ts";

/** What a shell does with a script, if programs called fN end with N and `no` does not exist. */
function check(script: string, positional: readonly string[] = []): string {
  const did: string[] = [];
  const drive = (shell: Shell, mark: string): number => {
    let answer: number | null = null;
    while (true) {
      const next = shell.next(answer);
      if (next.done === true) return next.value;
      const request = next.value;
      answer = 0;
      if (request.kind === "output") did.push(`${mark}says ${request.text}`);
      else if (request.kind === "fork")
        answer = drive(request.shell, `${mark}${request.background ? "&" : "("}`);
      else {
        const [program = "", ...rest] = request.argv;
        did.push(`${mark}${request.kind} ${[program, ...rest.map((word) => `<${word}>`)].join(" ")}`);
        answer = program === "no" ? null : Number(/^f(\d)$/.exec(program)?.[1] ?? 0);
        // A program that the shell has become ends it.
        if (request.kind === "exec" && answer !== null) return answer;
      }
    }
  };
  const environment = { HOME: "/root", LEVEL: "2 3" };
  const shell = runShell({
    script,
    name: "/bin/sh",
    positional,
    environment,
    exists: (path) => path === "/here",
  });
  const code = drive(shell, "");
  return [...did, `ends with ${code}`].join("; ");
}

describe("the small shell", () => {
  test("words and variables", () => {
    expect(check(`a 'x y' "$LEVEL" $LEVEL \${LEVEL}z \\$LEVEL ~ ~/b "~" '' # c`)).toMatchInlineSnapshot(
      `"exec a <x y> <2 3> <2> <3> <2> <3z> <$LEVEL> </root> </root/b> <~> <>; ends with 0"`,
    );
    expect(check('A=1 B=$LEVEL; a $A "$B" $NONE; A=2 exec a $A')).toMatchInlineSnapshot(
      `"run a <1> <2 3>; exec a <1>; ends with 0"`,
    );
  });
  test("lists, and what exec leaves of them", () => {
    expect(check("f0 && f1 || f2; f3")).toMatchInlineSnapshot(
      `"run f0; run f1; run f2; exec f3; ends with 3"`,
    );
    expect(check("exec a; b")).toMatchInlineSnapshot(`"exec a; ends with 0"`);
    expect(check("exec no x; b")).toMatchInlineSnapshot(
      `"exec no <x>; says /bin/sh: exec: line 0: no: not found; ends with 127"`,
    );
    expect(check("exec A=1 a")).toMatchInlineSnapshot(`"exec A=1 <a>; ends with 0"`);
    expect(check("a & exec b")).toMatchInlineSnapshot(`"&exec a; exec b; ends with 0"`);
    expect(check("f1; exit")).toMatchInlineSnapshot(`"run f1; ends with 1"`);
    expect(check("no")).toMatchInlineSnapshot(
      `"exec no; says /bin/sh: line 1: no: command not found; ends with 127"`,
    );
  });
  test("groups, pipes and redirections", () => {
    expect(check("(a; b) && { c; d; } >/dev/null 2>&1 </dev/tty1")).toMatchInlineSnapshot(
      `"(run a; (exec b; run c; exec d; ends with 0"`,
    );
    expect(check("a | b -x; ! f0 || c")).toMatchInlineSnapshot(
      `"&exec a; (exec b <-x>; (exec f0; exec c; ends with 0"`,
    );
  });
  test("tests", () => {
    expect(check("[ -x /here ] && a; test -f /there || b; [ x = x ] && c")).toMatchInlineSnapshot(
      `"run a; run b; exec c; ends with 0"`,
    );
  });
  test("what it cannot read", () => {
    expect(check("exec (a)")).toMatchInlineSnapshot(
      `"says /bin/sh: -c: line 1: syntax error near unexpected token \`('; ends with 2"`,
    );
    expect(check("a 'b")).toMatchInlineSnapshot(
      `"says /bin/sh: -c: line 1: syntax error near unexpected token \`''; ends with 2"`,
    );
    expect(check("if a; then b; fi")).toMatchInlineSnapshot(`"ends with 0"`);
  });
  test("the arguments that it was given", () => {
    const words = (script: string) => check(script, ["sh", "x y", "z"]);
    expect(words(`a "$@" "$*" $1 $# \${2}`)).toBe("exec a <x y> <z> <x y z> <x> <y> <2> <z>; ends with 0");
    expect(words('a "b$@c"')).toBe("exec a <bx y> <zc>; ends with 0");
    expect(check('a "$@" $@')).toBe("exec a; ends with 0");
  });
  test("builtins run no program", () => {
    expect(check("cd /; umask 022; trap '' 1; set -e; shift; echo a; : b; true; a")).toBe(
      "exec a; ends with 0",
    );
    expect(check("false; a; false")).toBe("run a; ends with 1");
    expect(check("X=1; export X; export Y=2=3 Z; a $X $Y $Z")).toBe("exec a <1> <2=3>; ends with 0");
  });
  // The recorded shell says more of an end that comes too early: today's words are those for a token.
  test("what the shell says as it gives up", () => {
    expect(check("a; then")).toBe(
      "says /bin/sh: -c: line 1: syntax error near unexpected token `then'; ends with 2",
    );
    expect(check("a && ")).toBe(
      "says /bin/sh: -c: line 1: syntax error near unexpected token `newline'; ends with 2",
    );
    expect(check("(a")).toBe(
      "says /bin/sh: -c: line 1: syntax error near unexpected token `end of file'; ends with 2",
    );
  });
  test("what it does not know keeps all of it from being run", () => {
    for (const script of [
      "f() { a; }; f",
      "for x in a; do b; done",
      "a <<x",
      `a \${x:-y}`,
      "a $((1))",
      "a $(b)",
      "a `;`",
      "[[ a ]]",
      "x=(a) b",
    ])
      expect(`${script}: ${check(`c; ${script}`)}`).toBe(`${script}: ends with 0`);
  });
  test("any script is parsed, and any comes to an end", () => {
    const piece = pieceOf(
      "a",
      " ",
      ";",
      "&&",
      "||",
      "|",
      "&",
      "(",
      ")",
      "{",
      "}",
      "'",
      '"',
      "$A",
      "exec ",
      "!",
      "\n",
      "#",
      ">",
      "<<x",
      "if ",
      "\\",
      "`",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const script = pieces.join("");
        expect(["script", "error", "unsupported"]).toContain(parseShell(script).kind);
        expect(check(script)).toContain("ends with");
      }),
      { numRuns: 1000 },
    );
  });
});
