// A recorded case of insserv: from its form to the function's input and back to the form of `expect`.

import { folderNames, type InsservScript, type InsservSystem, type RcLink, runInsserv } from "@inittab/core";
import { toText } from "../lines.ts";

/** A script of a case: only the lines of its header, or all lines. */
export interface CaseScript {
  readonly name: string;
  readonly header?: readonly string[];
  readonly body?: readonly string[];
  readonly mode?: string;
}

/** The `case` part of insserv.json. */
export interface InsservCase {
  readonly scripts: readonly CaseScript[];
  readonly conf?: readonly string[];
  readonly confd?: Readonly<Record<string, readonly string[]>>;
  readonly overrides?: Readonly<Record<string, readonly string[]>>;
  readonly filters?: readonly string[];
  readonly links?: Readonly<Record<string, readonly string[]>>;
  readonly commands?: readonly (readonly string[])[];
}

/** The `expect` part of insserv.json. */
export interface InsservExpect {
  readonly runs: readonly {
    readonly args: readonly string[];
    readonly exit: number;
    readonly stderr: readonly string[];
    readonly stdout: readonly string[];
  }[];
  readonly rcd: Readonly<Record<string, readonly string[]>>;
  readonly depend: Readonly<Partial<Record<"boot" | "start" | "stop", readonly string[]>>>;
}

/** The configuration of cases that bring none. */
export const defaultConfiguration: readonly string[] = [
  "$local_fs +mountall +umountfs",
  "$network +networking",
  "$named +named $network",
  "$remote_fs $local_fs +mountnfs +umountnfs +sendsigs",
  "$syslog +rsyslog +sysklogd",
  "$time +hwclock",
  "<interactive> udev keymap",
];

/** The text of a case's script. */
export function caseText({ header, body }: CaseScript): string {
  return toText(
    body ?? ["#!/bin/sh", "### BEGIN INIT INFO", ...(header ?? []), "### END INIT INFO", "exit 0"],
  );
}

function caseScript(script: CaseScript): InsservScript {
  const executable = (Number.parseInt(script.mode ?? "755", 8) & 0o100) !== 0;
  return { name: script.name, text: caseText(script), executable };
}

/** The links of a case, each to the script of the name behind its third character. */
function caseLinks(names: readonly string[]): readonly RcLink[] {
  return names.map((name) => ({ name, script: name.slice(3) }));
}

/** The folders of a case; init.d is listed from the last script to the first. */
export function caseSystem(recorded: InsservCase): InsservSystem {
  return {
    scripts: recorded.scripts.map(caseScript).toReversed(),
    configuration: toText(recorded.conf ?? defaultConfiguration),
    configurationFiles: Object.entries(recorded.confd ?? {}).map(([name, lines]) => ({
      name,
      text: toText(lines),
    })),
    overrides: [
      new Map(Object.entries(recorded.overrides ?? {}).map(([name, lines]) => [name, toText(lines)])),
    ],
    fileFilters: recorded.filters === undefined ? undefined : toText(recorded.filters),
    links: new Map(
      Object.entries(recorded.links ?? {}).map(([level, names]) => [level, caseLinks(names).toReversed()]),
    ),
  };
}

/** Runs the commands of a case one after the other. */
export function replayInsserv(recorded: InsservCase): InsservExpect {
  let system = caseSystem(recorded);
  const commands = recorded.commands ?? [recorded.scripts.map(({ name }) => name)];
  const runs: InsservExpect["runs"][number][] = [];
  let depend: InsservExpect["depend"] = {};
  for (const args of commands) {
    const { exit, stderr, stdout, links, dependencyFiles } = runInsserv(system, args);
    runs.push({ args, exit, stderr, stdout });
    system = { ...system, links };
    if (dependencyFiles !== undefined) depend = { ...dependencyFiles };
  }
  return { runs, rcd: folderNames(system.links), depend };
}
