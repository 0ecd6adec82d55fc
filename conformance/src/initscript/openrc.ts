// A recorded case of OpenRC: played in a virtual system, and put into the form of `expect`.

import {
  createSystem,
  dashBehaviour,
  installOpenrc,
  type OpenrcVersion,
  type OpenrcWorld,
  openrcStates,
  type ScriptSystem,
} from "@inittab/core";
import {
  type CaseStep,
  caseFiles,
  type OpenrcCase,
  type OpenrcExpect,
  type OpenrcStep,
} from "./openrc-case.ts";

/** A case's system before its first step. */
export interface CaseSystem {
  readonly system: ScriptSystem;
  readonly world: OpenrcWorld;
}

const callsFile = "/tmp/calls";

/** Makes the system of a case. The recorded one had dash, and BusyBox's programs. */
export function caseSystem(subject: OpenrcCase, version: OpenrcVersion): CaseSystem {
  const system = createSystem({ shell: dashBehaviour, steps: 10_000_000 });
  for (const each of caseFiles(subject))
    if (each.kind === "folder") system.files.folder(each.path);
    else if (each.kind === "file") system.files.write(each.path, each.text, each.mode);
    else system.files.makeLink(each.path, each.target);
  system.files.write(callsFile, "");
  system.files.folder("/run");
  return { system, world: installOpenrc(system, { version, shell: dashBehaviour }) };
}

/** What our OpenRC does with a case. */
export function replayOpenrc(subject: OpenrcCase, version: OpenrcVersion): OpenrcExpect {
  const { system, world } = caseSystem(subject, version);
  const steps = (subject.steps ?? []).map((step) => playStep(system, world, step));
  const update = outputLines(system.run({ argv: ["rc-update", "-u"] }).output);
  const deptree: Record<string, Readonly<Record<string, readonly string[]>>> = {};
  for (const { name, lists } of world.kept.tree?.tree.entries ?? [])
    deptree[name] ??= Object.fromEntries(lists);
  return { steps, deptree, update };
}

function playStep(system: ScriptSystem, world: OpenrcWorld, step: CaseStep): OpenrcStep {
  system.files.write(callsFile, "");
  const environment = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };
  const { status, output } =
    "sh" in step
      ? system.shell(step.sh, { environment })
      : system.run(
          "run" in step
            ? { argv: step.run, environment: { ...environment, ...step.env } }
            : { argv: step, environment },
        );
  return {
    exit: status,
    calls: takeCalls(system),
    out: outputLines(output),
    ...openrcStates(world),
  };
}

/** The calls that scripts have noted. */
export function takeCalls({ files }: ScriptSystem): readonly string[] {
  return (files.read(callsFile) ?? "").split("\n").slice(0, -1);
}

/** Lines without trailing blanks; empty ones are left out. */
function outputLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}
