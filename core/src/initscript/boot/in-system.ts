// The boot programs at work in a virtual system: what its folders have, and what its scripts do when they are called.

import type { VirtualFiles } from "../system/contract.ts";
import type { ScriptSystem } from "../system/system.ts";
import type { BootCall, BootEntry, BootFolders, CallScript } from "./model.ts";

/** The entries of the folders that exist. */
export function foldersOf(files: VirtualFiles, paths: readonly string[]): BootFolders {
  return new Map(
    paths.flatMap((path) => {
      const folder = files.node(path);
      if (folder?.kind !== "folder") return [];
      return [[path, [...folder.entries.keys()].map((name) => entryAt(files, path, name))] as const];
    }),
  );
}

function entryAt(files: VirtualFiles, folder: string, name: string): BootEntry {
  const path = `${folder}/${name}`;
  const node = files.node(path);
  const link = files.node(path, "keep")?.kind === "link";
  if (node === undefined) return { name, kind: "missing", link, executable: false };
  const executable = (node.mode & 0o111) !== 0;
  if (node.kind === "folder")
    return { name, kind: "folder", link, executable, inside: [...node.entries.keys()] };
  return { name, kind: node.kind === "file" ? "file" : "other", link, executable };
}

/**
 * Calls scripts in a system by its own `/bin/sh`, which stands for the caller's: what kills it kills the caller. The
 * environment is what the caller was given.
 */
export function callsIn(
  system: ScriptSystem,
  environment: Readonly<Record<string, string>> = { PATH: bootPath },
): CallScript {
  return (call) => {
    const { end, status, stdout, stderr } = system.run({
      argv: ["/bin/sh", "-c", textOf(call), call.by, ...(call.how === "sourced" ? call.words.slice(1) : [])],
      environment: { ...environment, ...call.environment },
    });
    const killed = end?.kind === "killed" ? { killedCaller: end.signal } : {};
    return { status, stdout, stderr, ...killed };
  };
}

/** What init gives its children, and what rcS of OpenEmbedded sets. */
const bootPath = "/sbin:/bin:/usr/sbin:/usr/bin";

/** The call as a script of the caller's, on the line that the caller has it on. */
function textOf({ words, how, settings, stackSize, through, line }: BootCall): string {
  const command = words.map(quoted).join(" ");
  // That the size is wrong the caller has said itself.
  const limit = stackSize === undefined ? "" : `ulimit -S -s ${quoted(stackSize)} 2>/dev/null`;
  const above = `${limit}${"\n".repeat(line - 1)}`;
  if (how === "run") return `${above}${through === undefined ? "" : `${through} `}${command}`;
  // A script that is sourced sees what its caller has read before.
  return `${settings === undefined ? "" : `. ${quoted(settings)};`}${above}. ${command}`;
}

/** A word that the shell leaves as it is. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
