// What is known of a program that an inittab or a script starts. The tables beside this file list the programs; about.ts says what each is for.

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
 * itself; `background`: it leaves a child behind and ends; `varies`: its configuration or its release decides. Of the
 * last three the options may say otherwise.
 */
export type ProgramRun =
  | { readonly kind: "ends" }
  | ({ readonly kind: "stays" | "background" | "varies" } & RunOptions);

/** The options of a program that decide what becomes of its process. */
export interface RunOptions {
  /** With them it stays in the foreground; the first is the usual one. */
  readonly foreground: readonly string[];
  /** With them it goes into the background. */
  readonly background: readonly string[];
  /** With them it only looks at something or does one thing, and is gone. */
  readonly ending: readonly string[];
  /** What they do depends on the release, on their value, or on which of several programs has the name. */
  readonly unsure: readonly string[];
  /** Those of the options that another program of the name takes with a value, so that they count only where none follows. */
  readonly alone: readonly string[];
  /** Options whose value says it. */
  readonly told: readonly ToldByValue[];
}

/** An option of which a value says what becomes of the process. */
export interface ToldByValue {
  readonly option: string;
  readonly value: RegExp;
  /** A value that does, as it is written. */
  readonly example: string;
  readonly fate: "stays" | "background";
}

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
}

/** It does its work and ends. */
export const ends: ProgramRun = { kind: "ends" };

/** It stays in the foreground, unless one of the options says otherwise: words parted by blanks. */
export function stays(background: string = "", ending: string = "", unsure: string = ""): ProgramRun {
  return { kind: "stays", ...read({ background, ending, unsure }) };
}

/** It goes into the background, unless one of the options says otherwise: words parted by blanks. */
export function detaches(
  foreground: string,
  ending: string = "",
  unsure: string = "",
  alone: string = "",
): ProgramRun {
  return { kind: "background", ...read({ foreground, ending, unsure, alone }) };
}

/** The run of a program of which values of options say what becomes of it, too. */
export function saying(run: ProgramRun, ...told: readonly ToldByValue[]): ProgramRun {
  return run.kind === "ends" ? run : { ...run, told };
}

/** Its configuration or its release decides, where none of the options does: words parted by blanks. */
export function varies(options: Partial<Record<WordLists, string>> = {}): ProgramRun {
  return { kind: "varies", ...read(options) };
}

type WordLists = Exclude<keyof RunOptions, "told">;

function read(options: Partial<Record<WordLists, string>>): RunOptions {
  const listed = (name: WordLists) => options[name]?.split(" ").filter((word) => word !== "") ?? [];
  return {
    foreground: listed("foreground"),
    background: listed("background"),
    ending: listed("ending"),
    unsure: listed("unsure"),
    alone: listed("alone"),
    told: [],
  };
}

/** How programs of a kind come to their terminal. */
const terminals: Partial<Record<ProgramKind, TerminalUse>> = {
  getty: "argument",
  login: "input",
  shell: "input",
};

/** A line of a table of programs: names parted by blanks, and how it runs. What it is for stands in about.ts. */
export function program(kind: ProgramKind, names: string, run: ProgramRun): Program {
  const { [kind]: terminal } = terminals;
  const any = { names: names.split(" "), kind, run };
  return terminal === undefined ? any : { ...any, terminal };
}

/** A line of a table of services. */
export function daemon(names: string, run: ProgramRun): Program {
  return program("daemon", names, run);
}
