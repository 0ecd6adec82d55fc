// update-rc.d of OpenEmbedded, which has nothing but the name in common with Debian's. Spec/embedded.md, section 2.5;
// observed: releases 0.8 and 0.7. What the program prints stays as it is.

import { byBytes } from "../rc/model.ts";
import { calculated, printedNumber } from "./shell-numbers.ts";
import {
  findScript,
  linksOf,
  type UpdateRcdCall,
  type UpdateRcdEntry,
  type UpdateRcdOptions,
  type UpdateRcdRun,
  type UpdateRcdSystem,
  type UpdateRcdVersion,
  type UpdateRcdWork,
} from "./update-rc-d-system.ts";

/** What a call of the program does to the links, and what it says. Never fails. */
export function runUpdateRcd(system: UpdateRcdSystem, call: UpdateRcdCall): UpdateRcdRun {
  const read = readOptions(call);
  const { options, words } = read;
  const [name = "", command = ""] = words;
  const work: UpdateRcdWork = {
    system:
      options.root.replace(/\/+$/, "") === system.root
        ? system
        : { ...system, scripts: [], folders: new Map() },
    call,
    options,
    name,
    folders: new Map(),
    stdout: [],
    stderr: [],
    calls: [],
  };
  for (const [level, entries] of work.system.folders) work.folders.set(level, entries);
  if (read.kind === "help") return usage(work, 0);
  if (read.kind === "unknown" || words.length < 2) return usage(work, 1);
  return obstacle(work, command) ?? levelUnknown(work) ?? carryOut(work, command, words.slice(2));
}

interface ReadOptions {
  readonly kind: "read" | "help" | "unknown";
  readonly options: UpdateRcdOptions;
  readonly words: readonly string[];
}

function readOptions({ args, version }: UpdateRcdCall): ReadOptions {
  let options: UpdateRcdOptions = {
    notReally: false,
    force: false,
    verbose: version === "0.7",
    start: false,
    root: "",
  };
  const words = [...args];
  for (;;) {
    const [option = ""] = words;
    if (!option.startsWith("-")) return { kind: "read", options, words };
    words.shift();
    if (option === "-n") options = { ...options, notReally: true };
    else if (option === "-f") options = { ...options, force: true };
    else if (option === "-v" && version !== "0.7") options = { ...options, verbose: true };
    else if (option === "-s") options = { ...options, start: true };
    else if (option === "-r") options = { ...options, root: words.shift() ?? "" };
    else return { kind: option === "-h" || option === "--help" ? "help" : "unknown", options, words };
  }
}

const usageLines: Readonly<Record<UpdateRcdVersion, readonly string[]>> = {
  "0.8": [
    "usage: update-rc.d [-n] [-f] [-r <root>] <basename> remove",
    "       update-rc.d [-n] [-r <root>] [-s] <basename> defaults [NN | sNN kNN]",
    "       update-rc.d [-n] [-r <root>] [-s] <basename> start|stop NN runlvl [runlvl] [...] .",
    "       update-rc.d [-n] [-r <root>] [-s] <basename> enable|disable [S|2|3|4|5]",
    "\t\t-n: not really",
    "\t\t-f: force",
    "\t\t-v: verbose",
    "\t\t-r: alternate root path (default is /)",
    "\t\t-s: invoke start methods if appropriate to current runlevel",
  ],
  "0.7": [
    "usage: update-rc.d [-n] [-f] [-r <root>] <basename> remove",
    "       update-rc.d [-n] [-r <root>] [-s] <basename> defaults [NN | sNN kNN]",
    "       update-rc.d [-n] [-r <root>] [-s] <basename> start|stop NN runlvl [runlvl] [...] .",
    "\t\t-n: not really",
    "\t\t-f: force",
    "\t\t-r: alternate root path (default is /)",
    "\t\t-s: invoke start methods if appropriate to current runlevel",
  ],
};

function usage(work: UpdateRcdWork, exit: number): UpdateRcdRun {
  work.stderr.push(...usageLines[work.call.version]);
  return ended(work, exit);
}

function ended({ stdout, stderr, calls, folders }: UpdateRcdWork, exit: number): UpdateRcdRun {
  return { kind: "ended", exit, stdout, stderr, calls, folders };
}

/** Whether the script is there, which only `remove` does not want. */
function obstacle(work: UpdateRcdWork, command: string): UpdateRcdRun | undefined {
  const { system, call, options, name, stderr } = work;
  const found = findScript(system, name, call.version);
  // Only below a root are links followed by the program itself, and then without end.
  if (found === "circle" && options.root !== "" && call.version !== "0.7") return { kind: "hangs" };
  const isThere = typeof found !== "string" && found.kind === "file";
  const path = `${options.root}/etc/init.d/${name}`;
  // A word that the shell cuts in two, or that is none, makes the question fail, and a failed one is answered as `remove`.
  const parts = command.split(/[ \t\n]+/).filter((part) => part !== "");
  if (parts.length !== 1) stderr.push(`sh: ${parts[1] ?? "!="}: unknown operand`);
  if (parts.length === 1 && command !== "remove") {
    if (isThere) return undefined;
    stderr.push(`update-rc.d: ${path}: file does not exist`);
    return ended(work, 1);
  }
  if (!isThere) return undefined;
  const way = options.force ? "continuing" : "use -f to force";
  stderr.push(`update-rc.d: ${path} exists during rc.d purge (${way})`);
  return options.force ? undefined : ended(work, 1);
}

function levelUnknown(work: UpdateRcdWork): UpdateRcdRun | undefined {
  if (!work.options.start || (work.system.runlevel ?? "") !== "") return undefined;
  work.stderr.push("Unable to determine current runlevel");
  return ended(work, 1);
}

function carryOut(work: UpdateRcdWork, command: string, words: readonly string[]): UpdateRcdRun {
  const { call } = work;
  switch (command) {
    case "remove":
      return remove(work);
    case "defaults":
      return defaults(work, words);
    case "start":
    case "stop":
      if (call.version !== "0.7" && words.length < 3) {
        work.stdout.push("Not enough arguments");
        return usage(work, 1);
      }
      return actions(work, [command, ...words]);
    case "enable":
    case "disable":
      return call.version === "0.7" ? usage(work, 1) : turn(work, command, words);
    default:
      return usage(work, 1);
  }
}

/** The folders in which links are looked for. */
const lookedAt = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "S"] as const;

function remove(work: UpdateRcdWork): UpdateRcdRun {
  const { name, options, folders, stdout } = work;
  stdout.push(` Removing any system startup links for ${name} ...`);
  for (const level of lookedAt) {
    const gone = linksOf(folders, level, name);
    stdout.push(...gone.map((entry) => `  ${folderPath(work, level)}/${entry.name}`));
    if (gone.length > 0 && !options.notReally)
      folders.set(
        level,
        (folders.get(level) ?? []).filter((entry) => !gone.includes(entry)),
      );
  }
  return ended(work, 0);
}

function folderPath({ options }: UpdateRcdWork, level: string): string {
  return `${options.root}/etc/rc${level}.d`;
}

/** A link to be made. */
interface NewLink {
  readonly letter: "S" | "K";
  readonly number: string;
  readonly level: string;
}

function defaults(work: UpdateRcdWork, words: readonly string[]): UpdateRcdRun {
  if (words.length > 2) {
    work.stderr.push("defaults takes only one or two arguments");
    return usage(work, 1);
  }
  const [first = "20", second = first] = words;
  const start = numberOf(work, first);
  const stop = numberOf(work, second);
  return make(work, [
    ...["2", "3", "4", "5"].map((level): NewLink => ({ letter: "S", number: start, level })),
    ...["0", "1", "6"].map((level): NewLink => ({ letter: "K", number: stop, level })),
  ]);
}

function numberOf({ stderr, call }: UpdateRcdWork, word: string): string {
  const { text, complaint } = printedNumber(word, call.shell);
  if (complaint !== undefined) stderr.push(complaint);
  return text;
}

/** `start NN LEVEL... . stop NN LEVEL... .`: nothing is made before all has been read. */
function actions(work: UpdateRcdWork, words: readonly string[]): UpdateRcdRun {
  const links: NewLink[] = [];
  const left = [...words];
  while (left.length > 0) {
    const action = left.shift();
    if (action !== "start" && action !== "stop") {
      work.stderr.push("expected start or stop");
      return usage(work, 1);
    }
    const number = actionNumber(work, left.shift() ?? "");
    for (let level = left.shift(); level !== "."; level = left.shift()) {
      if (level === undefined) {
        work.stderr.push("action with list of runlevels not terminated by `.'");
        return ended(work, 1);
      }
      // A level is any word.
      links.push({ letter: action === "start" ? "S" : "K", number, level });
    }
  }
  return make(work, links);
}

/** 0.8 calculates first, so that a leading zero is nothing to it. */
function actionNumber(work: UpdateRcdWork, word: string): string {
  if (work.call.version === "0.7") return numberOf(work, word);
  const { text, complaint } = calculated(word);
  if (complaint !== undefined) work.stderr.push(complaint);
  return numberOf(work, text);
}

/** First all links for starting, then all for stopping; nothing where there is any already. */
function make(work: UpdateRcdWork, links: readonly NewLink[]): UpdateRcdRun {
  const { system, call, options, name, folders, stdout } = work;
  const path = `${options.root}/etc/init.d/${name}`;
  if (lookedAt.some((level) => linksOf(folders, level, name).length > 0)) {
    stdout.push(` System startup links for ${path} already exist.`);
    const level = currentLevel(system.runlevel);
    const here = linksOf(folders, level, name).filter((entry) => entry.name.startsWith("S"));
    const [only] = here;
    if (options.start && only !== undefined && here.length === 1)
      callService(work, level, only.name, "restart");
    return ended(work, 0);
  }
  stdout.push(` Adding system startup for ${path}${call.version === "0.7" ? " ..." : "."}`);
  for (const letter of ["S", "K"]) for (const link of links) if (link.letter === letter) makeLink(work, link);
  return ended(work, 0);
}

function makeLink(work: UpdateRcdWork, { letter, number, level }: NewLink): void {
  const { system, options, name, folders, stdout, stderr } = work;
  const target = `../init.d/${name}`;
  const entry: UpdateRcdEntry = { name: `${letter}${number}${name}`, target };
  const path = `${folderPath(work, level)}/${entry.name}`;
  if (options.verbose) stdout.push(`  ${path} -> ${target}`);
  if (options.notReally) return;
  const there = folders.get(level) ?? [];
  if (there.some((each) => each.name === entry.name)) stderr.push(`ln: ${path}: File exists`);
  else folders.set(level, [...there, entry]);
  if (options.start && letter === "S" && level === currentLevel(system.runlevel))
    callService(work, level, entry.name, "start");
}

/** The last word of what the program `runlevel` prints. */
function currentLevel(runlevel: string | undefined): string {
  return /[^ ]*$/.exec(runlevel?.trimEnd() ?? "")?.[0] ?? "";
}

function callService(work: UpdateRcdWork, level: string, entry: string, args: string): void {
  const { system, name, call, calls, stderr } = work;
  const script = findScript(system, name, call.version);
  if (typeof script !== "string" && script.executable) calls.push({ script: `rc${level}.d/${entry}`, args });
  else stderr.push(`${folderPath(work, level)}/${entry}: Permission denied`);
}

/** Turns start links into stop links with 100 minus the number, or back. */
function turn(work: UpdateRcdWork, command: "enable" | "disable", words: readonly string[]): UpdateRcdRun {
  const all = ["S", "2", "3", "4", "5"];
  const [level] = words;
  if (level !== undefined && !all.includes(level)) return usage(work, 1);
  for (const each of level === undefined ? all : [level]) turnIn(work, command, each);
  return ended(work, 0);
}

function turnIn(work: UpdateRcdWork, command: "enable" | "disable", level: string): void {
  const { system, call, options, name, folders, stdout, stderr } = work;
  const [from, to] = command === "disable" ? ["S", "K"] : ["K", "S"];
  const there = folders.get(level) ?? [];
  // The pattern is wider than the name: other services that end alike are found too.
  const found = there
    .filter((entry) => entry.name.startsWith(from) && entry.name.slice(1).endsWith(name))
    .toSorted((one, other) => byBytes(one.name, other.name));
  // BusyBox' ls fails at a link to nothing, and then nothing is done.
  const leadsNowhere = ({ target }: UpdateRcdEntry): boolean =>
    target !== undefined &&
    typeof findScript(system, target.replace(/^.*\/init\.d\//, ""), call.version) === "string";
  if (found.length === 0 || found.some(leadsNowhere)) return;
  const own = found.find((entry) => entry.name.slice(3) === name) ?? found[0];
  const number = own?.name.slice(1, 3) ?? "";
  const old = `${from}${number}${name}`;
  const renamed = `${to}${String(100 - Number.parseInt(number, 10)).padStart(2, "0")}${name}`;
  const folder = folderPath(work, level);
  if (options.verbose) stdout.push(`rename ${folder}/${old} -> ${folder}/${renamed}`);
  if (options.notReally) return;
  const moved = there.find((entry) => entry.name === old);
  if (moved === undefined) {
    stderr.push(`mv: can't rename '${folder}/${old}': No such file or directory`);
    return;
  }
  folders.set(level, [
    ...there.filter((entry) => entry.name !== old && entry.name !== renamed),
    { ...moved, name: renamed },
  ]);
}
