import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import { walkStatements } from "../../../initscript/script/walk-statements.ts";
import type { ShellLoop, ShellSimpleCommand, ShellStatement } from "../../../shell/script.ts";
import type { Message } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import type { Fix } from "../../contract.ts";
import { atStart } from "../body/at-start.ts";
import { bodyFacts } from "../body/body-facts.ts";
import { listMember, outwards } from "../body/places.ts";
import { errexit, type StatusWorld } from "../body/status-fate.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { openrcDefaultStart } from "./openrc-default-start.ts";
import { staying } from "./staying.ts";

export const startNeverReturns: ScriptRule = {
  id: "start-never-returns",
  code: "IT879",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  sources: [
    "observed: rc of Red Hat, Debian, Buildroot and OpenEmbedded waits for each script (rc-redhat, rc-debian, embedded)",
    "observed: OpenRC and procd wait for each service without a limit (start-slow); OpenRC's issue 360",
    "docs/programs.md, which names the manual of each program",
  ],
  docs: {
    what: "`start` runs something in the foreground that does not end.",
    why: "rc calls one script after the other and waits for each: nothing after this one is started, and if getty comes later, nobody can log in.\nA loop without an end is certain; a program counts only if its manual says that it stays in the foreground, or if it has an option such as `--foreground`.\nA service of OpenRC may have no `start` of its own: without `command_background` or a supervisor, OpenRC waits for `command` as well.",
    instead:
      "Put it into the background with an option of its own, with `&`, or with `start-stop-daemon --background`; in a service of OpenRC, set `command_background`.\nA program that rc is meant to wait for must end.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start)\n    while true; do\n      svcctl check\n      sleep 60\n    done\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start)\n    while true; do\n      svcctl check\n      sleep 60\n    done &\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) /usr/sbin/sshd -D ;;\nesac\n',
        fixed: '#!/bin/sh\ncase "$1" in\n  start) /usr/sbin/sshd -D & ;;\nesac\n',
      },
      {
        text: '#!/sbin/openrc-run\ncommand=/usr/sbin/sshd\ncommand_args="-D -p 22"\n',
        fixed:
          '#!/sbin/openrc-run\ncommand=/usr/sbin/sshd\ncommand_args="-D -p 22"\ncommand_background=yes\npidfile="/run/$RC_SVCNAME.pid"\n',
      },
    ],
    right: [
      { text: '#!/bin/sh\ncase "$1" in\n  start) /usr/sbin/sshd ;;\nesac\n' },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start)\n    while true; do\n      svcctl ready && break\n      sleep 1\n    done\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    const { outline } = facts;
    if (outline.shell.errors.length > 0 || outline.dispatch === "init-d-script") return [];
    const start = atStart(script, outline);
    const reached = new Map(start.map((each) => [each.command, each]));
    const loops =
      errexit(script.text, outline) === "off" ? endlessLoops(facts, (command) => reached.get(command)) : [];
    const programs = start.flatMap((each, at): readonly Staying[] => {
      const waits = each.background ? waitFor(facts, start, at) : undefined;
      if (waits === undefined && !isPlain(facts, each)) return [];
      const what = staying(outline, each, script.findProgram);
      return what === undefined
        ? []
        : [{ range: waits ?? each.command, statement: waits ?? each.command, what }];
    });
    // Behind the first nothing runs any more.
    const [first] = [...loops, ...programs].toSorted((one, other) => one.range.start - other.range.start);
    if (first === undefined) return openrcDefaultStart(script, outline);
    const { range, statement, what } = first;
    const { end } = listMember(facts.places, statement);
    // A substitution waits for what is in the background, too, and so does wait.
    const isWhole =
      end === statement.end &&
      facts.places.get(statement)?.role !== "substitution" &&
      !(statement.kind === "command" && statement.words[0]?.text === "wait");
    return [
      {
        range,
        message: what,
        fixes: isWhole ? [inBackground(end)] : [],
      },
    ] satisfies ScriptReport[];
  },
};

interface Staying {
  readonly range: TextRange;
  readonly statement: ShellStatement;
  readonly what: Message;
}

function inBackground(end: number): Fix {
  return guess(message("start-never-returns.fix"), [{ start: end, end, text: " &" }]);
}

/** Loops on `true` in the foreground from which nothing leads out. */
function endlessLoops(
  { text, outline: { shell, functions } }: StatusWorld,
  reachedBy: (command: ShellStatement & { kind: "command" }) => ReachedCommand | undefined,
): readonly Staying[] {
  const found: Staying[] = [];
  // A function of the script may end it as well.
  const mayEnd = (name: string): boolean => exits.test(name) || functions.has(name);
  walkStatements(
    shell.body,
    () => false,
    (statement) => {
      if (statement.kind !== "loop" || !isForEver(statement, text)) return;
      // `for ((;;))` has no condition: that it is reached shows in what it does first.
      const [condition] = statement.condition;
      const head = condition ?? statement.body[0];
      const reached = head?.kind === "command" ? reachedBy(head) : undefined;
      if (reached === undefined || reached.background || leadsOut(statement, mayEnd)) return;
      found.push({
        range: { start: statement.start, end: condition?.end ?? statement.end },
        statement,
        what: message("start-never-returns.loop"),
      });
    },
  );
  return found;
}

function isForEver({ condition, variable, start }: ShellLoop, text: string): boolean {
  const [only, more] = condition;
  if (only === undefined) return /^for[ \t]*\(\([ \t]*;[ \t]*;[ \t]*\)\)/.test(text.slice(start, start + 40));
  if (variable !== undefined || more !== undefined || only?.kind !== "command") return false;
  const words = only.words.map(({ text }) => text).join(" ");
  return text.startsWith("until", start) ? words === "false" : forEver.test(words);
}

/** What always succeeds: `sleep` ends otherwise only if it is killed. */
const forEver = /^(?:true|:|\[ (?:1|true) \]|\(\( ?1 ?\)\)|test 1|sleep \d+[smh]?)$/;

/** Words that end a loop, a function or the script, or that may do so. */
const exits = /^(?:break|return|exit|exec|kill|trap|eval|\.|source|reboot|halt|poweroff|shutdown)$/;

function leadsOut({ body }: ShellLoop, mayEnd: (name: string) => boolean): boolean {
  let leads = false;
  walkStatements(
    body,
    () => false,
    (statement) => {
      if (statement.kind === "unknown") leads = true;
      if (statement.kind !== "command") return;
      if (mayEnd(statement.words[0]?.text ?? "")) leads = true;
    },
  );
  return leads;
}

/**
 * It runs in the foreground, and what is waited for is the program itself: a part of a pipe counts where the parts
 * after it read to the end.
 */
function isPlain({ text, places }: StatusWorld, { background, command, name }: ReachedCommand): boolean {
  if (background || name === undefined) return false;
  const around = [...outwards(places, command)];
  if (around.some((each) => asked(each).some(({ start, end }) => onWish.test(text.slice(start, end)))))
    return false;
  const place = places.get(command);
  if (place?.role === "substitution") return place.owner?.kind === "command" && !place.owner.background;
  if (place?.role !== "part") return true;
  const { owner } = place;
  return (
    owner?.kind === "pipeline" && owner.parts.slice(owner.parts.indexOf(command) + 1).every(readsToTheEnd)
  );
}

/** The `wait` of the same list that waits for a command in the background: for all of them, or for the one of `$!`. */
function waitFor(
  { places }: StatusWorld,
  start: readonly ReachedCommand[],
  at: number,
): ShellSimpleCommand | undefined {
  const own = start[at]?.command;
  const list = own?.background === true ? places.get(own)?.list : undefined;
  if (list === undefined) return undefined;
  for (const { command, name, background } of start.slice(at + 1)) {
    if (command.words.length === 0) continue;
    if (name === undefined || ends.test(name)) return undefined;
    const [, pid, more] = command.words;
    if (name !== "wait") {
      if (background) return undefined;
      continue;
    }
    if (more !== undefined || !(pid === undefined || /^"?\$!"?$/.test(pid.text))) return undefined;
    return places.get(command)?.list === list && !background ? command : undefined;
  }
  return undefined;
}

/** What may end a program that is in the background, or keep its end from being waited for. */
const ends = /^(?:\S*kill\S*|killproc|trap|eval|exec|exit|return|\.|source|timeout|disown)$/;

/** What somebody asks for who looks for a fault: nobody does at boot. */
const onWish = /debug|foreground|interactive|verbose/i;

/** What is asked before a part of a statement runs. */
function asked(statement: ShellStatement): readonly TextRange[] {
  if (statement.kind === "and-or") return [statement.left];
  return statement.kind === "if" ? statement.branches.flatMap(({ condition }) => condition) : [];
}

/** Programs that read as long as there is something: others may end, and with them who writes. */
const readers = /^(?:.*\/)?(?:logger|tee|cat|systemd-cat|svlogd|multilog|rotatelogs|cronolog|ts|s6-log)$/;

function readsToTheEnd(part: ShellStatement): boolean {
  if (part.kind === "command") return readers.test(part.words[0]?.text ?? "");
  if (part.kind !== "loop") return false;
  const [only, more] = part.condition;
  const isReading = only?.kind === "command" && only.words[0]?.text === "read" && more === undefined;
  return isReading && !leadsOut(part, (name) => exits.test(name));
}
