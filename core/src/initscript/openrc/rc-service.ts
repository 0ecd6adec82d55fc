// `rc-service NAME COMMAND…`, and openrc-run, which the kernel calls for a script.

import { baseName } from "../base-name.ts";
import { runCommand } from "./commands.ts";
import { type OptionTable, readOptions } from "./options.ts";
import { prefixFor, runService, scriptOf } from "./service.ts";
import { type BaseState, stateOf } from "./states.ts";
import type { Work } from "./tasks.ts";
import { childOf, eerror, endProcess, type OpenrcProcess, type OpenrcWorld, write } from "./world.ts";

const table: OptionTable = {
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

/** What openrc-run is told by its environment instead of by options. */
const flags = [
  ["D", "IN_NODEPS"],
  ["Z", "IN_DRYRUN"],
] as const;

/** Finds a service and runs it. */
export function* rcService(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  const { letters, values, words } = readOptions(args, table);
  const [asked] = values.get("e") ?? values.get("r") ?? [];
  const [service = asked ?? "", ...commands] = asked === undefined ? words : [asked];
  const script = scriptOf(world.files, service);
  if (letters.has("l")) return print(process, servicesOf(world));
  if (letters.has("e")) return script === undefined ? 1 : 0;
  if (letters.has("r")) return script === undefined ? 1 : print(process, [script]);
  if (script === undefined) {
    if (letters.has("i") && service !== "") return 0;
    eerror(
      process,
      service === ""
        ? "rc-service: you need to specify a service"
        : `rc-service: service \`${service}' does not exist`,
    );
    return 1;
  }
  if (!isWanted(world, service, letters)) return 0;
  // Observed: a script that is not OpenRC's is given the commands and nothing else.
  for (const [letter, name] of flags) if (letters.has(letter)) process.environment.set(name, "yes");
  const reason = yield* world.scripts.execute(script, commands, process);
  eerror(process, `rc-service: ${world.release.executionFailure(script, reason)}`);
  return 1;
}

function print(process: OpenrcProcess, lines: readonly string[]): number {
  for (const line of lines) process.stdout.push(`${line}\n`);
  endProcess(process);
  return 0;
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

const runTable: OptionTable = {
  names: {
    d: "debug",
    D: "nodeps",
    s: "ifstarted",
    S: "ifstopped",
    Z: "dry-run",
    q: "quiet",
    v: "verbose",
  },
  withValue: "l",
};

/** openrc-run: `openrc-run SCRIPT [OPTIONS] COMMAND…`. */
export function* openrcRun(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  // Observed: the kernel hands over an argument of the first line before the script.
  if (!args[0]?.includes("/")) {
    write(process, "openrc-run should not be run directly\n");
    return 1;
  }
  const {
    letters,
    words: [script = "", ...commands],
  } = readOptions(args, runTable);
  const service = baseName(script);
  const has = (option: "D" | "Z"): boolean =>
    letters.has(option) || flags.some(([letter, name]) => letter === option && process.environment.has(name));
  const { base } = stateOf(world.files, service);
  if (letters.has("s") && base !== "started") return 0;
  if (letters.has("S") && base !== "stopped") return 0;
  if (service === "" || commands.length === 0) return 1;
  return yield* runService(
    world,
    { service, commands, runCommand, nodeps: has("D"), dryRun: has("Z") },
    childOf(process, prefixFor(world, service)),
  );
}
