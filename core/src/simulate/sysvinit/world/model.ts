// What a process that init starts amounts to. Models differ in how much they look into a command; a model of rc scripts
// is another implementation of the same interface.

import type { ProcessSettings } from "../../run/scenario.ts";
import type { StartEffect } from "../machine/effects.ts";
import type { SystemEnd } from "../trace.ts";

/** What a process does besides running for a while. */
export type Consequence =
  /** It calls telinit when it has ended by itself. */
  | { readonly kind: "telinit"; readonly arguments: readonly string[] }
  /** The machine goes down when it has ended by itself. */
  | {
      readonly kind: "end";
      readonly how: SystemEnd;
      /** Everything that still runs gets TERM and KILL before. */
      readonly sweeps?: true;
    };

/** How a program behaves; times in seconds. */
export interface Behaviour {
  /** Null: it runs on. */
  readonly runs: number | null;
  readonly exit: number;
  readonly onTerm: "exit" | "ignore";
  readonly termDelay: number;
  /** The name of a child that it leaves behind, in a session of its own. */
  readonly leaves?: string;
  readonly then?: Consequence;
}

/** A program that is left behind: it runs on unless a scenario says otherwise, and leaves nothing behind itself. */
export function leftProgram(
  name: string,
  processes: Readonly<Record<string, ProcessSettings>> = {},
): Program {
  const settings: ProcessSettings = Object.hasOwn(processes, name) ? (processes[name] ?? {}) : {};
  const { runs = null, exit = 0, onTerm = "exit", termDelay = 0 } = settings;
  return { id: name, argv: [name], behaviour: { runs, exit, onTerm, termDelay } };
}

/** A program that runs as a process. */
export interface Program {
  /** The id under which the trace tells of it; empty: it tells nothing. */
  readonly id: string;
  readonly argv: readonly string[];
  readonly behaviour: Behaviour;
}

/** What a started process turns out to be. */
export type Launch =
  | { readonly kind: "program"; readonly program: Program }
  /** A script for the small shell; `name` is what the shell calls itself in messages. */
  | {
      readonly kind: "shell";
      readonly name: string;
      readonly script: string;
      readonly positional: readonly string[];
    }
  /** There is no such program; the child says so and ends with 1. */
  | { readonly kind: "missing"; readonly word: string }
  /** The child ends at once without a word. */
  | { readonly kind: "nothing" };

/** Says what commands amount to. */
export interface ProcessModel {
  readonly launch: (start: StartEffect, files: Readonly<Record<string, string>>) => Launch;
  /** A program that the small shell runs, or undefined: not found. */
  readonly program: (argv: readonly string[], start: StartEffect) => Program | undefined;
  /** A program that another one leaves behind. */
  readonly leftBehind: (name: string) => Program;
}
