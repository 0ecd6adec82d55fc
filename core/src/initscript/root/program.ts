// What becomes of a program that is started in a root: whether execve(2) finds it, may run it, and finds what interprets it.

import { mayBeMounted, type WholeRoot } from "./whole-root.ts";

/** What becomes of a program. */
export type ProgramFate =
  | { readonly kind: "runs" }
  /** It cannot be told: a part of the way could not be read, or may be mounted when the machine runs. */
  | { readonly kind: "unsure" }
  | { readonly kind: "missing" }
  /** `octal`: its permissions; undefined for a folder or a device. */
  | { readonly kind: "not-executable"; readonly path: string; readonly octal: string | undefined }
  | { readonly kind: "no-interpreter"; readonly path: string; readonly interpreter: string }
  /** The name of the interpreter ends in a carriage return, so that it names no file. */
  | { readonly kind: "carriage-return"; readonly path: string; readonly interpreter: string };

/** Where a name without a slash is looked for by init. Observed: sysvinit 3.06 (exec-environment); BusyBox 1.35. */
const searchPath = ["/sbin", "/usr/sbin", "/bin", "/usr/bin"] as const;

/** Scripts may have a longer path than init; what is in none of these is found nowhere. */
const anyPath = [...searchPath, "/usr/local/sbin", "/usr/local/bin"] as const;

/** What becomes of a program by its path, or by its name as init looks for it. Relative paths begin at the root, where init is. */
export function programInRoot(root: WholeRoot, program: string): ProgramFate {
  const paths = program.includes("/") ? [program] : anyPath.map((folder) => `${folder}/${program}`);
  const fates = paths.map((path) => fileInRoot(root, path));
  const isFound = ({ kind }: ProgramFate): boolean => kind !== "missing" && kind !== "not-executable";
  return fates.find(isFound) ?? fates.find(({ kind }) => kind === "not-executable") ?? { kind: "missing" };
}

/** Whether a file that a program is to read is missing for sure. */
export function isMissingInRoot(root: WholeRoot, path: string): boolean {
  return fileInRoot(root, path).kind === "missing";
}

function fileInRoot(root: WholeRoot, path: string): ProgramFate {
  const end = root.follow(path);
  switch (end.kind) {
    case "missing":
    case "outside":
      return mayBeMounted(root, path) ? { kind: "unsure" } : { kind: "missing" };
    case "folder":
    case "other":
      return mayBeMounted(root, path)
        ? { kind: "unsure" }
        : { kind: "not-executable", path, octal: undefined };
    case "file": {
      if (end.node.kind !== "file") return { kind: "unsure" };
      const { mode, text } = end.node;
      if (root.hasModes && mode !== undefined && (mode & 0o111) === 0)
        return { kind: "not-executable", path, octal: mode.toString(8).padStart(3, "0") };
      return interpreterInRoot(root, path, text);
    }
    case "ask":
    case "loop":
    case "unreadable":
      return { kind: "unsure" };
  }
}

/**
 * What becomes of a script by its first line. Without an interpreter there the C library or the shell that starts it takes
 * /bin/sh, so that nothing is wrong. Source: execve(2), exec(3).
 */
export function interpreterInRoot(root: WholeRoot, path: string, text: string): ProgramFate {
  const [, interpreter, rest = ""] = /^#![ \t]*([^ \t\n]+)([^\n]*)/.exec(text.slice(0, firstLineLimit)) ?? [];
  if (interpreter === undefined || interpreter === "\r") return { kind: "runs" };
  const isLost = isMissingInRoot(root, interpreter);
  if (interpreter.endsWith("\r"))
    return isLost
      ? { kind: "carriage-return", path, interpreter: interpreter.slice(0, -1) }
      : { kind: "runs" };
  if (isLost) return { kind: "no-interpreter", path, interpreter };
  const named = /\/env$/.test(interpreter) ? /^[ \t]+([\w.+-]*\w)[ \t]*$/.exec(rest)?.[1] : undefined;
  if (named === undefined || named.startsWith("-")) return { kind: "runs" };
  const places = anyPath.map((folder) => isMissingInRoot(root, `${folder}/${named}`));
  return places.every((missing) => missing)
    ? { kind: "no-interpreter", path, interpreter: named }
    : { kind: "runs" };
}

/** The kernel reads no more of a first line. Source: execve(2), since Linux 5.1. */
const firstLineLimit = 255;
