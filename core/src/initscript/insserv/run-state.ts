// What one run of insserv carries along: options, the graph so far, what it has said.

import type { WorkMeter } from "../../text/slices.ts";
import { insservList } from "../header/insserv.ts";
import type { Facilities } from "./configuration.ts";
import { newGraph, type ServiceGraph } from "./graph.ts";
import type { InsservMessage } from "./messages.ts";

/** A file of the init.d folder. */
export interface InsservScript {
  readonly name: string;
  readonly text: string;
  /** The owner may execute it. */
  readonly executable: boolean;
  /** Where a symbolic link points, as text; absent for a regular file. `text` is then the target's. */
  readonly linkTarget?: string;
}

/** An entry of an rcN.d folder. */
export interface RcLink {
  readonly name: string;
  /** The file name at the end of the link; undefined for an entry that is not a link. */
  readonly script: string | undefined;
}

/** The folders and files that insserv looks at. Lists are in the order in which the system lists the folder. */
export interface InsservSystem {
  readonly scripts: readonly InsservScript[];
  /** The text of insserv.conf; undefined when there is none. */
  readonly configuration: string | undefined;
  /** The files of insserv.conf.d. */
  readonly configurationFiles: readonly { readonly name: string; readonly text: string }[];
  /** Override files by name: those of /etc/insserv/overrides, then those of /usr/share/insserv/overrides. */
  readonly overrides: readonly ReadonlyMap<string, string>[];
  /** The text of file-filters; undefined when there is none. */
  readonly fileFilters: string | undefined;
  /** The entries of the rc folders, by level (`S` is rcS.d). */
  readonly links: ReadonlyMap<string, readonly RcLink[]>;
}

/** The options and names of a command line. */
export interface InsservArguments {
  readonly remove: boolean;
  readonly force: boolean;
  readonly defaults: boolean;
  readonly recursive: boolean;
  readonly showAll: boolean;
  readonly dryRun: boolean;
  readonly silent: boolean;
  readonly verbose: number;
  readonly names: readonly string[];
  /** What stood after a name's comma, by the name's place. */
  readonly extras: readonly (string | undefined)[];
}

/** The running program. */
export interface InsservRun {
  readonly system: InsservSystem;
  readonly options: InsservArguments;
  readonly graph: ServiceGraph;
  readonly meter: WorkMeter;
  /** The scripts of the folder by name. */
  readonly scripts: ReadonlyMap<string, InsservScript>;
  /** The last place of each name on the command line. */
  readonly named: ReadonlyMap<string, number>;
  facilities: Facilities;
  readonly messages: InsservMessage[];
  /** Something was refused: the run ends before it changes anything. */
  failed: boolean;
  /** The largest numbers given, of any level but S. */
  largest: { start: number; stop: number };
}

/** A run that has not begun. */
export function newRun(system: InsservSystem, options: InsservArguments): InsservRun {
  return {
    system,
    options,
    graph: newGraph(),
    meter: { spent: 0 },
    // Of two files of one name, which no folder has, the first is meant.
    scripts: new Map(system.scripts.toReversed().map((script) => [script.name, script])),
    named: new Map(options.names.map((name, place) => [name, place])),
    facilities: new Map(),
    messages: [],
    failed: false,
    largest: { start: 0, stop: 0 },
  };
}

/** The program gave up. It is caught where the run began and never leaves this folder. */
export class InsservEnd extends Error {
  readonly exit: 1 | 139;
  constructor(exit: 1 | 139) {
    super("insserv ended");
    this.exit = exit;
  }
}

/** Prints a warning, unless -q was given. */
export function warn(run: InsservRun, message: InsservMessage): void {
  if (!run.options.silent) run.messages.push(message);
}

/** Prints a message, whatever the options, and ends the program. */
export function giveUp(run: InsservRun, message: InsservMessage): never {
  run.messages.push(message);
  throw new InsservEnd(1);
}

/** Prints what only -v (once or more often) shows. */
export function tell(run: InsservRun, atLeast: number, text: string): void {
  if (run.options.verbose >= atLeast) run.messages.push({ kind: "verbose", text });
}

/** The names in a `Provides` value that insserv uses; it says which ones it does not. */
export function* providedNames(run: InsservRun, script: string, provides: string): Generator<string> {
  for (const name of insservList(provides)) {
    if (name.startsWith("$")) warn(run, { kind: "provides-facility", script, facility: name });
    else if (name.startsWith("#")) warn(run, { kind: "provides-comment", script, word: name });
    else yield name;
  }
}
