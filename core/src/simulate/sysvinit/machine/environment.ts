// What init hands to its children as environment, and how telinit -e changes it.
// Source: spec/sysvinit.md, sections 8.4 and 13; observed: boot-environment, initctl-setenv, initctl-setenv-sixteen.

import {
  defaultPath,
  defaultShell,
  extraVariablePrefix,
  type SysvinitBehaviour,
} from "../../../inittab/versions.ts";
import type { InitState } from "./state.ts";
import type { Work } from "./work.ts";

/** The environment of a child, as `NAME=value`. */
export function childEnvironment(state: InitState, behaviour: SysvinitBehaviour): readonly string[] {
  const environment = ownEnvironment(state, behaviour);
  for (const variable of [
    `SHELL=${defaultShell}`,
    `RUNLEVEL=${state.shownLevel}`,
    `PREVLEVEL=${state.shownPrevious}`,
    `CONSOLE=${state.console}`,
    `INIT_VERSION=sysvinit-${state.version}`,
  ])
    addVariable(environment, variable, behaviour);
  return environment;
}

/** What init has itself after running its own program again: the variables of telinit -e are inherited then. */
export function ownEnvironment(state: InitState, behaviour: SysvinitBehaviour): string[] {
  const environment = state.inherited.slice();
  for (const variable of state.variables)
    if (variable !== null && variable !== "") addVariable(environment, variable, behaviour);
  return environment;
}

/** What init has from the kernel, with its own PATH and, if asked for, AUTOBOOT. */
export function bootEnvironment(fromKernel: readonly string[], autoboot: boolean): readonly string[] {
  const environment = fromKernel.filter((variable) => variable.includes("="));
  if (autoboot) replaceVariable(environment, "AUTOBOOT=YES");
  replaceVariable(environment, `PATH=${defaultPath}`);
  return environment;
}

/** Carries out one request of telinit -e. */
export function setVariables(work: Work, assignments: readonly string[]): void {
  const slots = work.state.variables.slice();
  for (const assignment of assignments) {
    // An empty assignment ends the data.
    if (assignment === "") break;
    if (!assignment.startsWith(extraVariablePrefix)) continue;
    const equals = work.behaviour.unsetsEnvironment ? assignment.indexOf("=") : assignment.lastIndexOf("=");
    const isOld = work.behaviour.unsetsEnvironment
      ? (slot: string) => nameOf(slot) === nameOf(assignment)
      : (slot: string) => equals >= 0 && slot.startsWith(assignment.slice(0, equals + 1));
    for (const [index, slot] of slots.entries()) if (slot !== null && isOld(slot)) slots[index] = null;
    if (equals < 0) continue;
    const free = slots.indexOf(null);
    if (free >= 0) slots[free] = assignment;
  }
  work.state.variables = slots;
  work.changed = true;
}

function addVariable(environment: string[], variable: string, behaviour: SysvinitBehaviour): void {
  if (behaviour.replacesEnvironment) replaceVariable(environment, variable);
  else environment.push(variable);
}

function replaceVariable(environment: string[], variable: string): void {
  const name = nameOf(variable);
  const index = environment.findIndex((other) => nameOf(other) === name);
  if (index >= 0) environment[index] = variable;
  else environment.push(variable);
}

function nameOf(variable: string): string {
  const equals = variable.indexOf("=");
  return equals < 0 ? variable : variable.slice(0, equals);
}
