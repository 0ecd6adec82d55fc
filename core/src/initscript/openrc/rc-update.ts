// `rc-update`: the links in the folders of runlevels.

import { makeTree } from "./load-tree.ts";
import { readOptions } from "./options.ts";
import { servicesOf } from "./rc-service.ts";
import { currentRunlevel, isInRunlevel, runlevelExists, runlevelFolder } from "./runlevels.ts";
import { scriptOf } from "./service.ts";
import type { Work } from "./tasks.ts";
import { eerror, einfo, endProcess, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const table = { names: { a: "all", s: "stack", u: "update", v: "verbose" }, withValue: "" };

interface Update {
  readonly world: OpenrcWorld;
  readonly process: OpenrcProcess;
}

/** Changes or shows what is in the runlevels; answers with the exit status. */
export function* rcUpdate(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  const exit = yield* update({ world, process }, args);
  endProcess(process);
  return exit;
}

function* update(update: Update, args: readonly string[]): Work {
  const { world, process } = update;
  const { files } = world;
  const { letters, words } = readOptions(args, table);
  if (letters.has("u")) {
    yield* makeTree(world, process);
    if (words.length === 0) return 0;
  }
  const [command = "show", ...rest] = words;
  const isShow = command === "show";
  if (!isShow && !["add", "del", "delete"].includes(command))
    return refuse(update, `invalid command \`${command}'`);
  const [name, levels] = isShow ? [undefined, rest] : [rest[0], rest.slice(1)];
  if (!isShow && name === undefined) return refuse(update, "no service specified");
  const unknown = isShow ? undefined : levels.find((level) => !runlevelExists(files, level));
  if (unknown !== undefined) return refuse(update, `\`${unknown}' is not a valid runlevel`);
  if (name === undefined) return show(update, levels, letters.has("v"));
  if (letters.has("a") && command === "add") return refuse(update, "the -a option is invalid with add");
  const wanted = letters.has("a")
    ? files.list(runlevelFolder).filter((level) => runlevelExists(files, level))
    : levels.length > 0
      ? levels
      : [currentRunlevel(files)];
  const change = letters.has("s") ? (command === "add" ? stack : unstack) : command === "add" ? add : remove;
  return Math.max(0, ...wanted.map((level) => change(update, name, level)));
}

function refuse({ process }: Update, text: string): number {
  eerror(process, `rc-update: ${text}`);
  return 1;
}

function add(update: Update, service: string, level: string): number {
  const { world, process } = update;
  const { files, release } = world;
  const script = !release.takesShNames && service.endsWith(".sh") ? undefined : scriptOf(files, service);
  if (script === undefined) return refuse(update, `service \`${service}' does not exist`);
  if (!files.isExecutable(script)) return refuse(update, `service \`${service}' is not executable`);
  if (isInRunlevel(files, service, level)) {
    einfo(process, `rc-update: ${service} already installed in runlevel \`${level}'; skipping`);
    return 0;
  }
  files.link(`${runlevelFolder}/${level}/${service}`, script);
  einfo(process, `service ${service} added to runlevel ${level}`);
  return 0;
}

function remove(update: Update, service: string, level: string): number {
  const path = `${runlevelFolder}/${level}/${service}`;
  if (!update.world.files.has(path))
    return refuse(update, `service \`${service}' is not in the runlevel \`${level}'`);
  update.world.files.remove(path);
  einfo(update.process, `service ${service} ${update.world.release.removedWord} from runlevel ${level}`);
  return 0;
}

const unstackable = ["sysinit", "boot", "single", "shutdown"];

function stack(update: Update, base: string, level: string): number {
  const { files } = update.world;
  if (!runlevelExists(files, base)) return refuse(update, `runlevel \`${base}' does not exist`);
  if (base === level) return refuse(update, `cannot stack \`${base}' onto itself`);
  // Observed update-stack: it says sysinit for all of them.
  if ([base, level].some((each) => unstackable.includes(each)))
    return refuse(update, "cannot stack the sysinit runlevel");
  const path = `${runlevelFolder}/${level}/${base}`;
  if (files.has(path)) return refuse(update, `failed to stack \`${base}' to \`${level}': File exists`);
  files.link(path, `../${base}`);
  einfo(update.process, `runlevel ${base} added to runlevel ${level}`);
  return 0;
}

function unstack(update: Update, base: string, level: string): number {
  const { files } = update.world;
  const path = `${runlevelFolder}/${level}/${base}`;
  if (files.kindOf(path) !== "folder")
    return refuse(update, `runlevel \`${base}' is not in the runlevel \`${level}'`);
  files.remove(path);
  einfo(update.process, `runlevel ${base} ${update.world.release.removedWord} from runlevel ${level}`);
  return 0;
}

function show({ world, process }: Update, levels: readonly string[], isVerbose: boolean): number {
  const { files } = world;
  const shown = (
    levels.length > 0 ? levels : files.list(runlevelFolder).filter((level) => runlevelExists(files, level))
  ).toSorted();
  for (const service of servicesOf(world)) {
    const memberships = shown.map((level) =>
      isInRunlevel(files, service, level) ? ` ${level}` : " ".repeat(level.length + 1),
    );
    if (!isVerbose && memberships.every((each) => each.trim() === "")) continue;
    process.stdout.push(`${service.padStart(21)} |${memberships.join("")}\n`);
  }
  return 0;
}
