// The shell that init or a script starts, and what it is given.

import { ashWording } from "../../../shell/ash-wording.ts";
import { runShell, type Shell } from "../../../shell/run.ts";
import type { BusyboxState } from "../machine/state.ts";
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
    environment: { ...childVariables(world.init), ...(runlevel !== undefined && { RUNLEVEL: runlevel }) },
    exists: world.model.exists,
    wording: ashWording,
  });
}

/**
 * What init gives to its children. Observed: BusyBox 1.35.0 to 1.38.0 on a console that is no virtual one; on such a one
 * TERM stays what the kernel gives. Source: spec/embedded.md, 5.2.
 */
export function childVariables({
  virtualConsole,
}: Pick<BusyboxState, "virtualConsole">): Readonly<Record<string, string>> {
  return {
    HOME: "/",
    PATH: programPath.join(":"),
    PWD: "/",
    SHELL: "/bin/sh",
    TERM: virtualConsole ? "linux" : "vt102",
    USER: "root",
  };
}
