// Processes: they wait for Enter, begin, get signals and end; and runs of scripts.

import { dueOrder, enqueue } from "../../run/queue.ts";
import type { ProcessSettings } from "../../run/scenario.ts";
import { type Ticks, toSeconds, toTicks } from "../../run/ticks.ts";
import type { EndKind } from "../../run/timeline.ts";
import { show } from "../../run/world.ts";
import { keyOfEntry } from "../keys.ts";
import type { PlacedEntry, ProcdEffect, ProcdStart } from "../machine/state.ts";
import type { Procd, ProcdProcess, ProcdWorld } from "./world.ts";

/** No process is shorter than this, so that time goes on whatever a table does. */
const shortest: Ticks = toTicks(0.001);

/** How long a run of scripts takes that nobody has said anything of; seconds. */
const shortRun = 1;

/** What a shell gives for a child that was killed, and for one that TERM has ended. */
const killedCode = 137;
const caughtCode = 143;

/** The signals that a program can take notice of. */
const noticed: ReadonlySet<string> = new Set(["TERM", "HUP", "INT"]);

/** Signals that end no process. */
const harmless: ReadonlySet<string> = new Set([
  ...["CHLD", "CONT", "URG", "WINCH", "STOP", "TSTP", "TTIN", "TTOU"],
]);

/** Carries out what procd has started: the process runs, or waits for Enter first. */
export function beginProcess(world: ProcdWorld, pid: number, start: ProcdStart): void {
  const { entry, device, asks, argv } = start;
  const key = entry.argv.join(" ");
  const process: ProcdProcess = { pid, key, entry, start, pattern: undefined, asks, endsAt: null };
  world.processes.set(pid, process);
  tellBegin(world, pid, entry, { process: key, asks, kept: true });
  show<Procd>(world, { event: "start", id: key, device, argv });
  if (!asks) {
    run(world, process);
    return;
  }
  const place = device ?? "";
  const queue = world.waiting.get(place) ?? [];
  world.waiting.set(place, [...queue, pid]);
  serve(world, place);
}

/** procd calls the scripts of /etc/rc.d, which is told like a process of the entry that asks for it. */
export function beginScripts(
  world: ProcdWorld,
  { pid, entry, pattern, argument }: Extract<ProcdEffect, { kind: "scripts" }>,
): void {
  const key = entry.argv.join(" ");
  const process: ProcdProcess = { pid, key, entry, start: undefined, pattern, asks: false, endsAt: null };
  world.processes.set(pid, process);
  // The first word does not matter, so that it is called what it is called everywhere.
  tellBegin(world, pid, entry, {
    process: `/etc/init.d/rcS ${pattern} ${argument}`,
    asks: false,
    kept: false,
  });
  show<Procd>(world, { event: "rcS", pattern, argument });
  run(world, process);
}

function tellBegin(
  world: ProcdWorld,
  pid: number,
  entry: PlacedEntry,
  more: { readonly process: string; readonly asks: boolean; readonly kept: boolean },
): void {
  world.out.push({ kind: "began", at: toSeconds(world.now), pid, record: keyOfEntry(entry), ...more });
}

/** Somebody types on a device. */
export function typeOn(world: ProcdWorld, device: string, text: string): void {
  const typed = world.typed.get(device) ?? { line: "", ready: 0 };
  world.typed.set(device, typed);
  for (const character of text.replaceAll("\r", "\n"))
    if (character === "\n") {
      typed.ready++;
      typed.line = "";
    } else typed.line += character;
  serve(world, device);
}

/** Enter goes to the one who has waited longest; what nobody waits for goes to whatever runs there. */
function serve(world: ProcdWorld, device: string): void {
  const typed = world.typed.get(device);
  const queue = world.waiting.get(device) ?? [];
  while (typed !== undefined && typed.ready > 0) {
    typed.ready--;
    const pid = queue.shift();
    const process = pid === undefined ? undefined : world.processes.get(pid);
    if (process === undefined) continue;
    process.asks = false;
    show<Procd>(world, { event: "enter", id: process.key, device: process.start?.device ?? null });
    run(world, process);
  }
}

function run(world: ProcdWorld, process: ProcdProcess): void {
  const { pid, start } = process;
  world.out.push({ kind: "executed", at: toSeconds(world.now), pid });
  const runs = settingsOf(world, process)?.runs ?? (start === undefined ? shortRun : null);
  const isEndless = settingsOf(world, process)?.runs === null || runs === null;
  if (isEndless) return;
  const at = world.now + Math.max(shortest, toTicks(runs));
  process.endsAt = at;
  enqueue(world.queue, { at, order: dueOrder.end, item: { pid, at } });
}

/** The moment has come at which a process ends by itself. */
export function endIfDue(world: ProcdWorld, pid: number, at: Ticks): void {
  const process = world.processes.get(pid);
  if (process?.endsAt === at) endProcess(world, process, "exit");
}

/** A signal reaches every process with this key, or only those of one device. */
export function signalByKey(world: ProcdWorld, key: string, signal: string, device?: string): void {
  for (const process of [...world.processes.values()]) {
    const { start } = process;
    if (start === undefined || process.key !== key) continue;
    if (device === undefined || start.device === device) signalProcess(world, process, signal);
  }
}

/** A signal reaches every process but process 1. */
export function signalAll(world: ProcdWorld, signal: string): void {
  for (const process of [...world.processes.values()])
    if (process.start !== undefined) signalProcess(world, process, signal);
}

function signalProcess(world: ProcdWorld, process: ProcdProcess, signal: string): void {
  if (harmless.has(signal)) return;
  if (!noticed.has(signal)) {
    endProcess(world, process, "killed");
    return;
  }
  // One that waits for Enter is not the program yet that could take notice.
  if (process.asks) {
    endProcess(world, process, "terminated");
    return;
  }
  show<Procd>(world, { event: "signal", id: process.key, signal });
  if (settingsOf(world, process)?.onTerm !== "ignore") endProcess(world, process, "terminated");
}

function endProcess(world: ProcdWorld, process: ProcdProcess, how: EndKind): void {
  const { pid, key, start, pattern, asks } = process;
  const exit = settingsOf(world, process)?.exit ?? 0;
  const code = how === "exit" ? exit : how === "killed" ? killedCode : caughtCode;
  world.processes.delete(pid);
  const place = start?.device ?? "";
  if (asks)
    world.waiting.set(
      place,
      (world.waiting.get(place) ?? []).filter((each) => each !== pid),
    );
  if (pattern !== undefined) show<Procd>(world, { event: "rcS-done", pattern });
  else if (how === "killed") show<Procd>(world, { event: "killed", id: key });
  else show<Procd>(world, { event: "exit", id: key, code });
  world.out.push({ kind: "over", at: toSeconds(world.now), pid, how, code });
  if (start === undefined) world.soon.push({ kind: "scripts-over", at: world.now, pid });
  else world.soon.push({ kind: "died", at: world.now, start });
}

/** What a scenario says of a process; a run of scripts goes by the action of its entry as well, which no other shares. */
function settingsOf(world: ProcdWorld, process: ProcdProcess): ProcessSettings | undefined {
  const { action } = process.entry;
  const key = process.start === undefined && Object.hasOwn(world.settings, action) ? action : process.key;
  return Object.hasOwn(world.settings, key) ? world.settings[key] : undefined;
}
