// A recorded case of update-rc.d: from its form to the function's input and back to the form of `expect`.

import {
  runUpdateRcd,
  type UpdateRcdEntry,
  type UpdateRcdScript,
  type UpdateRcdSystem,
  type UpdateRcdVersion,
} from "@inittab/core";
import { type CaseFile, caseFile, isExecutable } from "./case-script.ts";
import { type CaseShell, loopShell } from "./case-system.ts";

/** The `case` part of update-rc.d.json. */
export interface UpdateRcdCase {
  readonly version: UpdateRcdVersion;
  readonly shell?: CaseShell;
  readonly scripts?: readonly (CaseFile | string)[];
  readonly links?: Readonly<Record<string, readonly (CaseFile | string)[]>>;
  readonly root?: string;
  readonly runlevel?: string;
  readonly commands: readonly (readonly string[])[];
}

/** Runs the commands of a case one after the other. */
export function replayUpdateRcd(recorded: UpdateRcdCase): unknown {
  const { version, commands } = recorded;
  const shell = loopShell(recorded.shell);
  let system: UpdateRcdSystem = {
    root: recorded.root ?? "",
    scripts: (recorded.scripts ?? ["app"]).map((file) => caseScript(caseFile(file))),
    folders: new Map(
      Object.entries(recorded.links ?? {}).map(([level, files]) => [
        level,
        files.map((file) => caseEntry(caseFile(file))),
      ]),
    ),
    runlevel: recorded.runlevel,
  };
  const runs: object[] = [];
  for (const args of commands) {
    const run = runUpdateRcd(system, { args, version, shell });
    if (run.kind === "hangs") {
      runs.push({ args, hangs: true });
      break;
    }
    const { exit, stdout, stderr, calls, folders } = run;
    system = { ...system, folders };
    runs.push({
      args,
      exit,
      stdout,
      rcd: shownFolders(folders),
      ...(stderr.length > 0 ? { stderr } : {}),
      ...(calls.length > 0 ? { calls } : {}),
    });
  }
  return { runs };
}

function caseScript(file: CaseFile): UpdateRcdScript {
  const { name, kind, target } = file;
  const executable = isExecutable(file);
  if (kind === "link" || kind === "dangling")
    return { name, kind: "link", executable, ...(target === undefined ? {} : { target }) };
  return { name, kind: kind === "dir" || kind === "fifo" ? "folder" : "file", executable };
}

function caseEntry({ name, kind, target = usualTarget(name) }: CaseFile): UpdateRcdEntry {
  const isLink = kind === undefined || kind === "link" || kind === "dangling";
  return { name, target: isLink ? target : undefined };
}

function usualTarget(name: string): string {
  return `../init.d/${name.slice(3)}`;
}

function shownFolders(folders: UpdateRcdSystem["folders"]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...folders]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([level, entries]) => [
        level,
        entries
          .toSorted((one, other) => (one.name < other.name ? -1 : 1))
          .map(({ name, target }) => {
            if (target === undefined) return `${name} (file)`;
            return target === usualTarget(name) ? name : `${name} -> ${target}`;
          }),
      ]),
  );
}
