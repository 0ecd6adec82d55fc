import type { ShellStatement, ShellWord, ShellWordPart } from "@inittab/core";
import { anyText, pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readInstalledWasm } from "../testing/wasm.ts";
import { loadShellParser } from "./parser.ts";

const parser = await loadShellParser(readInstalledWasm);

/** The statements in a form that fits on a line: `if(CONDITION ; BODY)`, words with `{variables}` and "quotes". */
function shown(text: string): string {
  const script = parser.parse(text);
  if (script === undefined) return "no shell script";
  const errors = script.errors.map(({ start, end }) => `\nerror: ${JSON.stringify(text.slice(start, end))}`);
  return list(script.body, "\n") + errors.join("");
}

function list(statements: readonly ShellStatement[], between = " ; "): string {
  return statements.map(statement).join(between);
}

function statement(given: ShellStatement): string {
  switch (given.kind) {
    case "command": {
      const { assignments, words, redirects, background } = given;
      const set = assignments.map(({ name, value }) => `${name}:=${value === undefined ? "?" : word(value)}`);
      const to = redirects.map(
        ({ operator, target }) => `«${operator}${target === undefined ? "" : word(target)}»`,
      );
      return [...set, ...words.map(word), ...to, ...(background ? ["&"] : [])].join(" ");
    }
    case "and-or":
      return `(${statement(given.left)} ${given.operator} ${statement(given.right)})`;
    case "pipeline":
      return `(${given.negated ? "! " : ""}${given.parts.map(statement).join(" | ")})${given.background ? " &" : ""}`;
    case "group": {
      const to = given.redirects.map(
        ({ operator, target }) => ` «${operator}${target === undefined ? "" : word(target)}»`,
      );
      return `${given.subshell ? "subshell" : "group"}(${list(given.body)})${to.join("")}${given.background ? " &" : ""}`;
    }
    case "if": {
      const branches = given.branches.map(({ condition, body }) => `${list(condition)} ? ${list(body)}`);
      return `if(${branches.join(" : ")}${given.otherwise.length > 0 ? ` : ${list(given.otherwise)}` : ""})`;
    }
    case "case": {
      const arms = given.arms.map(
        ({ patterns, body, fallsThrough }) =>
          `${patterns.map(word).join("|")} -> ${list(body)}${fallsThrough ? " …" : ""}`,
      );
      return `case(${word(given.subject)})${arms.map((arm) => `\n  ${arm}`).join("")}`;
    }
    case "loop":
      return `loop(${[given.variable ?? "", ...given.words.map(word)].join(" ").trim()}${list(given.condition)})(${list(given.body)})`;
    case "function":
      return `function ${given.name}(${list(given.body)})`;
    case "unknown":
      return "unknown";
  }
}

function word({ parts }: ShellWord): string {
  return parts.map(wordPart).join("");
}

function wordPart(part: ShellWordPart): string {
  switch (part.kind) {
    case "text":
      return part.quoted ? JSON.stringify(part.text) : part.text;
    case "variable":
      return `${part.quoted ? "q" : ""}{${part.name}${part.form === "" ? "" : ` ${part.form}`}}`;
    case "substitution":
      return `${part.quoted ? "q" : ""}$(${list(part.body)})`;
    case "other":
      return "?";
  }
}

test("a whole script", () => {
  const text = `#!/bin/sh
# chkconfig: 345 20 80
. /etc/init.d/functions
prog=foo; lock="/var/lock/subsys/$prog"
start() {
  echo -n $"Starting $prog: "
  daemon /usr/sbin/foo -d && touch $lock
  RETVAL=$?
}
case "$1" in
  start|"re"start) start ;;
  stop) killproc foo; [ $RETVAL -eq 0 ] && rm -f \${lock} ;;
  *) echo "Usage: \${0##*/} {start|stop}" >&2
     exit 2
esac
exit $RETVAL
`;
  expect(shown(text)).toMatchInlineSnapshot(`
    ". /etc/init.d/functions
    prog:=foo
    lock:="/var/lock/subsys/"q{prog}
    function start(echo -n $"Starting "q{prog}": " ; (daemon /usr/sbin/foo -d && touch {lock}) ; RETVAL:={?})
    case(q{1})
      start|"re"start -> start
      stop -> killproc foo ; ([ {RETVAL} -eq 0 ] && rm -f {lock})
      * -> echo "Usage: "q{0 ##*/}" {start|stop}" «>&2» ; exit 2
    exit {RETVAL}"
  `);
});

test("chains bind as in the shell", () => {
  expect(shown("a && b | c > f || ! d | e 2>&1 &\n")).toMatchInlineSnapshot(
    `"subshell(((a && (b | c «>f»)) || (! d | e «2>&1»))) &"`,
  );
  expect(shown("[ -x $a ] || exit 0\na && b > f\n! a | b\n")).toMatchInlineSnapshot(`
    "([ -x {a} ] || exit 0)
    (a && b «>f»)
    (! a | b)"
  `);
  expect(shown("a &\nif b; then c; fi &\na && b & c\n")).toMatchInlineSnapshot(`
    "a &
    subshell(if(b ? c)) &
    subshell((a && b)) &
    c"
  `);
  expect(shown("{ a; b; } > f\n( cd /; a ) &\nwhile read x; do y; done < f\n")).toMatchInlineSnapshot(`
    "group(a ; b) «>f»
    subshell(cd / ; a) &
    group(loop(read x)(y)) «<f»"
  `);
});

test("a value goes on behind a back-quote", () => {
  expect(
    shown(
      "P=/run/`basename $0`.pid\nA=1 P=/a/`b`c`d`e x\nexport P=/run/`b`.pid Q=2\nP=$x`b`.c\nP=/x`a`\nb\n",
    ),
  ).toMatchInlineSnapshot(`
    "P:=/run/$(basename {0}).pid
    A:=1 P:=/a/$(b)c$(d)e x
    P:=/run/$(b).pid Q:=2 export P=/run/$(b).pid Q=2
    P:={x}$(b).c
    P:=/x$(a)
    b"
  `);
});

test("test compares with two equals signs too", () => {
  expect(
    shown(
      'if test x == y; then case a in b) c ;; esac; fi\nif test "$1" = a -o "$2" == b\nthen c; fi\n[ a == b ] && c\n',
    ),
  ).toMatchInlineSnapshot(`
    "if(test x == y ? case(a)
      b -> c)
    if(test q{1} = a -o q{2} == b ? c)
    ([ a == b ] && c)"
  `);
});

test("redirections", () => {
  expect(
    shown('echo >&2 "two words" more\n>f\n: > f\nexec 3>&- 2>&1\na <&- b &> f\n'),
  ).toMatchInlineSnapshot(`
    "echo "two words" more «>&2»
    «>f»
    : «>f»
    exec «3>&-» «2>&1»
    a b «<&-» «&>f»"
  `);
  expect(
    shown("cat <<EOF | grep x > f\nbody $(a)\nEOF\ncat <<-'E' > f\n\tb\n\tE\nnext\n"),
  ).toMatchInlineSnapshot(`
    "(cat «<<» | grep x «>f»)
    cat «<<-» «>f»
    next"
  `);
  expect(shown("cat <<E && b\nx\nE\nwhile a; do b; done <<E\nx\nE\n")).toMatchInlineSnapshot(`
    "(cat «<<» && b)
    group(loop(a)(b)) «<<»"
  `);
});

test("tests are commands like all others", () => {
  expect(shown('[ "$a" = b -o ! -f $c/d ]\n[[ $a == b* && -n $c ]]\ntest -f x\n')).toMatchInlineSnapshot(`
    "[ q{a} = b -o ! -f {c}/d ]
    [[ {a} == b* && -n {c} ]]
    test -f x"
  `);
  expect(shown("[ -f x 2>/dev/null ] && b\n")).toMatchInlineSnapshot(`"([ ? ] && b)"`);
});

test("assignments", () => {
  expect(
    shown('a=1 b="$c/d"\nA=b cmd x\nexport E="x y" F\nlocal g=$(h)\na+=b\nc=(d e)\nf=\n'),
  ).toMatchInlineSnapshot(`
    "a:=1 b:=q{c}"/d"
    A:=b cmd x
    E:="x y" export E="x y" F
    g:=$(h) local g=$(h)
    a:=?
    c:=?
    f:="
  `);
  expect(shown("readonly A\nunset b c\nx=`basename $0`\n")).toMatchInlineSnapshot(`
    "readonly A
    unset b c
    x:=$(basename {0})"
  `);
});

test("words", () => {
  expect(
    shown(`a \${0##*/} \${#b} \${!c} $10 $((1+2)) 'x'"y"z \\$d a\\ b ~/x {1..2} $'q' "a\nb"\n`),
  ).toMatchInlineSnapshot(`"a {0 ##*/} ? ? ? ? "x""y"z "$"d a" "b ~/x ? "q" "a\\nb""`);
  expect(shown(`"$1"\n$0 stop\n"\${a}b$(c "d")e"\n`)).toMatchInlineSnapshot(`
    "q{1}
    {0} stop
    q{a}"b"q$(c "d")"e""
  `);
});

test("compound commands", () => {
  expect(shown("if a; then b; elif c; then d; else e; fi\n")).toMatchInlineSnapshot(
    `"if(a ? b : c ? d : e)"`,
  );
  expect(shown("for i in a $b; do c; done\nfor i; do c; done\nuntil a; do b; done\n")).toMatchInlineSnapshot(`
    "loop(i a {b})(c)
    loop(i)(c)
    loop(a)(b)"
  `);
  expect(
    shown("f() (a)\nfunction g { a; }\nh() { b; } > log\n((i++))\nfor ((;;)); do a; done\n"),
  ).toMatchInlineSnapshot(`
    "function f(subshell(a))
    function g(a)
    function h(group(b) «>log»)
    ((
    loop()(a)"
  `);
  expect(shown('case $a in\n(b) c ;;\n[Yy]*|d?) e ;&\n"f"*) ;;\n*) g; esac\n')).toMatchInlineSnapshot(`
    "case({a})
      b -> c
      [Yy]*|d? -> e …
      "f"* -> 
      * -> g"
  `);
});

test("what cannot be read is unknown, and the rest is there", () => {
  expect(shown("a\ncase x in\n) b\n")).toMatchInlineSnapshot(`
    "unknown
    error: "a\\ncase x in\\n) b\\n""
  `);
  expect(shown("a\nif b; then\n")).toMatchInlineSnapshot(`
    "a
    unknown
    error: """
  `);
  expect(shown("fi\nb\n")).toMatchInlineSnapshot(`
    "fi
    b"
  `);
  expect(shown('echo "never closed\n')).toMatchInlineSnapshot(`
    "echo
    unknown
    error: "\\"never closed""
  `);
});

test("what is no shell script is not parsed", () => {
  for (const text of ["#!/usr/bin/perl\n", "#!/usr/bin/env python3\n", "a\0b", "#!/sbin/init-run\n"])
    expect(shown(text)).toBe("no shell script");
  for (const text of [
    "#! /bin/bash -e\n",
    "#!/usr/bin/env bash\n",
    "#!/lib/init/init-d-script\n",
    "#!/bin/busybox sh\n",
    "#!/sbin/openrc-run\n",
    "#!/sbin/runscript\n",
    "#!/bin/sh",
  ])
    expect(shown(text)).toBe("");
  expect(shown("a\n".repeat(5_000_000))).toBe("no shell script");
});

test("a pair of brackets that does not close is nowhere taken for a test", () => {
  expect(shown("]]\n[[]")).toMatchInlineSnapshot(`
    "]]
    unknown
    error: """
  `);
  expect(shown("[[ a b ]\n")).toMatchInlineSnapshot(`
    "unknown
    error: "a b"
    error: """
  `);
  expect(shown("[[ a b ]]\n")).toMatchInlineSnapshot(`"[[ ? ]]"`);
  expect(shown("[ a b ] && c\n")).toMatchInlineSnapshot(`
    "unknown
    error: "[ a b ] && c""
  `);
});

test("how long a text is looked at is counted in work, whatever the clock says", () => {
  const clock = vi.spyOn(Date, "now");
  let hour = 0;
  clock.mockImplementation(() => ++hour * 3_600_000);
  try {
    expect(parser.parse("a=(".repeat(2_000))).toBeDefined();
    expect(parser.parse("a=(".repeat(5_000))).toBeUndefined();
    // What was given up leaves nothing behind.
    expect(shown("a\n")).toBe("a");
  } finally {
    clock.mockRestore();
  }
});

test("texts that parsers hate end in time", () => {
  const hated = '( (( ` " $( ${ { a&& a| ! <<E [ f(){ \\ $(( a=( ${a#'.split(" ");
  hated.push("if a; then ", "case x in y) ", "a | b\n");
  for (const piece of hated) {
    const began = Date.now();
    const script = parser.parse(piece.repeat(4_000));
    if (script !== undefined) list(script.body);
    expect(Date.now() - began, piece).toBeLessThan(10_000);
  }
});

const pieces =
  "a b $a } { ( ) ; & | && || ! if then elif else fi case in esac while do done for ' ` $( \\ # < > << EOF [ ] [[ ]]";
const piece = pieceOf(
  ...pieces.split(" "),
  ...[" ", "\n", "\t", '"', "=", "+=", "f()", "*", "$", "é", "😀", "2>&1", "$1", ";;", "local"],
);

test("any text gives ranges that lie in it and in each other", () => {
  const inside = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        fc.array(piece).map((pieces) => pieces.join("")),
      ),
      (text) => {
        const script = parser.parse(text);
        if (script === undefined) return;
        const visit = (value: unknown): void => {
          if (Array.isArray(value)) for (const each of value) visit(each);
          else if (typeof value === "object" && value !== null) {
            if ("start" in value && "end" in value)
              inside(text, { start: Number(value.start), end: Number(value.end) });
            for (const each of Object.values(value)) visit(each);
          }
        };
        visit(script);
      },
    ),
    { numRuns: 500 },
  );
});
