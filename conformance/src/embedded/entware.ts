// A recorded case of Entware's rc.unslung.

import {
  type EntwareEntry,
  entwareCalls,
  entwarePlace,
  entwareScript,
  type ScriptSystem,
} from "@inittab/core";
import { type CaseFile, caseFile } from "./case-script.ts";
import { type CaseShell, caseSystem, putFile, recordedCalls, writtenBy } from "./case-system.ts";

/** The `case` part of entware.json. */
export interface EntwareCase {
  readonly shell?: CaseShell;
  readonly scripts: readonly (CaseFile | string)[];
  readonly commands: readonly (readonly string[])[];
}

/** Runs the commands of a case one after the other. */
export function replayEntware(recorded: EntwareCase): unknown {
  const system = caseSystem(recorded.shell);
  system.files.folder(entwarePlace);
  for (const file of recorded.scripts) putFile(system, entwarePlace, caseFile(file));
  return {
    runs: recorded.commands.map((args) => {
      const script = entwareScript(entwareCalls(entriesBelow(system, entwarePlace), args));
      const { calls, status, ...written } = system.run({
        argv: ["/bin/sh", "-c", script, `${entwarePlace}/rc.unslung`, ...args],
      });
      return { args, calls: recordedCalls(system, calls, entwarePlace), exit: status, ...writtenBy(written) };
    }),
  };
}

function entriesBelow(system: ScriptSystem, folder: string): readonly EntwareEntry[] {
  const node = system.files.node(folder, "keep");
  if (node?.kind !== "folder") return [];
  return [...node.entries].flatMap(([name, entry]): readonly EntwareEntry[] => {
    const path = `${folder}/${name}`;
    const kind =
      entry.kind === "file" || entry.kind === "folder" || entry.kind === "link" ? entry.kind : "other";
    const executable = kind === "link" || (entry.mode & 0o100) !== 0;
    const own: EntwareEntry = { path: path.slice(entwarePlace.length + 1), kind, executable };
    return [own, ...(kind === "folder" ? entriesBelow(system, path) : [])];
  });
}
