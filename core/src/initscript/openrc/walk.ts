// What OpenRC does with the services of a tree that was read: they are put into a virtual system, depend() is run there, and
// every start and stop function counts as having done its work.

import { ashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem, type ScriptSystem } from "../system/system.ts";
import type { InitTree } from "../tree/model.ts";
import { type Deptree, nearDependWord } from "./deptree.ts";
import { installOpenrc } from "./install.ts";
import { currentRunlevel } from "./runlevels.ts";
import { servicesInState } from "./states.ts";
import type { OpenrcVersion } from "./versions.ts";
import { commandFor, openrcVersionOf } from "./wrapper.ts";

/** A function of a service that OpenRC calls. */
export interface OpenrcCall {
  readonly service: string;
  readonly command: string;
}

/** `openrc LEVEL`, followed. */
export interface OpenrcVisit {
  /** The command, such as `openrc boot`. */
  readonly command: string;
  /** The level that was asked for; empty for the present one once more. */
  readonly level: string;
  /** The one that the system is in afterwards. */
  readonly present: string;
  readonly calls: readonly OpenrcCall[];
  /** What OpenRC prints during this, one line each. */
  readonly said: readonly string[];
  readonly exit: number;
  /** The services that are up afterwards, in byte order. */
  readonly started: readonly string[];
}

/** A followed way through runlevels, and the tree that decided it. */
export interface OpenrcWalk {
  readonly version: OpenrcVersion;
  readonly visits: readonly OpenrcVisit[];
  /** Undefined where it could not be made. */
  readonly deptree: Deptree | undefined;
  /** What the shell or OpenRC has said while the tree was made. */
  readonly treeSaid: readonly string[];
}

/** A machine with the services of a tree, on which programs of OpenRC are called one after the other. */
export interface OpenrcSession extends Omit<OpenrcWalk, "visits"> {
  /** Calls a program, such as `["openrc", "boot"]`. */
  readonly run: (argv: readonly string[]) => OpenrcVisit;
}

/** A machine that has just booted, on which no service is up. */
export function openrcSession(tree: InitTree, version: OpenrcVersion = openrcVersionOf(tree)): OpenrcSession {
  const system = createSystem({ shell: ashBehaviour, steps: 10_000_000 });
  putTree(system, tree);
  const calls: OpenrcCall[] = [];
  const world = installOpenrc(system, {
    version,
    shell: ashBehaviour,
    assume: ({ service, command }) => {
      if (command === "start" || command === "stop") calls.push({ service, command });
      return 0;
    },
  });
  const { output } = system.run({ argv: ["rc-update", "-u"] });
  const deptree = world.kept.tree?.tree;
  const run = (argv: readonly string[]): OpenrcVisit => {
    calls.length = 0;
    const { output: said, status } = system.run({ argv });
    // What else a script of the system says, and how it ends, is for the real one to tell.
    const isScript = argv[0]?.startsWith("/") === true;
    const lines = linesOf(said).filter((line) => !isScript || isOpenrcs(line));
    const isRefused = lines.some((line) => /: not a valid runlevel$|^Loop detected/.test(line));
    return {
      command: argv.join(" "),
      level: argv.slice(1).join(" "),
      present: currentRunlevel(world.files),
      calls: [...calls],
      said: lines,
      exit: isScript && !isRefused ? 0 : status,
      started: servicesInState(world.files, "started").toSorted(),
    };
  };
  const treeSaid = linesOf(output).filter((line) => isOfAnySystem(line, tree));
  return { version, deptree, treeSaid, run };
}

/**
 * Enters levels one after the other, beginning with a machine that has just booted: OpenRC's, or System V's where a script
 * of the system hands them over. Instead of a level there may be any arguments of openrc, with blanks between them.
 */
export function walkOpenrc(tree: InitTree, levels: readonly string[], version?: OpenrcVersion): OpenrcWalk {
  const { run, ...made } = openrcSession(tree, version);
  const visits = levels.map((level) => ({ ...run(commandFor(tree, level)), level }));
  return { ...made, visits };
}

/**
 * Whether a line is said wherever these services are. A shell that misses a file or a program is right about the system
 * here, which has nothing but services; only a word that is nearly one of depend(), or the name of a service, is not a program anywhere.
 */
function isOfAnySystem(line: string, { scripts }: InitTree): boolean {
  const said = /gendepends\.sh: (?:\.: )?(?:line )?\d+: (.*)/.exec(line)?.[1];
  if (said === undefined || /syntax error/i.test(said)) return true;
  const command = /^(\S+): not found$/.exec(said)?.[1];
  if (command === undefined) return false;
  return nearDependWord(command) !== undefined || scripts.some(({ name }) => name === command);
}

function isOpenrcs(line: string): boolean {
  return /^ \* |^Loop detected|^Ancestors:|^\t/.test(line);
}

/** Messages; what is said of every start is left out. */
function linesOf(output: string): readonly string[] {
  return output
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(
      (line) => line !== "" && !/ is starting up <system>$|^ \* Caching service dependencies/.test(line),
    );
}

/** Puts what OpenRC looks at where it looks. */
function putTree({ files }: ScriptSystem, { scripts, openrc }: InitTree): void {
  files.folder("/run");
  for (const { name, text, mode } of scripts) files.write(`/etc/init.d/${name}`, text, mode ?? 0o755);
  for (const { path, text, mode } of openrc?.files ?? []) files.write(`/${path}`, text, mode ?? 0o755);
  for (const [level, members] of openrc?.runlevels ?? []) {
    files.folder(`/etc/runlevels/${level}`);
    for (const { name, kind } of members) {
      const path = `/etc/runlevels/${level}/${name}`;
      // Only the name of a member counts, wherever its link leads.
      if (kind === "service") files.write(path, "");
      else files.makeLink(path, kind === "stack" ? `../${name}` : "/etc/init.d/.nothing");
    }
  }
}
