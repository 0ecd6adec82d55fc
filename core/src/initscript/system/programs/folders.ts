// Programs about folders: `ls`, `mkdir`, `rmdir`, `find`.

import { byBytes } from "../../../shell/interpreter/expand/glob.ts";
import { matches, readPattern } from "../../../shell/interpreter/expand/pattern.ts";
import { notFollowed } from "../../../shell/interpreter/state.ts";
import { errorText } from "../../../shell/interpreter/words.ts";
import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { spender, usage } from "./lines.ts";

/** In what one `ls` differs from another. */
export interface LsKind {
  /** A link that leads nowhere is shown: coreutils. Otherwise there is a complaint: BusyBox. */
  readonly showsDangling: boolean;
  /** The order of names; a locale may have one of its own. */
  readonly compare: (left: string, right: string) => number;
}

/** That of BusyBox, which knows no locale. Observed: BusyBox 1.35.0, 1.38.0. */
export const busyboxLs: LsKind = { showsDangling: false, compare: byBytes };

/** `ls`, one name a line, as it is where the output is no terminal. */
export function ls(kind: LsKind): (run: ProgramRun) => number {
  return (run) => list(run, kind);
}

function list(run: ProgramRun, kind: LsKind): number {
  const given = readArguments(run.args, "1aAdrvltFLUhipskn", {});
  if (given === undefined) return usage(run, "ls");
  const { options } = given;
  const { files } = run.system;
  const byTime = (left: string, right: string) =>
    (files.linkStatus(right)?.modified ?? 0) - (files.linkStatus(left)?.modified ?? 0);
  const sort = (names: readonly string[], folder: string): readonly string[] => {
    const path = (name: string) => (name.startsWith("/") ? name : `${folder}/${name}`);
    const sorted = [...names].sort((left, right) =>
      options.has("t")
        ? byTime(path(left), path(right)) || kind.compare(left, right)
        : options.has("v")
          ? byVersion(left, right)
          : kind.compare(left, right),
    );
    return options.has("r") ? sorted.reverse() : sorted;
  };
  const show = (name: string, path: string) =>
    run.out(`${options.has("l") ? longLine(run, path) : ""}${name}\n`);
  let exit = 0;
  const names = given.rest.length === 0 ? ["."] : given.rest;
  const found = names.filter((name) => {
    const path = run.absolute(name);
    const keepsLink = kind.showsDangling || options.has("d") || options.has("l");
    const status = files.status(path) ?? (keepsLink ? files.linkStatus(path) : undefined);
    if (name !== "" && status !== undefined) return true;
    run.err(`ls: ${name}: ${errorText("ENOENT")}\n`);
    exit = 1;
    return false;
  });
  const isFolder = (name: string) => !options.has("d") && files.status(run.absolute(name))?.kind === "folder";
  for (const name of sort(
    found.filter((one) => !isFolder(one)),
    run.folder,
  ))
    show(name, run.absolute(name));
  const folders = sort(found.filter(isFolder), run.folder);
  for (const [index, folder] of folders.entries()) {
    if (names.length > 1) run.out(`${index > 0 || folders.length < found.length ? "\n" : ""}${folder}:\n`);
    const path = run.absolute(folder);
    const inside = files.names(path) ?? [];
    const dots = options.has("a") ? [".", ".."] : [];
    const all =
      options.has("a") || options.has("A")
        ? [...dots, ...inside]
        : inside.filter((name) => !name.startsWith("."));
    for (const name of sort(all, path)) show(name, `${path}/${name}`);
  }
  return exit;
}

function longLine(run: ProgramRun, path: string): string {
  const status = run.system.files.linkStatus(path);
  if (status === undefined) return "";
  const kind = { folder: "d", link: "l", fifo: "p", device: "c", socket: "s", file: "-" }[status.kind];
  const bits = [6, 3, 0]
    .map((shift) =>
      ["r", "w", "x"].map((letter, index) => ((status.mode >> shift) & (4 >> index) ? letter : "-")).join(""),
    )
    .join("");
  return `${kind}${bits} 1 root root ${String(status.size).padStart(9)} Jan  1 00:00 `;
}

/** Numbers in names count as numbers. */
function byVersion(left: string, right: string): number {
  const cut = (name: string) => name.match(/\d+|\D+/g) ?? [];
  const [first, second] = [cut(left), cut(right)];
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const [one = "", other = ""] = [first[index], second[index]];
    const numbers = /^\d/.test(one) && /^\d/.test(other);
    const order = numbers ? Number(one) - Number(other) : byBytes(one, other);
    if (order !== 0) return order;
  }
  return byBytes(left, right);
}

/** `mkdir`. */
export function mkdir(run: ProgramRun): number {
  const given = readArguments(run.args, "pm:v", { parents: "p", mode: "m" });
  if (given === undefined || given.rest.length === 0) return usage(run, "mkdir");
  const { files } = run.system;
  const mode =
    Number.parseInt(given.options.get("m") ?? "777", 8) & (given.options.has("m") ? 0o7777 : ~run.umask);
  let status = 0;
  for (const name of given.rest) {
    const path = run.absolute(name);
    if (given.options.has("p")) files.folder(path, 0o777 & ~run.umask);
    const error =
      given.options.has("p") && files.status(path)?.kind === "folder"
        ? undefined
        : files.makeFolder(path, mode);
    if (error === undefined) continue;
    run.err(`mkdir: can't create directory '${name}': ${errorText(error)}\n`);
    status = 1;
  }
  return status;
}

/** `rmdir`. */
export function rmdir(run: ProgramRun): number {
  const given = readArguments(run.args, "p", { "ignore-fail-on-non-empty": "p" });
  if (given === undefined || given.rest.length === 0) return usage(run, "rmdir");
  let status = 0;
  for (const name of given.rest) {
    const path = run.absolute(name);
    const kind = run.system.files.linkStatus(path)?.kind;
    const error = kind !== undefined && kind !== "folder" ? "ENOTDIR" : run.system.files.remove(path);
    if (error === undefined) continue;
    run.err(`rmdir: '${name}': ${errorText(error)}\n`);
    status = 1;
  }
  return status;
}

/** `find`, with the tests that scripts use; others are not followed. */
export function find(run: ProgramRun): number {
  const start = run.args.findIndex((word) => /^[-!(]/.test(word));
  const roots = start < 0 ? run.args : run.args.slice(0, start);
  const tests = start < 0 ? [] : run.args.slice(start);
  const spend = spender(run);
  const { files } = run.system;
  let status = 0;
  const visit = (name: string, depth: number) => {
    spend(1);
    const path = run.absolute(name);
    const found = files.linkStatus(path);
    if (found === undefined) {
      run.err(`find: ${name}: ${errorText("ENOENT")}\n`);
      status = 1;
      return;
    }
    const { holds, deepest } = judge(run, tests, name, found.kind, depth);
    if (holds) run.out(`${name}\n`);
    if (found.kind !== "folder" || depth >= deepest) return;
    for (const inner of [...(files.names(path) ?? [])].sort(byBytes))
      visit(`${name.replace(/\/$/, "")}/${inner}`, depth + 1);
  };
  for (const name of roots.length === 0 ? ["."] : roots) visit(name, 0);
  return status;
}

function judge(
  run: ProgramRun,
  tests: readonly string[],
  name: string,
  kind: string,
  depth: number,
): { readonly holds: boolean; readonly deepest: number } {
  let holds = true;
  let deepest = Number.POSITIVE_INFINITY;
  let negated = false;
  const base = name.slice(name.lastIndexOf("/") + 1);
  for (let index = 0; index < tests.length; index++) {
    const test = tests[index];
    const value = () => tests[++index] ?? "";
    let result = true;
    if (test === "!" || test === "-not") {
      negated = !negated;
      continue;
    }
    if (test === "-name") result = matches(readPattern(value()), base);
    else if (test === "-iname") result = matches(readPattern(value().toLowerCase()), base.toLowerCase());
    else if (test === "-path") result = matches(readPattern(value()), name);
    else if (test === "-type")
      result = { f: "file", d: "folder", l: "link", p: "fifo", c: "device", s: "socket" }[value()] === kind;
    else if (test === "-maxdepth") deepest = Number(value());
    else if (test === "-mindepth") result = depth >= Number(value());
    else if (test === "-executable") result = run.system.files.allows(run.absolute(name), 1);
    else if (test === "-perm") result = isAllowed(run, name, value());
    else if (test !== "-print" && test !== "-a" && test !== "-xdev" && test !== "-follow")
      notFollowed(`find ${test}`);
    holds &&= result !== negated;
    negated = false;
  }
  return { holds, deepest };
}

function isAllowed(run: ProgramRun, name: string, text: string): boolean {
  const mode = run.system.files.status(run.absolute(name))?.mode ?? 0;
  const symbolic = /^[-/+]?[ugoa]*[+=]?x$/.test(text);
  const bits = symbolic
    ? /[ug]/.test(text) && !text.includes("a")
      ? 0o100
      : 0o111
    : Number.parseInt(text.replace(/^[-/+]/, ""), 8);
  if (/^[/+]/.test(text)) return (mode & bits) !== 0;
  return text.startsWith("-") ? (mode & bits) === bits : symbolic || mode === bits;
}
