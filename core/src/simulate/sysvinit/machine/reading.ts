// Reading the table again, and choosing what has to be killed. Source: spec/sysvinit.md, section 6.
// The reading of the file itself is not repeated here: it is `readInittab`.

import { type InittabRecord, readInittab, type TabFile } from "../../../inittab/read.ts";
import type { Effect } from "./effects.ts";
import { kernelConsoleCommand, kernelConsoleLevels, kernelConsoles } from "./kernel-consoles.ts";
import { beginKilling, finishReading } from "./killing.ts";
import { initPaths } from "./paths.ts";
import { isArmed } from "./starting.ts";
import type { Continuation, Entry, InitState } from "./state.ts";
import { emit, endStretch, say, sayOfTable, type Work } from "./work.ts";

/**
 * Reads the table and pairs old and new entries. True: it is done; false: init has to kill first, and goes on with
 * `then` when that is over.
 */
export function readTable(work: Work, then: Continuation): boolean {
  const fresh = readOnce(work);
  const old = work.state.entries;
  const links = pair(old, fresh);
  const successors = fresh.slice();
  const victims: number[] = [];
  for (const [index, entry] of old.entries()) {
    const link = links[index] ?? -1;
    const successor = successors[link];
    if (successor !== undefined && mayLive(entry, successor, work.state.level)) {
      successors[link] = inherit(entry, successor);
    } else if (entry.running) victims.push(index);
  }
  endStretch(work, "reading");
  if (victims.length > 0) return beginKilling(work, { victims, successors, links, then });
  finishReading(work, successors);
  return true;
}

/** The files of /etc/inittab.d in directory order, or null where there is no such directory. */
export function tabFilesOf(state: Pick<InitState, "files" | "hasInittabD">): readonly TabFile[] | null {
  if (!state.hasInittabD) return null;
  const prefix = `${initPaths.inittabD}/`;
  return Object.entries(state.files)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => ({ name: path.slice(prefix.length), text }));
}

/** What a reading came to: the list, and what init says meanwhile. */
interface FilesRead {
  readonly version: InitState["version"];
  readonly hasInittabD: boolean;
  readonly entries: readonly Entry[];
  readonly said: readonly Effect[];
  /** What it prints without writing it. */
  readonly printed: string;
}

/** The last reading of files. Files never change, they are replaced, so the same ones read the same. */
const readings = new WeakMap<InitState["files"], FilesRead>();

function readOnce(work: Work): readonly Entry[] {
  const { files, version, hasInittabD } = work.state;
  const known = readings.get(files);
  if (known?.version === version && known.hasInittabD === hasInittabD) {
    for (const effect of known.said) emit(work, effect);
    work.state.unwritten += known.printed;
    return known.entries;
  }
  const before = work.effects.length;
  const { entries, printed } = readFiles(work);
  work.state.unwritten += printed;
  readings.set(files, { version, hasInittabD, entries, said: work.effects.slice(before), printed });
  return entries;
}

/** What init reads from its files now, in its own order, with nothing started. */
function readFiles(work: Work): Pick<FilesRead, "entries" | "printed"> {
  const { state } = work;
  const reading = readInittab(state.files[initPaths.inittab], {
    dialect: "sysvinit",
    version: state.version,
    inittabD: tabFilesOf(state),
  });
  for (const message of reading.messages) sayOfTable(work, message);
  const entries = reading.records.map(freshEntry);
  for (const { device, id } of kernelConsoles(state.files[initPaths.cmdline], work.behaviour)) {
    if (entries.some((entry) => entry.id === id)) continue;
    const record = {
      id,
      runlevels: kernelConsoleLevels,
      action: "respawn",
      process: kernelConsoleCommand(device),
    };
    // It counts as the last line, since it is also the last to be paired.
    entries.push(freshEntry({ ...record, path: undefined, line: Number.MAX_SAFE_INTEGER }));
    say(work, "addedConsole", { device, id });
  }
  const lines = work.behaviour.printsTabLines ? reading.tabLines : [];
  return { entries, printed: lines.map((line) => `Got line: ${line}`).join("") };
}

function freshEntry(record: InittabRecord): Entry {
  const { id, runlevels, action, process, path, line } = record;
  return {
    id,
    runlevels,
    action,
    process,
    path: path ?? null,
    line,
    running: false,
    zombie: false,
    waiting: false,
    executed: isArmed(action),
    demand: false,
    failing: false,
    pid: 0,
    windowStart: null,
    count: 0,
  };
}

/** For each old entry the index of the new one. Each new line takes the first old entry with its id; the last one wins. */
function pair(old: readonly Entry[], fresh: readonly Entry[]): readonly number[] {
  const known = identities.get(fresh);
  if (known !== undefined && haveSameIds(old, fresh)) return known;
  const links = old.map(() => -1);
  const firstOld = new Map<string, number>();
  for (let index = old.length - 1; index >= 0; index--) firstOld.set(old[index]?.id ?? "", index);
  for (const [index, entry] of fresh.entries()) {
    const at = firstOld.get(entry.id);
    if (at === undefined) continue;
    const known = fresh[links[at] ?? -1];
    if (known === undefined || known.line <= entry.line) links[at] = index;
  }
  if (links.length === fresh.length && links.every((link, index) => link === index))
    identities.set(fresh, links);
  return links;
}

/** The links of lists that were paired with one of the same ids, each with itself: most readings find the same table. */
const identities = new WeakMap<readonly Entry[], readonly number[]>();

function haveSameIds(old: readonly Entry[], fresh: readonly Entry[]): boolean {
  return old.length === fresh.length && old.every(({ id }, index) => id === fresh[index]?.id);
}

function mayLive(entry: Entry, successor: Entry, level: string): boolean {
  if (entry.action !== successor.action) return false;
  if (entry.action === "boot" || entry.runlevels.includes(level)) return true;
  return level !== "S" && entry.demand;
}

function inherit(entry: Entry, successor: Entry): Entry {
  const { running, zombie, waiting, executed, demand, failing, pid } = entry;
  if (entry.count === 0 && entry.windowStart === null && isSameRecord(entry, successor)) return entry;
  return { ...successor, running, zombie, waiting, executed, demand, failing, pid };
}

function isSameRecord(one: Entry, other: Entry): boolean {
  return (
    one.line === other.line &&
    one.path === other.path &&
    one.id === other.id &&
    one.runlevels === other.runlevels &&
    one.process === other.process
  );
}
