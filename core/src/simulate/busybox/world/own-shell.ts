// The shell that init or a script starts, and what it is given.

import { ashWording } from "../../../shell/ash-wording.ts";
import { runShell, type Shell } from "../../../shell/run.ts";
import { type BusyboxLaunch, programPath } from "./model.ts";
import type { BusyboxWorld } from "./world.ts";

/** A shell with a script. */
export function shellOf(
  world: BusyboxWorld,
  { name, script }: Extract<BusyboxLaunch, { kind: "shell" }>,
): Shell {
  const [runlevel] = world.scenario.bootArgs ?? [];
  return runShell({
    name,
    script,
    positional: [],
    environment: { ...childVariables, ...(runlevel !== undefined && { RUNLEVEL: runlevel }) },
    exists: world.model.exists,
    wording: ashWording,
  });
}

/** What init gives to its children. Observed: BusyBox 1.35.0 to 1.38.0 on a console that is no virtual terminal. */
export const childVariables: Readonly<Record<string, string>> = {
  HOME: "/",
  PATH: programPath.join(":"),
  PWD: "/",
  SHELL: "/bin/sh",
  TERM: "vt102",
  USER: "root",
};
