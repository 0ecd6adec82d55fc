import type { ReachedCommand, ScriptArm, ScriptOutline } from "../../../initscript/script/outline.ts";
import { listOf } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts } from "./body-facts.ts";
import { statusVariable } from "./places.ts";
import { errexit, statusFate } from "./status-fate.ts";

export const exitCodeLost: ScriptRule = {
  id: "exit-code-lost",
  code: "IT843",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "The script ends with `exit 0` although a branch before it can fail.",
    why: "A service that did not start appears to have started: to the caller of the script, to `service`, to an update.",
    instead: "Keep the status of what can fail, and end with it.",
    wrong: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\nesac\nexit 0\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\nesac\nexit $?\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd; RETVAL=$?; echo ;;\n  stop) killproc svcd; RETVAL=$?; echo ;;\nesac\nexit 0\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd; RETVAL=$?; echo ;;\n  stop) killproc svcd; RETVAL=$?; echo ;;\nesac\nexit $RETVAL\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\nesac\nexit $?\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd || exit 1 ;;\n  stop) killproc svcd || exit 1 ;;\nesac\nexit 0\n',
      },
    ],
  },
  scope: "script",
  families: "headers",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts?.outline.dispatch !== "case" || errexit(script.text, facts.outline) !== "off") return [];
    const { outline } = facts;
    const last = outline.shell.body.findLast(({ kind }) => kind !== "function");
    if (last?.kind !== "command" || last.words.map(({ text }) => text).join(" ") !== "exit 0") return [];
    // What becomes of the status arm is what another rule tells.
    const arms = outline.arms.filter(({ names }) => names.length > 0 && !names.includes("status"));
    const losing = arms.filter((arm) => canFail(arm) && !leaves(arm));
    if (losing.length === 0) return [];
    const names = listOf(
      losing.map((arm) => arm.names[0] ?? ""),
      "or",
    );
    const direct = losing.every((arm) =>
      arm.commands.filter(mayFail).every((each) => {
        const fate = statusFate(facts, arm, each);
        return fate.kind === "lost" && fate.by === last;
      }),
    );
    const code = keptIn(losing, outline) ?? (direct ? "$?" : undefined);
    const [, word] = last.words;
    return [
      {
        range: last,
        message: message("exit-code-lost", { names }),
        fixes:
          code === undefined || word === undefined
            ? []
            : [suggestion(message("fix.end-with", { text: code }), word, code)],
      },
    ];
  },
};

const failing = new Set("daemon start_daemon start-stop-daemon killproc action".split(" "));

function canFail({ commands }: ScriptArm): boolean {
  return commands.some(mayFail);
}

function mayFail({ name, tested }: ReachedCommand): boolean {
  return name !== undefined && failing.has(name) && !tested;
}

/** The arm has an exit of its own, or ends as another program. */
function leaves({ commands }: ScriptArm): boolean {
  return commands.some(
    ({ name, command }) => name === "exit" || (name === "exec" && command.words.length > 1),
  );
}

/** The variable that all these arms keep a status in. One that is local to a function is gone at the end. */
function keptIn(arms: readonly ScriptArm[], { arms: all }: ScriptOutline): string | undefined {
  const local = new Set(
    all.flatMap(({ commands }) =>
      commands.flatMap(({ name, command }) =>
        name === "local" ? command.words.slice(1).map(({ text }) => text.replace(/=.*/s, "")) : [],
      ),
    ),
  );
  const kept = arms.map(
    ({ commands }) => new Set(commands.flatMap(({ command }) => statusVariable(command) ?? [])),
  );
  const common = [...(kept[0] ?? [])].find(
    (name) => !local.has(name) && kept.every((names) => names.has(name)),
  );
  return common === undefined ? undefined : `$${common}`;
}
