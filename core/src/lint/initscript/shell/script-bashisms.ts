import type { SystemShell } from "../../../initscript/families/contract.ts";
import { readFirstLine } from "../../../initscript/script/first-line.ts";
import { parseLines } from "../../../shell/parse.ts";
import type { ShellProblem } from "../../../shell/problem.ts";
import type { ShellScript } from "../../../shell/script.ts";
import { ash, bash, dash, type ShellFacts } from "../../../shell/shells.ts";
import type { Message } from "../../../text/message.ts";
import { type RememberedWork, rememberedWork } from "../../../text/remembered-work.ts";
import { type Slices, spend } from "../../../text/slices.ts";
import type { Fix, Severity } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { type BashOnly, bashOnly, type Effect } from "./bash-only.ts";
import { isTemplate } from "./template.ts";

const library = ". /lib/lsb/init-functions\n";

export const scriptBashisms: ScriptRule = {
  id: "script-bashisms",
  code: "IT877",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  sources: [
    "observed: dash 0.5.12, BusyBox 1.35.0 ash with all that it can have, bash 5.2",
    "dash(1), bash(1)",
  ],
  docs: {
    what: "A script for `/bin/sh` uses syntax or commands that only bash has.",
    why: "On Debian, `/bin/sh` is dash, and on small systems it is BusyBox ash.\n`function f`, arrays and `<<<` are syntax errors in dash: it does not run the script, neither `start` nor `stop`.\n`[[` and `source` are commands that it does not find, so that every such condition is false, and `&>` puts the command into the background.\nIn its usual builds, BusyBox ash knows `function`, `[[`, `source`, `&>` and `==`, but neither arrays nor `<<<`.",
    instead:
      "Write what every shell understands, or name bash in the first line if it is installed.\nThe rule is silent about systems whose `/bin/sh` is bash.",
    wrong: [
      {
        text: `#!/bin/sh\n${library}function begin() {\n  start_daemon svcd\n}\ncase "$1" in\n  start) begin ;;\nesac\n`,
        fixed: `#!/bin/sh\n${library}begin() {\n  start_daemon svcd\n}\ncase "$1" in\n  start) begin ;;\nesac\n`,
      },
      {
        text: `#!/bin/sh\n${library}case "$1" in\n  start) [ "$SVC" == no ] || start_daemon svcd ;;\nesac\n`,
        fixed: `#!/bin/sh\n${library}case "$1" in\n  start) [ "$SVC" = no ] || start_daemon svcd ;;\nesac\n`,
      },
      {
        text: `#!/bin/sh\n${library}case "$1" in\n  start) opts=(-d -f); svcd "\${opts[@]}" ;;\nesac\n`,
        fixed: `#!/bin/bash\n${library}case "$1" in\n  start) opts=(-d -f); svcd "\${opts[@]}" ;;\nesac\n`,
      },
    ],
    right: [
      { text: `#!/bin/bash\n${library}function begin() {\n  start_daemon svcd\n}\n` },
      { text: "#!/bin/sh\n. /etc/init.d/functions\nfunction begin() {\n  daemon svcd\n}\n" },
      { text: `#!/bin/sh\n${library}begin() {\n  start_daemon svcd > /dev/null 2>&1\n}\n` },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  prepare: (script) => found.slices(script),
  check: (script) => {
    const shells = shellsOf(script);
    const seen = new Set<string | number>();
    const reports: ScriptReport[] = [];
    for (const each of found.now(script)) {
      const failing = shells.filter((shell) => each.unknownTo.includes(shell));
      if (failing.length === 0 || seen.has(each.construct) || seen.has(each.start)) continue;
      seen.add(each.construct).add(each.start);
      reports.push(report(script, each, { shells, failing }));
    }
    return reports;
  },
};

/** What /bin/sh may be where the script runs. */
function shellsOf({ family }: ScriptContext): readonly SystemShell[] {
  const { families } = family;
  if (families.length === 0) return ["dash", "ash", "bash"];
  // Of several families the one whose shell takes everything may be the right one.
  const isForgiving = families.some(({ shells }) => shells.every((shell) => shell === "bash"));
  return isForgiving ? [] : [...new Set(families.flatMap(({ shells }) => shells))];
}

function isForSh({ text }: ScriptContext): boolean {
  const line = readFirstLine(text);
  if (line.kind !== "interpreter") return false;
  const { program, argument } = line;
  return (
    /^\/(?:usr\/)?bin\/(?:sh|dash|ash)$/.test(program) || (program.endsWith("/env") && argument === "sh")
  );
}

/** All that the shells of the script may not know. */
const found: RememberedWork<ScriptContext, readonly BashOnly[]> = rememberedWork(find);

function* find(script: ScriptContext): Slices<readonly BashOnly[]> {
  const outline = script.outline();
  const { text } = script;
  if (outline === undefined || shellsOf(script).every((shell) => shell === "bash") || !isForSh(script))
    return [];
  // Whoever asks which shell it is, or goes on in another one, knows.
  if (/BASH_VERSION|\bexec\b[^\n]*\bbash\b/.test(text) || isTemplate(text)) return [];
  const known = bashOnly(text, outline.shell, (name) => outline.functions.has(name));
  yield;
  return [...known, ...(yield* otherSyntax(script, known))];
}

/** A syntax error to dash that is none to bash, and that none of the known constructs causes. */
function* otherSyntax(
  { text, shell }: ScriptContext,
  known: readonly BashOnly[],
): Slices<readonly BashOnly[]> {
  if (known.some(({ effect }) => effect === "syntax") || shell?.errors.length !== 0) return [];
  if (hasLongLine(text, shell)) return [];
  if ((yield* problemIn(text, bash)) !== undefined) return [];
  const problem = yield* problemIn(text, dash);
  if (problem === undefined) return [];
  const unknownTo: readonly SystemShell[] =
    (yield* problemIn(text, ash)) === undefined ? ["dash"] : ["dash", "ash"];
  const { start, end } = problem.range;
  return [{ start, end: Math.max(end, start + 1), construct: "syntax", effect: "syntax", unknownTo }];
}

/** Why a shell does not read a script to its end. */
function* problemIn(text: string, facts: ShellFacts): Slices<ShellProblem | undefined> {
  const meter = { spent: 0 };
  let before = 0;
  for (const line of parseLines(text, facts)) {
    if (line.kind === "error") return line.problem;
    if (spend(meter, line.lookedAt - before)) yield;
    before = line.lookedAt;
  }
  return undefined;
}

/**
 * A line of commands, with the function or the `case` that begins on it, is read in one go, which takes less than 50 ms
 * whatever is in it; those of real scripts have some thousands of UTF-16 units. The time grows with the length: 250,000
 * units take 40 ms of quoted words and 200 ms of `a;` again and again. A script with a longer one is only searched for the
 * constructs that are known.
 */
const longestLine = 60_000;

function hasLongLine(text: string, { body }: ShellScript): boolean {
  let from = 0;
  let before = 0;
  return body.some(({ start, end }) => {
    if (text.slice(before, start).includes("\n")) from = start;
    before = end;
    return end - from > longestLine;
  });
}

const severities: Readonly<Record<Effect, Severity>> = {
  syntax: "error",
  substitution: "warning",
  option: "warning",
  command: "warning",
  operator: "warning",
  background: "warning",
};

interface Shells {
  readonly shells: readonly SystemShell[];
  readonly failing: readonly SystemShell[];
}

function report(script: ScriptContext, each: BashOnly, { shells, failing }: Shells): ScriptReport {
  const isSure = failing.length === shells.length;
  const { start, end, effect } = each;
  const [written = ""] = script.text.slice(start, end).split("\n", 1);
  const where = whereIs(failing, isSure);
  return {
    range: { start, end: start + written.length },
    severity: isSure ? severities[effect] : "warning",
    message: message(`script-bashisms.${effect}`, { where, code: written.trim() }),
    fixes: fixesFor(script, each),
  };
}

function whereIs(failing: readonly SystemShell[], isSure: boolean): Message {
  const [only, more] = failing;
  const shell = only === undefined || more !== undefined || only === "bash" ? "both" : only;
  return isSure && shell !== "both"
    ? message(`script-bashisms.in-${shell}`)
    : message(`script-bashisms.where-${shell}`);
}

function fixesFor({ text, family }: ScriptContext, { instead }: BashOnly): readonly Fix[] {
  if (instead !== undefined) return [guess(message("script-bashisms.portable"), instead)];
  const line = readFirstLine(text);
  // Systems that live on BusyBox have no bash.
  const isSmall = family.families.some(({ shells }) => shells.includes("ash"));
  if (line.kind !== "interpreter" || isSmall || line.program.endsWith("/env")) return [];
  return [
    guess(message("fix.write", { text: "#!/bin/bash" }), [{ ...line.programRange, text: "/bin/bash" }]),
  ];
}
