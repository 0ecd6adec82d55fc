// Programs that make, move and change files.

import { changedMode } from "../../../shell/interpreter/builtins/surroundings.ts";
import type { FileError } from "../../../shell/interpreter/contract.ts";
import { errorText } from "../../../shell/interpreter/words.ts";
import type { ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { spender, usage } from "./lines.ts";

/** Says what is wrong; the status for that. */
function wrong(run: ProgramRun, command: string, name: string, error: FileError): number {
  run.err(`${command}: ${name}: ${errorText(error)}\n`);
  return 1;
}

/** `rm`. */
export function rm(run: ProgramRun): number {
  const given = readArguments(run.args, "rRfiv", { recursive: "r", force: "f" });
  if (given === undefined) return usage(run, "rm");
  const force = given.options.has("f");
  if (given.rest.length === 0) return force ? 0 : usage(run, "rm");
  const recursive = given.options.has("r") || given.options.has("R");
  let status = 0;
  for (const name of given.rest) {
    const path = run.absolute(name);
    const kind = run.system.files.linkStatus(path)?.kind;
    if (kind === undefined) {
      if (!force) status = wrong(run, "rm", name, "ENOENT");
    } else if (kind === "folder" && !recursive) status = wrong(run, "rm", name, "EISDIR");
    else {
      const error = removeAll(run, path);
      if (error !== undefined) status = wrong(run, "rm", name, error);
    }
  }
  return status;
}

function removeAll(run: ProgramRun, path: string): FileError | undefined {
  const { files } = run.system;
  spender(run)(1);
  if (files.linkStatus(path)?.kind === "folder")
    for (const name of files.names(path) ?? []) removeAll(run, `${path}/${name}`);
  return files.remove(path.replace(/(.)\/+$/, "$1"));
}

/** Where a file goes: into the last folder, or to the last name. */
function targetFor(run: ProgramRun, name: string, target: string, into: boolean): string {
  const path = run.absolute(target);
  const base = name.replace(/(.)\/+$/, "$1");
  const inside = into && run.system.files.status(path)?.kind === "folder";
  return inside ? `${path.replace(/\/+$/, "")}/${base.slice(base.lastIndexOf("/") + 1)}` : path;
}

/** `ln`. */
export function ln(run: ProgramRun): number {
  const given = readArguments(run.args, "sfnTvr", { symbolic: "s", force: "f", "no-dereference": "n" });
  const [first, second] = given?.rest ?? [];
  if (given === undefined || first === undefined) return usage(run, "ln");
  const { options, rest } = given;
  const target = second === undefined ? "." : (rest.at(-1) ?? ".");
  const { files } = run.system;
  let status = 0;
  for (const name of second === undefined ? [first] : rest.slice(0, -1)) {
    const isLink = files.linkStatus(run.absolute(target))?.kind === "link";
    const path = targetFor(run, name, target, !options.has("T") && !(options.has("n") && isLink));
    if (options.has("f") && files.linkStatus(path) !== undefined && files.linkStatus(path)?.kind !== "folder")
      files.remove(path);
    const error = options.has("s")
      ? files.makeLink(path, name)
      : files.makeHardLink(path, run.absolute(name));
    if (error !== undefined) status = wrong(run, "ln", second === undefined ? name : target, error);
  }
  return status;
}

/** `cp`. */
export function cp(run: ProgramRun): number {
  const given = readArguments(run.args, "afprRdLPivuT", { recursive: "r", archive: "a", force: "f" });
  if (given === undefined || given.rest.length < 2) return usage(run, "cp");
  const { options, rest } = given;
  const recursive = ["a", "r", "R"].some((letter) => options.has(letter));
  const keepsLinks = (recursive && !options.has("L")) || options.has("d") || options.has("P");
  const target = rest.at(-1) ?? "";
  let status = 0;
  for (const name of rest.slice(0, -1)) {
    const error = copyFile(run, run.absolute(name), targetFor(run, name, target, !options.has("T")), {
      recursive,
      keepsLinks,
    });
    if (error !== undefined) status = wrong(run, "cp", name, error);
  }
  return status;
}

function copyFile(
  run: ProgramRun,
  from: string,
  to: string,
  how: { readonly recursive: boolean; readonly keepsLinks: boolean },
): FileError | undefined {
  const { files } = run.system;
  spender(run)(1);
  const node = files.node(from, how.keepsLinks ? "keep" : "follow");
  if (node === undefined) return "ENOENT";
  if (node.kind === "folder") {
    if (!how.recursive) return "EISDIR";
    if (`${to}/`.startsWith(`${from}/`)) return "EINVAL";
    if (files.status(to) === undefined) files.makeFolder(to, node.mode);
    for (const name of files.names(from) ?? []) copyFile(run, `${from}/${name}`, `${to}/${name}`, how);
    return undefined;
  }
  if (node.kind === "link") {
    files.remove(to);
    return files.makeLink(to, node.target);
  }
  if (node.kind !== "file") return files.makeSpecial(to, node.kind, node.stream);
  if (files.status(to)?.kind === "folder") return "EISDIR";
  const opened = files.open(to, "write", node.mode);
  if (opened.kind !== "open") return opened.kind === "error" ? opened.error : "EINVAL";
  // A copy of a program is that program too.
  if (node.program !== undefined) files.install(to, node.program);
  else opened.stream.write(node.content);
  return undefined;
}

/** `mv`. */
export function mv(run: ProgramRun): number {
  const given = readArguments(run.args, "finvT", { force: "f" });
  if (given === undefined || given.rest.length < 2) return usage(run, "mv");
  const target = given.rest.at(-1) ?? "";
  let status = 0;
  for (const name of given.rest.slice(0, -1)) {
    const error = run.system.files.rename(
      run.absolute(name),
      targetFor(run, name, target, !given.options.has("T")),
    );
    if (error !== undefined) status = wrong(run, "mv", name, error);
  }
  return status;
}

/** `touch`. */
export function touch(run: ProgramRun): number {
  const given = readArguments(run.args, "acmd:r:t:h", { "no-create": "c", date: "d", reference: "r" });
  if (given === undefined || given.rest.length === 0) return usage(run, "touch");
  const { files } = run.system;
  const reference = given.options.get("r");
  const time =
    reference === undefined
      ? run.system.now()
      : (files.status(run.absolute(reference))?.modified ?? run.system.now());
  let status = 0;
  for (const name of given.rest) {
    const path = run.absolute(name);
    if (files.status(path) === undefined && given.options.has("c")) continue;
    const opened =
      files.status(path) === undefined ? files.open(path, "append", 0o666 & ~run.umask) : undefined;
    if (opened?.kind === "error") status = wrong(run, "touch", name, opened.error);
    else files.setTime(path, time);
  }
  return status;
}

/** `chmod`. */
export function chmod(run: ProgramRun): number {
  // A mode such as `-x` is no option.
  const words = run.args.filter((word) => !/^(?:-[Rvcf]+|--)$/.test(word));
  const recursive = run.args.some((word) => /^-[vcf]*R/.test(word));
  const [mode, ...names] = words;
  if (mode === undefined || names.length === 0) return usage(run, "chmod");
  let status = 0;
  const change = (path: string): FileError | "mode" | undefined => {
    spender(run)(1);
    const found = run.system.files.status(path);
    if (found === undefined) return "ENOENT";
    const bits = /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) : changedMode(found.mode, mode);
    if (bits === undefined) return "mode";
    if (recursive && found.kind === "folder")
      for (const name of run.system.files.names(path) ?? []) change(`${path}/${name}`);
    return run.system.files.changeMode(path, bits);
  };
  for (const name of names) {
    const error = change(run.absolute(name));
    if (error === "mode") return usage(run, "chmod");
    if (error !== undefined) status = wrong(run, "chmod", name, error);
  }
  return status;
}

/** `chown` and `chgrp`: everything belongs to root here, and stays so. */
export function chown(run: ProgramRun): number {
  const names = run.args.filter((word) => !word.startsWith("-")).slice(1);
  const missing = names.filter((name) => run.system.files.linkStatus(run.absolute(name)) === undefined);
  for (const name of missing) wrong(run, "chown", name, "ENOENT");
  return missing.length > 0 ? 1 : 0;
}

/** `mkfifo`, and `mknod` for what it makes. */
export function mkfifo(run: ProgramRun): number {
  const given = readArguments(run.args, "m:");
  const [name, kind = "p"] = given?.rest ?? [];
  if (name === undefined) return usage(run, "mkfifo");
  const error = run.system.files.makeSpecial(run.absolute(name), kind === "p" ? "fifo" : "device");
  return error === undefined ? 0 : wrong(run, "mkfifo", name, error);
}

/** `mktemp`: the names are counted, and so are the same each time. */
export function mktemp(run: ProgramRun): number {
  const given = readArguments(run.args, "dqup:t", { directory: "d", quiet: "q", tmpdir: "p" });
  if (given === undefined) return usage(run, "mktemp");
  const folder = given.options.get("p") || "/tmp";
  const template = given.rest[0] ?? "tmp.XXXXXXXXXX";
  const inFolder = given.rest.length === 0 || given.options.has("p") || given.options.has("t");
  const full = inFolder ? `${folder}/${template}` : template;
  const marks = /X+$/.exec(full)?.[0].length ?? 0;
  if (marks < 3) return usage(run, "mktemp");
  const { files } = run.system;
  for (let count = 0; count < 10_000; count++) {
    const name = full.slice(0, -marks) + String(count).padStart(marks, "0");
    const path = run.absolute(name);
    if (files.linkStatus(path) !== undefined) continue;
    const error = given.options.has("d") ? files.makeFolder(path, 0o700) : madeFile(run, path);
    if (error !== undefined) return wrong(run, "mktemp", name, error);
    run.out(`${name}\n`);
    return 0;
  }
  return 1;
}

function madeFile(run: ProgramRun, path: string): FileError | undefined {
  const opened = run.system.files.open(path, "new", 0o600);
  return opened.kind === "error" ? opened.error : undefined;
}

/** `readlink` and `realpath`. */
export function readlink(command: "readlink" | "realpath"): (run: ProgramRun) => number {
  return (run) => {
    const given = readArguments(run.args, "fenmqsvz");
    if (given === undefined || given.rest.length === 0) return usage(run, command);
    const { files } = run.system;
    let status = 0;
    for (const name of given.rest) {
      const path = run.absolute(name);
      const whole = command === "realpath" || given.options.has("f") || given.options.has("e");
      const found = whole ? realPathOf(run, path) : files.readLink(path);
      if (found === undefined) status = 1;
      else run.out(`${found}${given.options.has("n") && command === "readlink" ? "" : "\n"}`);
    }
    return status;
  };
}

/** The path without links; of a file whose folder is there. */
function realPathOf(run: ProgramRun, path: string, links = 0): string | undefined {
  const { files } = run.system;
  const whole = files.realPath(path);
  if (whole !== undefined) return whole;
  const target = files.readLink(path);
  const slash = path.lastIndexOf("/");
  const folder = files.realPath(path.slice(0, slash) || "/");
  if (folder === undefined || links > 40) return undefined;
  if (target === undefined) return `${folder === "/" ? "" : folder}/${path.slice(slash + 1)}`;
  return realPathOf(run, target.startsWith("/") ? target : `${folder}/${target}`, links + 1);
}

/** `stat`, with the formats that scripts use. */
export function stat(run: ProgramRun): number {
  const given = readArguments(run.args, "c:Lt", { format: "c" });
  const format = given?.options.get("c");
  if (given === undefined || format === undefined) return usage(run, "stat");
  let status = 0;
  for (const name of given.rest) {
    const path = run.absolute(name);
    const found = given.options.has("L") ? run.system.files.status(path) : run.system.files.linkStatus(path);
    if (found === undefined) {
      status = wrong(run, "stat", name, "ENOENT");
      continue;
    }
    const kinds = {
      file: "regular file",
      folder: "directory",
      link: "symbolic link",
      fifo: "fifo",
      device: "character special file",
      socket: "socket",
    };
    const values: Readonly<Record<string, string>> = {
      n: name,
      a: found.mode.toString(8),
      s: String(found.size),
      Y: String(Math.floor(found.modified)),
      F: kinds[found.kind],
      u: "0",
      g: "0",
      U: "root",
      G: "root",
      i: String(found.identity),
    };
    run.out(`${format.replace(/%(.)/g, (whole, letter: string) => values[letter] ?? whole)}\n`);
  }
  return status;
}
