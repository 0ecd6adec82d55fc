// What the nearest `inittab.json` says of a file, as commands take it.

import type { InitTree, Project, ReadOptions, SettingsOfFile, SimulatedProgram } from "@inittab/core";

/** An `inittab.json` that was read. */
export interface ProjectFile {
  /** As the user can open it. */
  readonly path: string;
  /** Its folder, as a full path. */
  readonly folder: string;
  readonly text: string;
  readonly project: Project;
}

/** What the nearest `inittab.json` says of a file. */
export interface FileSettings {
  readonly settings: SettingsOfFile;
  /** The dialect, and why. */
  readonly preset?: NonNullable<ReadOptions["preset"]>;
  /** Which programs are simulated where nothing else says it. */
  readonly program: SimulatedProgram;
  /** The family of a system, and why. */
  readonly stated?: NonNullable<InitTree["stated"]>;
  /** Where that stands; undefined: there is no such file. */
  readonly file?: ProjectFile;
}

/** Where no file says anything. */
export const noSettings: FileSettings = { settings: {}, program: {} };
