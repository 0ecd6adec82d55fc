// Our reader beside the real dash. DASH_RUNS asks for another number of random texts than the usual one.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseShell } from "./parse.ts";
import { readShell } from "./reading.ts";
import { runShell, type ShellWording } from "./run.ts";
import { isRunnable } from "./runnable.ts";
import { bash, dash } from "./shells.ts";

const runs = Number(process.env["DASH_RUNS"] ?? 5000);
/** As many texts as fit into the arguments of one program. */
const batch = 1000;
const timeout = 60_000 + runs * 20;

/** Runs dash with nothing in its environment, in an empty folder; gives what it prints. */
function runDash(options: readonly string[], input: string): string {
  const folder = mkdtempSync(join(tmpdir(), "inittab-dash-"));
  try {
    const found = spawnSync("/bin/dash", options, {
      cwd: folder,
      env: { PATH: "/nonexistent" },
      encoding: "utf8",
      input,
      maxBuffer: 64 * 1024 * 1024,
    });
    expect({ status: found.status, said: found.stderr }).toEqual({ status: 0, said: "" });
    return found.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether a shell can read each text. With -n it runs none of them. */
function readable(shell: string, texts: readonly string[]): readonly boolean[] {
  const verdicts: boolean[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    const script = `for text; do if ${shell} -n -c -- "$text" 2>/dev/null; then echo +; else echo -; fi; done`;
    const lines = runDash(["-c", script, "sh", ...texts.slice(from, from + batch)], "")
      .trimEnd()
      .split("\n");
    verdicts.push(...lines.map((line) => line === "+"));
  }
  expect(verdicts).toHaveLength(texts.length);
  return verdicts;
}

function missing(shell: string): string | undefined {
  return spawnSync(shell, ["-c", ":"]).status === 0 ? undefined : `${shell} is missing`;
}

const sound = [
  "/bin/p a b",
  "a | b",
  "a && b",
  "a || b",
  "a; b",
  "a &",
  "( a; b )",
  "{ a; b; }",
  "if a; then b; elif c; then d; else e; fi",
  "while a; do b; done",
  "until a; do b; done",
  "for x in a b; do c; done",
  "for x do c; done",
  "case $x in a) b;; (c|d) e;; *) f; esac",
  "f() { a; }",
  "! a | b",
  "a >/dev/null 2>&1",
  "<in a >>out",
  "cat <<EOF",
  'x=1 y="$z" a',
  "echo $(date +%H)",
  "echo `date`",
  'echo "$(echo "$(a)")"',
  `echo \${x:-y}`,
  `echo "\${x:-'y'}"`,
  `echo "\${x%"y"}" \${x#*/}`,
  "echo $((1+(2*3)))",
  `echo "it's" 'say "'`,
  "a # it's",
  'echo a\\ b \\"',
  `echo $$ $? $# $\${`,
  "a &>f",
  "a <<<b",
  "echo $'a\\'b'",
  "x=(1 2)",
  "echo `echo \\`a\\``",
  `"\${x:-"y"}" \${x:-\${y:-z}}`,
  "{ (a) >f; }",
  `echo \${#x} \${#} \${x:1:2} \${x/a/b}`,
];

const scraps = `a|b|1|2>| |\t|;|&|(|)|{|}|{ | }|'|"|$|\${|$(|$((|))|\`|\\|#|!|! |<|>|>>|<<|<&|>&|<>|&>|;;|if |then |else |elif |fi|while |until |do |done|for |for x in |in |case |case a in |esac|a) |x=|f() |=|~|*|[|[[ |%|:|-|+|/|@|$a|\${a}|\${a:-|\${a#|\${#|$1|$@|$$|\f|\v|\r|\x01|é|\ufeff|\u2028|function |time |;}|"$(|$'|exec |echo `;

const scrap = fc.constantFrom(...scraps.split("|"), "|", "&&", "||", ">|", "\n", "\\\n");
const aSound = fc.constantFrom(...sound);
const joined = fc
  .tuple(aSound, fc.constantFrom(" ; ", " && ", " | ", " & ", " || ", " "), aSound)
  .map((parts) => parts.join(""));
const around = fc.constantFrom(
  ["( ", " )"],
  ["{ ", "; }"],
  ["$(", ")"],
  ['"$(', ')"'],
  ["`", "`"],
  ["if ", "; then x; fi"],
);
const wrapped = fc.tuple(around, aSound).map(([[before, behind], inner]) => `${before}${inner}${behind}`);
const edit = fc.record({ at: fc.nat(100), cut: fc.nat(2), put: fc.oneof(fc.constant(""), scrap) });
const damaged = fc
  .tuple(fc.oneof(aSound, joined, wrapped), fc.array(edit, { maxLength: 2 }))
  .map(([text, edits]) =>
    edits.reduce((before, { at, cut, put }) => {
      const from = at % (before.length + 1);
      return before.slice(0, from) + put + before.slice(from + cut);
    }, text),
  );

/** Process fields: sound ones, the same with something put in or cut out, and heaps of scraps. */
const processes = fc.oneof(
  { weight: 3, arbitrary: damaged },
  { weight: 1, arbitrary: fc.array(scrap, { minLength: 1, maxLength: 14 }).map((parts) => parts.join("")) },
);

describeIfPresent("beside dash", missing("/bin/dash"), () => {
  test(
    "it can read what we can read, and nothing else",
    () => {
      const texts = fc.sample(processes, runs);
      const verdicts = readable("/bin/dash", texts);
      const different = texts.filter((text, index) => {
        const parsed = parseShell(text, dash);
        return (parsed.kind === "script") !== verdicts[index];
      });
      expect(different).toEqual([]);
      // Neither kind may be rare, or the comparison says little.
      const accepted = verdicts.filter((verdict) => verdict).length / runs;
      expect(accepted).toBeGreaterThan(0.2);
      expect(accepted).toBeLessThan(0.8);
    },
    timeout,
  );

  test(
    "words come out of it as they come out of ours",
    () => {
      const texts = fc.sample(wordLists, runs);
      expect(texts.filter((text) => !isInert(text))).toEqual([]);
      const theirs: string[][] = [];
      for (let from = 0; from < runs; from += batch) {
        const script = texts
          .slice(from, from + batch)
          .map(dashWords)
          .join("\n");
        const printed = runDash(["-s"], script).split("\x01\0").slice(0, -1);
        theirs.push(...printed.map((words) => words.split("\0").slice(0, -1)));
      }
      const different = texts.flatMap((text, index) => {
        const ours = wordsOf(text);
        return JSON.stringify(ours) === JSON.stringify(theirs[index])
          ? []
          : [{ text, ours, theirs: theirs[index] }];
      });
      expect(different).toEqual([]);
    },
    timeout,
  );
});

describeIfPresent("beside bash", missing("/bin/bash"), () => {
  const count = Math.ceil(runs / 5);
  test(
    "what we call an error of bash, and of every shell, is one",
    () => {
      const texts = fc.sample(processes, count);
      const verdicts = readable("/bin/bash --posix", texts);
      const wrong = texts.filter(
        (text, index) =>
          verdicts[index] === true &&
          (parseShell(text, bash).kind === "error" || readShell(text, 0).error !== undefined),
      );
      expect(wrong).toEqual([]);
    },
    timeout,
  );
});

/** Pieces of words in which nothing can be run but `echo`: quotes are always in pairs, and no operator is among them. */
const wordPieces = [
  ..."abZ09_-=:,./%^@+]}~*?é\f\v\r",
  ...["''", "'a b'", `'a"b'`, "'$A\\\\'", "'#;&|()<>'", '""', '"a b"', `"it's"`, '"#;&|()<>"'],
  ...['"\\$A"', '"\\""', '"\\\\ \\a"', "\\a", "\\\\", "\\ ", "\\'", '\\"', "\\$", "\\#", "\\;", "\\&"],
  ...["$A", "$B", "$C", "$E", "$N", "$1", "$2", "$3", "$10", "$#", "$?", "$@", "$*"],
  ...["A", "C", "N", "2", "10", "#", "@"].map((name) => `\${${name}}`),
  ...['"$A"', '"$C"', '"$N"', '"$1"', '"x$2"', '"$@"', '"a$@b"', '"$*"', `"\${A}$"`, '"$#"'],
  ...["$(echo a)", "`echo a  b`", "$(echo)", `"$(echo 'a  b')"`, '"`echo a b`"', '$(echo "a b" c)'],
];

/**
 * Behind a quoted `$@`, dash 0.5.12 makes an empty field of blanks with which an unquoted expansion in the same word begins;
 * bash and BusyBox make none, and neither do we.
 */
function withoutFault(pieces: readonly string[]): readonly string[] {
  const list = pieces.findIndex((piece) => /^".*\$@/.test(piece));
  return list < 0 ? pieces : pieces.filter((piece, index) => index <= list || !/^[$`]/.test(piece));
}

const wordLists = fc
  .array(
    fc
      .array(fc.constantFrom(...wordPieces), { minLength: 1, maxLength: 6 })
      .map((pieces) => withoutFault(pieces).join("")),
    { maxLength: 4 },
  )
  .chain((words) => fc.constantFrom(" ", "\t", "  ", " \\\n").map((blank) => words.join(blank)));

const environment = { A: "2 3", B: "", C: "  x\ty ", E: "a*b", HOME: "/root" };
const positional = ["one two", "", "three"];

/** Whether nothing but the words themselves can come of them, so that a shell may expand them. */
function isInert(text: string): boolean {
  const parsed = parseShell(`p ${text}`, dash);
  if (parsed.kind !== "script" || !isRunnable(parsed.body)) return false;
  const [item, ...more] = parsed.body.items;
  if (item === undefined || item.node.rest.length > 0) return false;
  if (item.operator !== undefined || more.length > 0) return false;
  const [command, ...others] = item.node.first.parts;
  return others.length === 0 && command?.kind === "simple" && command.redirections.length === 0;
}

/** A part of a script that prints the words, each with a NUL after it. */
function dashWords(text: string): string {
  const quote = (value: string) => `'${value}'`;
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${quote(value)}`);
  return `set -f; ${variables.join("; ")}; set -- ${positional.map(quote).join(" ")}; :
set -- ${text}
[ $# -eq 0 ] || printf '%s\\0' "$@"; printf '\\1\\0'`;
}

const wording: ShellWording = {
  facts: dash,
  syntaxError: (_, problem) => problem.kind,
  notFound: () => "not found",
  noInput: () => "no input",
};

/** The words that our shell gives to a program. */
function wordsOf(text: string): readonly string[] | string {
  const shell = runShell({
    script: `p ${text}`,
    name: "sh",
    positional: ["sh", ...positional],
    environment,
    exists: () => false,
    wording,
  });
  const { value, done } = shell.next(null);
  if (done === true) return "nothing is run";
  return value.kind === "exec" ? value.argv.slice(1) : value.kind;
}
