// The programs of the recorded cases: /bin/p, which is known by its first word, and three that behave like it. Nothing
// else exists there but the shell and setsid.

import { absolutePath } from "../../run/paths.ts";
import type { ProcessSettings } from "../../run/scenario.ts";
import type { StartEffect } from "../machine/effects.ts";
import { initPaths } from "../machine/paths.ts";
import type { Scenario } from "../scenario.ts";
import { type Behaviour, type Launch, leftProgram, type ProcessModel, type Program } from "./model.ts";

/** The directories in which a program without a slash is looked for. */
const path = ["/sbin/", "/usr/sbin/", "/bin/", "/usr/bin/"];

/** The programs that are known by their own name. */
const named = new Set(["/sbin/sulogin", "/sbin/shutdown", "/sbin/agetty"]);

/** How long a program runs that nothing is said of; sulogin runs on. */
const usualRun = 0.3;

/** Whether a scenario is about the programs of the recorded cases. */
export function isRecordedScenario(scenario: Scenario): boolean {
  if (scenario.processes === undefined) return false;
  const texts = [
    scenario.inittab ?? "/bin/p x",
    ...Object.values(scenario.files ?? {}),
    ...(scenario.events ?? []).map((event) => ("write" in event ? event.write : "")),
  ];
  return texts.some((text) => /(^|[:\s+@;&|])([./]*bin\/)?p[ \t]+\S/m.test(text));
}

/** The model of the recorded cases. */
export function recordedModel(processes: Readonly<Record<string, ProcessSettings>> = {}): ProcessModel {
  const program = (argv: readonly string[]): Program | undefined => {
    const found = findProgram(argv[0] ?? "");
    if (found === undefined) return silentProgram(argv);
    const words = found === "/bin/p" ? argv.slice(1) : [found.replace(/^.*\//, ""), ...argv.slice(1)];
    const id = words[0] ?? "";
    // A relative path is seen as it was written. Observed: fidelity-relative-command.
    const called = argv[0]?.includes("/") === true && found === "/bin/p" ? argv[0] : "/bin/p";
    return { id, argv: [called, ...words], behaviour: behaviourOfProgram(id, processes) };
  };
  return {
    program,
    launch: (start, files) => launch(start, files, program),
    leftBehind: (name) => leftProgram(name, processes),
  };
}

function launch(
  start: StartEffect,
  files: Readonly<Record<string, string>>,
  program: (argv: readonly string[]) => Program | undefined,
): Launch {
  const { command } = start;
  switch (command.kind) {
    case "nothing":
      return { kind: "nothing" };
    case "initscript":
      return {
        kind: "shell",
        name: initPaths.initscript,
        script: 'eval exec "$4"',
        positional: command.argv.slice(1),
      };
    case "shell":
      return { kind: "shell", name: "/bin/sh", script: command.argv[2] ?? "", positional: [] };
    case "direct": {
      const found = program(command.argv);
      if (found !== undefined) return { kind: "program", program: found };
      const text = files[absolutePath(command.program)];
      // A file that is no program is handed to the shell.
      if (text !== undefined)
        return { kind: "shell", name: command.program, script: text, positional: command.argv };
      return { kind: "missing", word: command.program };
    }
  }
}

/** Programs of the system that do not report. */
function silentProgram(argv: readonly string[]): Program | undefined {
  const [program = "", time = ""] = argv;
  if (!/^(?:\/usr)?(?:\/bin\/)?sleep$/.test(program)) return undefined;
  const runs = Number.parseFloat(time) || 0;
  return { id: "", argv, behaviour: { runs, exit: 0, onTerm: "exit", termDelay: 0 } };
}

function findProgram(word: string): string | undefined {
  const candidates = word.includes("/") ? [absolutePath(word)] : path.map((directory) => directory + word);
  return candidates.find((name) => name === "/bin/p" || named.has(name));
}

function behaviourOfProgram(id: string, processes: Readonly<Record<string, ProcessSettings>>): Behaviour {
  const settings = Object.hasOwn(processes, id) ? processes[id] : undefined;
  return {
    runs: settings?.runs === undefined ? (id === "sulogin" ? null : usualRun) : settings.runs,
    exit: settings?.exit ?? 0,
    onTerm: settings?.onTerm ?? "exit",
    termDelay: settings?.termDelay ?? 0,
    ...(settings?.leaves !== undefined && { leaves: settings.leaves }),
  };
}
