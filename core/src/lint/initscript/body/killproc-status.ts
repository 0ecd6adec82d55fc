import { callRedHatHelper } from "../../../initscript/helpers/redhat.ts";
import type { HelperWorld } from "../../../initscript/helpers/world.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { librariesOf, readsLibrary } from "./libraries.ts";
import { following, isStatus, type Places } from "./places.ts";
import { redHatLibrary } from "./status-calls.ts";

/** A system where nothing runs. */
const idle: HelperWorld = { processes: [], pidFiles: new Map(), locks: [], lsb: false, exits: new Map() };

export const killprocStatus: ScriptRule = {
  id: "killproc-status",
  code: "IT851",
  severity: "information",
  group: "portability",
  since: "0.1.0",
  sources: ["observed: killproc of initscripts 7.3 to 9.03 (functions)"],
  docs: {
    what: "The script has a branch for a failure of Red Hat's `killproc`, as if `killproc` failed when nothing was running.",
    why: "From Red Hat Enterprise Linux 5 on, it prints FAILED if there is nothing to kill, but still returns 0: the branch for a failure never runs.\nThe rule is silent about older systems.",
    instead: "Call `status` first.",
    wrong: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  stop)\n    if killproc svcd; then\n      echo stopped\n    else\n      echo "svcd was not running"\n    fi\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  stop) killproc svcd || rm -f /run/svcd.stale ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  stop)\n    status svcd > /dev/null || exit 0\n    killproc svcd || exit 1\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  stop)\n    killproc svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: ["redhat"],
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || facts.outline.functions.has("killproc")) return [];
    const { libraries, settingsOnly } = librariesOf(facts.outline);
    if (!readsLibrary(facts.outline, "redhat") || libraries.has("lsb") || !settingsOnly) return [];
    const silent = callRedHatHelper(redHatLibrary(script), idle, "killproc", ["svcd"])?.exit === 0;
    if (!silent) return [];
    return everyCommand(facts.outline).flatMap(({ reached }) => {
      const { name, command } = reached;
      // A call with a signal is another matter: it may return 7.
      if (name !== "killproc" || command.words.slice(1).some(({ text }) => /^-[A-Z0-9]/.test(text)))
        return [];
      const other = branchOnFailure(facts.places, command);
      if (other === undefined) return [];
      return [
        {
          range: command,
          message: message("killproc-status"),
          related: [{ range: other, message: message("killproc-status.related") }],
        },
      ];
    });
  },
};

/** What runs only if the command fails; leaving the script or the function does not count. */
function branchOnFailure(places: Places, command: ShellStatement): ShellStatement | undefined {
  const place = places.get(command);
  const owner = place?.owner;
  if (place?.role === "left" && owner?.kind === "and-or")
    return owner.operator === "||" ? meaningful(owner.right) : undefined;
  if (place?.role === "negated" && owner !== undefined) {
    const outer = places.get(owner);
    if (outer?.role === "left" && outer.owner?.kind === "and-or" && outer.owner.operator === "&&")
      return meaningful(outer.owner.right);
    if (outer?.role === "condition" && outer.owner?.kind === "if")
      return firstOf(outer.owner.branches[0]?.body ?? []);
    return undefined;
  }
  if (place?.role === "condition" && owner?.kind === "if" && following(places, command) === undefined)
    return owner.branches.length > 1 ? undefined : firstOf(owner.otherwise);
  return afterTest(places, command);
}

/** `killproc svcd; if [ $? -ne 0 ]; then …`, or the same with `&&`. */
function afterTest(places: Places, command: ShellStatement): ShellStatement | undefined {
  const next = following(places, command);
  if (next?.kind === "and-or" && next.operator === "&&" && asksForFailure(next.left))
    return meaningful(next.right);
  const [branch] = next?.kind === "if" ? next.branches : [];
  const [condition] = branch?.condition ?? [];
  return condition !== undefined && asksForFailure(condition) ? firstOf(branch?.body ?? []) : undefined;
}

function asksForFailure(statement: ShellStatement): boolean {
  if (statement.kind !== "command") return false;
  const [, left, operator, right] = statement.words;
  return (
    left !== undefined &&
    isStatus(left) &&
    ["-ne", "!=", "-gt"].includes(operator?.text ?? "") &&
    right?.text === "0"
  );
}

function firstOf(statements: readonly ShellStatement[]): ShellStatement | undefined {
  for (const statement of statements) {
    const found = meaningful(statement);
    if (found !== undefined) return found;
  }
  return undefined;
}

const leaving = new Set("exit return true false : failure RETVAL echo".split(" "));

function meaningful(statement: ShellStatement): ShellStatement | undefined {
  if (statement.kind === "group") return firstOf(statement.body);
  if (statement.kind !== "command") return statement;
  const [name, argument] = statement.words;
  if (name === undefined) return undefined;
  // A message is one: it says what is not so.
  if (name.text === "echo" && argument !== undefined) return statement;
  return leaving.has(name.text) ? undefined : statement;
}
