// The functions that a script has unless it defines its own: start, stop, status and describe.
// Observed: no-start-function, crashed, status-words, rc-service-misc; openrc-run(8).

import type { Working } from "../../shell/interpreter/contract.ts";
import { callText, valueIn } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { wordsIn } from "./script-shell.ts";
import type { OpenrcRelease } from "./versions.ts";

/** Calls a message function with one text. */
function* say(shell: ShellState, name: string, text: string): Working<number> {
  shell.variables.set("_openrc_text", { value: text, exported: false, readonly: false });
  return yield* callText(shell, `${name} "$_openrc_text"`);
}

function* end(shell: ShellState, status: number, text: string): Working<number> {
  shell.variables.set("_openrc_text", { value: text, exported: false, readonly: false });
  return yield* callText(shell, `eend ${status} "$_openrc_text"`);
}

function displayName(shell: ShellState): string {
  return valueIn(shell, "name") || valueIn(shell, "RC_SVCNAME");
}

/** Starts what `command` names, with start-stop-daemon or supervise-daemon. */
const start: NativeFunction = function* (shell) {
  const service = valueIn(shell, "RC_SVCNAME");
  if (valueIn(shell, "command") === "") {
    yield* say(shell, "ewarn", "The command variable is undefined.");
    yield* say(shell, "ewarn", `There is nothing for ${service} to start.`);
    yield* say(shell, "ewarn", "If this is what you intend, please write a start function.");
    yield* say(shell, "ewarn", "This will become a failure in a future release.");
    return 0;
  }
  yield* say(shell, "ebegin", `Starting ${displayName(shell)}`);
  const isBackground = (yield* callText(shell, 'yesno "$command_background"')) === 0;
  if (isBackground && valueIn(shell, "pidfile") === "")
    return yield* end(shell, 1, "command_background option used but no pidfile specified");
  const isInactive = (yield* callText(shell, 'yesno "$start_inactive"')) === 0;
  if (isInactive) yield* callText(shell, "mark_service_inactive");
  const pidFile = valueIn(shell, "pidfile") === "" ? "" : ' --pidfile "$pidfile"';
  const supervised = /^(?:supervise-daemon|s6|runit)$/.test(valueIn(shell, "supervisor"));
  const status = yield* callText(
    shell,
    [
      "eval start-stop-daemon --start --exec $command",
      isBackground || supervised ? " --background --make-pidfile" : "",
      supervised && pidFile === "" ? ' --pidfile "/run/supervise-$RC_SVCNAME.pid"' : pidFile,
      " $start_stop_daemon_args -- $command_args $command_args_background",
    ].join(""),
  );
  if ((yield* end(shell, status, `Failed to start ${displayName(shell)}`)) !== 0) {
    if (isInactive) yield* callText(shell, "mark_service_stopped");
    return 1;
  }
  yield* callText(shell, 'service_set_value command "$command"');
  if (pidFile !== "") yield* callText(shell, 'service_set_value pidfile "$pidfile"');
  return 0;
};

/** Stops what the default start has started. */
const stop: NativeFunction = function* (shell) {
  if (["command", "pidfile", "procname"].every((name) => valueIn(shell, name) === "")) return 0;
  yield* say(shell, "ebegin", `Stopping ${displayName(shell)}`);
  const status = yield* callText(
    shell,
    valueIn(shell, "pidfile") === ""
      ? "eval start-stop-daemon --stop --exec $command"
      : 'start-stop-daemon --stop --pidfile "$pidfile"',
  );
  return yield* end(shell, status, `Failed to stop ${displayName(shell)}`);
};

const states = [
  { test: "service_stopping", call: "ewarn", word: "stopping", status: 4 },
  { test: "service_starting", call: "ewarn", word: "starting", status: 8 },
  { test: "service_inactive", call: "ewarn", word: "inactive", status: 16 },
  { test: "service_started && service_crashed", call: "eerror", word: "crashed", status: 32 },
  { test: "service_started", call: "einfo", word: "started", status: 0 },
] as const;

/** Says the state. */
const status: NativeFunction = function* (shell) {
  for (const state of states) {
    if ((yield* callText(shell, state.test)) !== 0) continue;
    yield* say(shell, state.call, `status: ${state.word}`);
    return state.status;
  }
  yield* say(shell, "einfo", "status: stopped");
  return 3;
};

/** Says what the script says of itself and of its commands. */
const describe: NativeFunction = function* (shell) {
  const text = valueIn(shell, "description");
  yield* say(
    shell,
    text === "" ? "ewarn" : "einfo",
    text || `No description for ${valueIn(shell, "RC_SVCNAME")}`,
  );
  for (const command of extraCommands(shell))
    yield* say(shell, "einfo", `${command}: ${valueIn(shell, `description_${command}`) || "no description"}`);
  return 0;
};

/** The commands that a script adds, in the order in which they are looked for. */
export function extraCommands(shell: ShellState): readonly string[] {
  return ["extra_commands", "extra_started_commands", "extra_stopped_commands"].flatMap((name) =>
    wordsIn(shell, name),
  );
}

/** The functions by their names. */
export const defaultFunctions: Readonly<Record<string, NativeFunction>> = { start, stop, status, describe };

/** The variables that are set before a script is read. */
export function defaultVariables(_release: OpenrcRelease): Readonly<Record<string, string>> {
  return {
    extra_commands: "healthcheck unhealthy",
    extra_stopped_commands: "cgroup_cleanup",
    description_cgroup_cleanup: "Kill all processes in the cgroup",
  };
}
