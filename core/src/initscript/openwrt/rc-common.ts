// /etc/rc.common, which runs OpenWrt's init scripts: it defines what a script may leave out, reads the script, and calls the
// function that is named by the first argument. Source: spec/openwrt.md, sections 4 and 5; observed: rc.common as used since 2024.

import type { Working } from "../../shell/interpreter/contract.ts";
import {
  callText,
  callWords,
  define,
  isKnown,
  native,
  setValue,
  valueIn,
  writeTo,
} from "../../shell/interpreter/native.ts";
import { type NativeFunction, pathFrom, type ShellState } from "../../shell/interpreter/state.ts";
import type { VirtualFiles } from "../system/contract.ts";
import { linkFunctions } from "./links.ts";
import { type ProcdFunctions, procdFunctions } from "./procd-functions.ts";

/** The interpreter that OpenWrt's scripts name in their first line. */
export const rcCommonPath = "/etc/rc.common";

/** What rc.common asks of the system around it. */
export interface RcCommonPlace {
  readonly files: Pick<VirtualFiles, "readLink">;
  /** Functions that scripts find beside those of rc.common. */
  readonly functions?: Readonly<Record<string, NativeFunction>>;
}

/** The commands that a script knows, and what `help` says of them. */
interface Commands {
  readonly names: string[];
  help: string;
}

/** The program: its arguments are the script, the command, and what the command is given. */
export function rcCommon({ files, functions = {} }: RcCommonPlace): NativeFunction {
  return function* (shell, [script = "", command = "", ...rest]) {
    const commands: Commands = { names: ["boot", "shutdown", "depends"], help: "" };
    setValue(shell, "initscript", script);
    setValue(shell, "action", command === "" ? "help" : command);
    shell.positional = rest;
    define(shell, { ...defaultFunctions, ...linkFunctions, ...commandFunctions(commands), ...functions });
    for (const [name, about] of usualCommands) addCommand(commands, name, about);
    yield* callText(shell, '. "$initscript"');
    if (valueIn(shell, "USE_PROCD") !== "") {
      for (const [name, about] of procdCommands) addCommand(commands, name, about);
      const procd = procdFunctions(shell, files.readLink(pathFrom(shell, script)));
      define(shell, { ...procd.functions, ...replacements(procd) });
    }
    return yield* callAction(shell, commands);
  };
}

/** Calls what the first argument names; a word that is no command is `help`. */
function* callAction(shell: ShellState, commands: Commands): Working<number> {
  const action = valueIn(shell, "action");
  const known = ` ${[...commands.names, valueIn(shell, "EXTRA_COMMANDS")].join(" ")} `;
  const words = known.includes(` ${action} `) ? action.split(/\s+/).filter((word) => word !== "") : ["help"];
  return yield* callWords(shell, [...words, ...shell.positional]);
}

const succeeds: NativeFunction = native(() => 0);

/** What a script has that defines nothing. */
const defaultFunctions: Readonly<Record<string, NativeFunction>> = {
  start: succeeds,
  stop: succeeds,
  depends: succeeds,
  boot: (shell, args) => callWords(shell, ["start", ...args]),
  shutdown: (shell) => callWords(shell, ["stop"]),
  reload: (shell) => callWords(shell, ["restart"]),
  restart: function* (shell, args) {
    yield* callText(shell, "trap '' TERM");
    yield* callWords(shell, ["stop", ...args]);
    yield* callText(shell, "trap - TERM");
    return yield* callWords(shell, ["start", ...args]);
  },
  start_service: succeeds,
  stop_service: succeeds,
  service_triggers: succeeds,
  service_data: succeeds,
  service_running: (shell, [instance = "*"]) =>
    callWords(shell, ["procd_running", valueIn(shell, "initscript").replace(/^.*\//s, ""), instance]),
};

/** Observed: unknown-command. */
const usualCommands: readonly (readonly [name: string, about: string])[] = [
  ["start", "Start the service"],
  ["stop", "Stop the service"],
  ["restart", "Restart the service"],
  ["reload", "Reload configuration files (or restart if service does not implement reload)"],
  ["enable", "Enable service autostart"],
  ["disable", "Disable service autostart"],
  ["enabled", "Check if service is started on boot"],
];

/** What is added for a script with USE_PROCD. Source: the help that packages of the feed show in their documentation. */
const procdCommands: readonly (readonly [name: string, about: string])[] = [
  ["running", "Check if service is running"],
  ["status", "Service status"],
  ["trace", "Start with syscall trace"],
  ["info", "Dump procd service info"],
];

function addCommand(commands: Commands, name: string, about: string): void {
  commands.names.push(name);
  commands.help += `\t${name.padEnd(16)}${about}\n`;
}

function commandFunctions(commands: Commands): Readonly<Record<string, NativeFunction>> {
  return {
    extra_command: native((_, [name = "", about = ""]) => {
      addCommand(commands, name, about);
      return 0;
    }),
    help: native((shell) => {
      writeTo(shell, 1, `Syntax: ${valueIn(shell, "initscript")} [command]\n\nAvailable commands:\n`);
      writeTo(shell, 1, `${commands.help}${valueIn(shell, "EXTRA_HELP")}\n`);
      return 0;
    }),
  };
}

/** What takes the place of a script's own functions where it has USE_PROCD. Observed: procd-override. */
function replacements(procd: ProcdFunctions): Readonly<Record<string, NativeFunction>> {
  return {
    start: function* (shell, args) {
      yield* procd.send(shell, ["start_service", ...args]);
      return yield* callIfKnown(shell, "service_started");
    },
    stop: function* (shell, args) {
      yield* callWords(shell, ["stop_service", ...args]);
      yield* procd.forget(shell, args[0] ?? "");
      return yield* callIfKnown(shell, "service_stopped");
    },
    reload: (shell, args) =>
      callWords(shell, isKnown(shell, "reload_service") ? ["reload_service", ...args] : ["start"]),
    running: (shell, args) => callWords(shell, ["service_running", ...args]),
    status: (shell, args) =>
      isKnown(shell, "status_service") ? callWords(shell, ["status_service", ...args]) : procd.status(shell),
    trace: function* (shell, args) {
      setValue(shell, "TRACE_SYSCALLS", "1");
      return yield* callWords(shell, ["start", ...args]);
    },
    info: (shell) => procd.info(shell),
  };
}

function* callIfKnown(shell: ShellState, name: string): Working<number> {
  return isKnown(shell, name) ? yield* callWords(shell, [name]) : 0;
}
