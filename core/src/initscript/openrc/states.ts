// The states of services: files named after them in folders below /run/openrc.

import { baseName } from "../base-name.ts";
import type { OpenrcFiles } from "./files.ts";
import { stateFolder } from "./runlevels.ts";

/** The states in which a service can be; one without a file in any of the folders is stopped. */
export type BaseState = "started" | "stopped" | "starting" | "stopping" | "inactive";

/** All that is noted of a service. */
export interface ServiceState {
  readonly base: BaseState;
  /** It was inactive before it began to start or to stop. */
  readonly wasInactive: boolean;
  readonly hotplugged: boolean;
  /** It was tried in the change that is under way. */
  readonly failed: boolean;
  /** It waits for another service to start. */
  readonly scheduled: boolean;
}

/** The folders of states, in the order in which a service's state is looked up. */
const baseFolders = ["started", "stopping", "starting", "inactive"] as const;

/** All folders that a system has that OpenRC has once looked at. */
const folders = [
  "starting",
  "started",
  "stopping",
  "inactive",
  "wasinactive",
  "failed",
  "hotplugged",
  "daemons",
  "options",
  "exclusive",
  "scheduled",
] as const;

/** A state whose folder holds names of services. */
export type StateFolder = (typeof folders)[number];

/** Makes the folders of states. */
export function makeStateFolders(files: OpenrcFiles): void {
  for (const folder of folders) files.makeFolder(`${stateFolder}/${folder}`);
}

/** The state of a service. */
export function stateOf(files: OpenrcFiles, service: string): ServiceState {
  const has = (folder: StateFolder): boolean => files.has(`${stateFolder}/${folder}/${baseName(service)}`);
  // The last folder that has it counts.
  const base = baseFolders.findLast(has) ?? "stopped";
  return {
    base,
    wasInactive: has("wasinactive"),
    hotplugged: has("hotplugged"),
    failed: has("failed"),
    scheduled:
      base === "stopped" &&
      files
        .list(`${stateFolder}/scheduled`)
        .some((other) => files.has(`${stateFolder}/scheduled/${other}/${baseName(service)}`)),
  };
}

/** The services with a file in the folder of a state. Observed: a tmpfs lists what was made last first. */
export function servicesInState(files: OpenrcFiles, folder: StateFolder): readonly string[] {
  return files.list(`${stateFolder}/${folder}`).toReversed();
}

/** A state that a service can be put into. */
export type MarkedState = BaseState | "wasinactive" | "hotplugged" | "failed";

/** Puts a service into a state; it leaves the one that it was in. */
export function markService(files: OpenrcFiles, service: string, state: MarkedState, script: string): void {
  const name = baseName(service);
  const path = (folder: StateFolder): string => `${stateFolder}/${folder}/${name}`;
  if (state !== "stopped") {
    files.remove(path(state));
    files.link(path(state), script);
  }
  if (state === "hotplugged" || state === "failed") return;
  let keepsWasInactive = false;
  for (const other of ["started", "stopping", "starting", "inactive", "wasinactive", "failed"] as const) {
    if (other === state || !files.has(path(other))) continue;
    if (other === "wasinactive" && keepsWasInactive) continue;
    if (other === "inactive" && (state === "starting" || state === "stopping")) {
      files.link(path("wasinactive"), script);
      keepsWasInactive = true;
    }
    files.remove(path(other));
  }
  if (state === "stopped") {
    files.remove(path("options"));
    files.remove(path("daemons"));
    files.remove(path("scheduled"));
  }
  if (state === "started" || state === "stopped")
    for (const other of servicesInState(files, "scheduled")) {
      const folder = `${stateFolder}/scheduled/${other}`;
      files.remove(`${folder}/${name}`);
      if (files.list(folder).length === 0) files.remove(folder);
    }
}

/** Notes that a service is to be started when another one has started. */
export function scheduleStart(files: OpenrcFiles, awaited: string, service: string, script: string): void {
  const folder = `${stateFolder}/scheduled/${baseName(awaited)}`;
  files.makeFolder(folder);
  files.link(`${folder}/${baseName(service)}`, script);
}

/** The services that are to be started when this one has started. */
export function scheduledFor(files: OpenrcFiles, service: string): readonly string[] {
  return files.list(`${stateFolder}/scheduled/${baseName(service)}`).toReversed();
}
