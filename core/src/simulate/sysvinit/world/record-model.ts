// The programs of a real machine, by record: each record's command is one process, whatever a shell makes of it, and
// behaves as its kind usually does. Every program exists.

import { findAction } from "../../../inittab/actions.ts";
import { commandWords } from "../../../inittab/command.ts";
import { missingTerminal } from "../../../inittab/getty.ts";
import { type Machine, type MachineSpec, machineOf } from "../../../inittab/machine-profile.ts";
import type { ProcessSettings } from "../../run/scenario.ts";
import type { StartEffect } from "../machine/effects.ts";
import { type Behaviour, type Consequence, leftProgram, type ProcessModel, type Program } from "./model.ts";

/** What the default behaviour depends on. */
export interface RecordToRun {
  readonly id: string;
  readonly action: string;
  readonly process: string;
  /** The level in which it runs. */
  readonly level: string;
}

/** How long a command runs that does its work and ends; seconds. */
const shortRun = 1;

/** Programs that wait for a person. */
const interactive = new Set(["sulogin", "sh", "bash", "dash", "ash", "ksh", "zsh", "login", "getty"]);

/**
 * How the process of a record behaves if nobody says otherwise: respawned ones run on, others end after a second with 0;
 * what brings a machine down does so.
 */
function defaultBehaviour(record: RecordToRun, machine?: Machine): Behaviour {
  const { process } = record;
  const words = commandWords(record.process, { dialect: "sysvinit" }).map((word) => word.text);
  const [program = "", ...rest] = words[0] === "exec" ? words.slice(1) : words;
  const name = program.replace(/^.*\//, "");
  const usual = { runs: shortRun, exit: 0, onTerm: "exit", termDelay: 0 } as const;
  const missing = machine === undefined ? undefined : missingTerminal(process, machine);
  if (missing !== undefined) return { ...usual, runs: missing.patience, exit: 1 };
  const then = consequenceOf(name, rest, record.level);
  if (then !== undefined) return { ...usual, runs: shortRun + delayOf(name, rest), then };
  const runsOn = findAction(record.action)?.respawns === true || (interactive.has(name) && rest.length < 2);
  return runsOn ? { ...usual, runs: null } : usual;
}

/** How processes behave on a machine: a getty whose terminal does not exist ends. */
export function behaviourIn(spec: MachineSpec | undefined): (record: RecordToRun) => Behaviour {
  const machine = spec && machineOf(spec);
  return (record) => defaultBehaviour(record, machine);
}

/** The model of a real machine. Settings go by the id of the record. */
export function recordModel(
  processes: Readonly<Record<string, ProcessSettings>> = {},
  behaviourOf: (record: RecordToRun) => Behaviour = defaultBehaviour,
): ProcessModel {
  return {
    launch: (start) =>
      start.command.kind === "nothing"
        ? { kind: "nothing" }
        : { kind: "program", program: programOf(start, processes, behaviourOf) },
    program: (argv, start) => ({ ...programOf(start, processes, behaviourOf), argv }),
    leftBehind: (name) => leftProgram(name, processes),
  };
}

function programOf(
  start: StartEffect,
  processes: Readonly<Record<string, ProcessSettings>>,
  behaviourOf: (record: RecordToRun) => Behaviour,
): Program {
  const { command, record, action, process } = start;
  const { id } = record;
  const usual = behaviourOf({ id, action, process, level: start.runlevel });
  const settings = Object.hasOwn(processes, id) ? processes[id] : undefined;
  const argv = command.kind === "nothing" ? [] : command.argv;
  return { id, argv, behaviour: { ...usual, ...settings } };
}

/** The time argument of shutdown, in seconds; a time of day is taken for now, since no clock is known. */
function delayOf(name: string, words: readonly string[]): number {
  if (name !== "shutdown") return 0;
  const minutes = words
    .map((word) => /^\+?(\d{1,6})$/.exec(word)?.[1])
    .findLast((found) => found !== undefined);
  return words.includes("-t") && minutes === words[words.indexOf("-t") + 1] ? 0 : Number(minutes ?? 0) * 60;
}

function consequenceOf(name: string, words: readonly string[], level: string): Consequence | undefined {
  const options = words.filter((word) => word.startsWith("-")).join("");
  const goingDown = level === "0" || level === "6";
  switch (name) {
    case "shutdown":
      if (/[ck]/.test(options)) return undefined;
      return goTo(/r/.test(options) ? "6" : /[hHP]/.test(options) ? "0" : "1");
    case "halt":
    case "poweroff":
    case "reboot":
      if (/w/.test(options)) return undefined;
      // With -m it asks nobody. Source: halt(8) of 3.09.
      if (!goingDown && !/f/.test(options) && !(name === "reboot" && words.includes("-m")))
        return goTo(name === "reboot" ? "6" : "0");
      if (name === "reboot") return { kind: "end", how: "reboot" };
      return { kind: "end", how: name === "poweroff" || /p/.test(options) ? "power off" : "halt" };
    case "init":
    case "telinit":
      return { kind: "telinit", arguments: words };
    case "rc":
    case "rc.0":
    case "rc.6": {
      const asked = name === "rc" ? words.find((word) => /^[0-9S]$/.test(word)) : name.slice(3);
      if (asked === "0") return { kind: "end", how: "halt", sweeps: true };
      return asked === "6" ? { kind: "end", how: "reboot", sweeps: true } : undefined;
    }
    default:
      return undefined;
  }
}

function goTo(level: string): Consequence {
  return { kind: "telinit", arguments: [level] };
}
