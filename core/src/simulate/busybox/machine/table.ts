// Init's list of entries: from the file, from the program itself, and what a reload makes of it.

import { readInittab } from "../../../inittab/read.ts";
import { soughtTerminal, terminalOf } from "../../../inittab/terminal.ts";
import { type BusyboxAction, type BusyboxEntry, busyboxActions } from "./state.ts";

/** What a reading of the file gives. */
export interface TableReading {
  readonly entries: readonly BusyboxEntry[];
  /** What init says of bad lines. */
  readonly messages: readonly string[];
}

interface NewEntry {
  readonly id: string;
  readonly command: string;
  readonly action: BusyboxAction;
  readonly line: number | undefined;
}

/** The login shell that init starts where nobody says otherwise. */
const loginShell = "-/bin/sh";

/** The entries of an init without a file, in its order. Observed: no-inittab. */
const builtIn: readonly NewEntry[] = (
  [
    ["", "sysinit", "/etc/init.d/rcS"],
    ["", "askfirst", loginShell],
    ["tty2", "askfirst", loginShell],
    ["tty3", "askfirst", loginShell],
    ["tty4", "askfirst", loginShell],
    ["", "ctrlaltdel", "reboot"],
    ["", "shutdown", "umount -a -r"],
    ["", "shutdown", "swapoff -a"],
    ["", "restart", "init"],
  ] as const
).map(([id, action, command]) => ({ id, action, command, line: undefined }));

/** The one entry of single-user mode. Observed: single-argument. */
export const singleUserEntries: readonly BusyboxEntry[] = [
  { terminal: "", command: loginShell, action: "respawn", pid: 0, line: undefined },
];

/** Whether this boot argument makes init ignore the file. Observed: single, 1; source: -s. */
export function isSingleUserWord(word: string | undefined): boolean {
  return word === "single" || word === "-s" || word === "1";
}

/**
 * Reads the file into the list that init has. An entry that it has already keeps its process and takes the new action
 * and the last place; entries that are not in the file lose their action. Observed: reload-change-action, reload-remove.
 */
export function readTable(known: readonly BusyboxEntry[], inittab: string | null): TableReading {
  const { entries: found, messages } = inittab === null ? { entries: builtIn, messages: [] } : read(inittab);
  const entries = new Set(known.map((entry): BusyboxEntry => ({ ...entry, action: undefined })));
  const named = new Map<string, BusyboxEntry[]>();
  const name = (entry: BusyboxEntry) => {
    const key = nameOf(entry.terminal, entry.command);
    const twins = named.get(key);
    if (twins === undefined) named.set(key, [entry]);
    else twins.push(entry);
  };
  for (const entry of entries) name(entry);
  for (const { id, command, action, line } of found) {
    const old = named.get(nameOf(soughtTerminal(id), command))?.shift();
    if (old !== undefined) entries.delete(old);
    const entry: BusyboxEntry = { terminal: terminalOf(id), command, action, pid: old?.pid ?? 0, line };
    entries.add(entry);
    name(entry);
  }
  return { entries: [...entries], messages };
}

function nameOf(terminal: string, command: string): string {
  return `${terminal}\0${command}`;
}

/** What a text says. */
interface TextRead {
  readonly entries: readonly NewEntry[];
  readonly messages: readonly string[];
}

/** The text that was read last: init reads one file again and again. */
let recent: { readonly inittab: string; readonly reading: TextRead } | undefined;

function read(inittab: string): TextRead {
  if (recent?.inittab === inittab) return recent.reading;
  const reading = readText(inittab);
  recent = { inittab, reading };
  return reading;
}

function readText(inittab: string): TextRead {
  const { records, messages } = readInittab(inittab, { dialect: "busybox" });
  const entries = records.flatMap(({ id, action: word, process: command, line }): readonly NewEntry[] => {
    // The reader lets no other action through.
    const action = busyboxActions.find((known) => known === word);
    return action === undefined ? [] : [{ id, action, command, line }];
  });
  return { entries, messages };
}

/** What a reload throws away: entries that have vanished and have no process, and those of the boot that is over. */
export function isStale({ action, pid }: BusyboxEntry): boolean {
  return pid === 0 && (action === undefined || action === "sysinit");
}
