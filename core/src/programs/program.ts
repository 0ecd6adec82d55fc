// What is known of a program that an inittab or a script starts. The tables beside this file list the programs.

/** What a program is for, as far as init cares. */
export type ProgramKind =
  | "getty"
  | "login"
  | "shell"
  | "display-manager"
  | "daemon"
  | "supervisor"
  | "boot"
  | "power"
  | "wrapper"
  | "tool";

/**
 * What becomes of the process that init has started. `ends`: it does its work and is gone; `stays`: it is the service
 * itself, unless one of the options puts it into the background; `background`: it leaves a child behind and ends, unless
 * one of the options keeps it in the foreground; `varies`: its configuration or its release decides.
 */
export type ProgramRun =
  | { readonly kind: "ends" }
  | { readonly kind: "stays"; readonly background: readonly string[] }
  | { readonly kind: "background"; readonly foreground: readonly string[] }
  | { readonly kind: "varies" };

/** How a program comes to its terminal: by an argument, or by its standard input. */
export type TerminalUse = "argument" | "input";

/** One program. */
export interface Program {
  /** The names that it is called by, without folders; the first is its own. */
  readonly names: readonly string[];
  readonly kind: ProgramKind;
  readonly run: ProgramRun;
  /** Undefined: it needs no terminal. */
  readonly terminal?: TerminalUse;
  /** What it is for: a phrase that fits after its name and a colon. */
  readonly about: string;
  /** The manual page or the run that says so. */
  readonly source: string;
}

/** It does its work and ends. */
export const ends: ProgramRun = { kind: "ends" };

/** Its configuration or its release decides. */
export const varies: ProgramRun = { kind: "varies" };

/** It stays in the foreground, but for these options. */
export function stays(...background: readonly string[]): ProgramRun {
  return { kind: "stays", background };
}

/** It goes into the background, but for these options. */
export function detaches(...foreground: readonly string[]): ProgramRun {
  return { kind: "background", foreground };
}

/** A line of a table of programs: names parted by blanks, how it runs, what for, and who says so. */
export function program(
  kind: ProgramKind,
  names: string,
  run: ProgramRun,
  about: string,
  source: string,
  terminal?: TerminalUse,
): Program {
  const any = { names: names.split(" "), kind, run, about, source };
  return terminal === undefined ? any : { ...any, terminal };
}
