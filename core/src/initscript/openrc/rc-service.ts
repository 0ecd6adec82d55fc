// `rc-service NAME COMMAND…`, and a script that is called by its path.

import { runCommand } from "./commands.ts";
import { readOptions } from "./options.ts";
import { isServiceText } from "./recognise.ts";
import { currentRunlevel } from "./runlevels.ts";
import { runService, scriptOf } from "./service.ts";
import { type BaseState, stateOf } from "./states.ts";
import type { Work } from "./tasks.ts";
import { eerror, endProcess, newProcess, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const table = {
  names: {
    c: "ifcrashed",
    d: "debug",
    D: "nodeps",
    e: "exists",
    i: "ifexists",
    I: "ifinactive",
    l: "list",
    N: "ifnotstarted",
    r: "resolve",
    s: "ifstarted",
    S: "ifstopped",
    Z: "dry-run",
  },
  withValue: "er",
  untilWord: true,
};

/** Finds a service and runs it. */
export function* rcService(
  world: OpenrcWorld,
  args: readonly string[],
  environment: ReadonlyMap<string, string>,
): Work {
  const process = newProcess(environment);
  const { letters, values, words } = readOptions(args, table);
  const [first] = values.get("e") ?? values.get("r") ?? [];
  const [service = first ?? "", ...commands] = first === undefined ? words : [first];
  const script = scriptOf(world.files, service);
  let exit: number | undefined;
  if (letters.has("l")) {
    for (const name of servicesOf(world)) process.stdout.push(`${name}\n`);
    exit = 0;
  } else if (letters.has("e")) exit = script === undefined ? 1 : 0;
  else if (letters.has("r")) {
    if (script !== undefined) process.stdout.push(`${script}\n`);
    exit = script === undefined ? 1 : 0;
  } else if (script === undefined) {
    exit = letters.has("i") ? 0 : 1;
    if (exit === 1)
      eerror(
        world,
        process,
        service === ""
          ? "rc-service: you need to specify a service"
          : `rc-service: service \`${service}' does not exist`,
      );
  } else if (!isWanted(world, service, letters)) exit = 0;
  endProcess(world, process);
  if (exit !== undefined || script === undefined) return exit ?? 1;
  return yield* runScript(world, { service, script, commands, environment, letters }, "rc-service");
}

function isWanted(world: OpenrcWorld, service: string, letters: ReadonlySet<string>): boolean {
  const { base } = stateOf(world.files, service);
  const only: Readonly<Record<string, readonly BaseState[]>> = {
    I: ["inactive"],
    N: ["stopped", "starting", "stopping", "inactive"],
    s: ["started"],
    S: ["stopped"],
  };
  if (letters.has("c") && !world.scripts.hasCrashed(service)) return false;
  return Object.entries(only).every(([letter, states]) => !letters.has(letter) || states.includes(base));
}

/** The names of all scripts, sorted. */
export function servicesOf({ files, release }: OpenrcWorld): readonly string[] {
  const names = ["/usr/local/etc/init.d", "/etc/init.d"].flatMap((folder) =>
    files.list(folder).filter((name) => files.kindOf(`${folder}/${name}`) === "file"),
  );
  return [...new Set(names)]
    .filter((name) => !name.startsWith(".") && (release.takesShNames || !name.endsWith(".sh")))
    .toSorted();
}

interface ScriptStart {
  readonly service: string;
  readonly script: string;
  readonly commands: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly letters: ReadonlySet<string>;
}

/** What the kernel does with a script: it runs what the first line names. */
export function* runScript(world: OpenrcWorld, start: ScriptStart, program: string): Work {
  const { service, script, commands, environment, letters } = start;
  const process: OpenrcProcess = newProcess(environment);
  if (!world.files.isExecutable(script)) {
    eerror(world, process, `${program}: Failed executing '${script}': Permission denied`);
    return 1;
  }
  if (!isServiceText(world.files.read(script) ?? "", "kernel"))
    return yield* world.scripts.runPlain(script, commands, process);
  const options = { nodeps: letters.has("D"), dryRun: letters.has("Z") };
  return yield* runService(world, { service, commands, environment, runCommand, ...options }, undefined);
}

/** The runlevel that programs are told of in their environment. */
export function levelEnvironment({ files }: OpenrcWorld): ReadonlyMap<string, string> {
  return new Map([["RC_RUNLEVEL", currentRunlevel(files)]]);
}
