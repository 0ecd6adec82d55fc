// BusyBox init as a pure function: what happens and what it does about it. Init goes on with its tasks until one of them
// has to wait. Observed: BusyBox 1.35.0 to 1.38.0; the names of cases are those of the conformance suite.

import { second, type Ticks } from "../../run/ticks.ts";
import { addChild, change, type Draft, first, newDraft, say, setPid, tableOf } from "./draft.ts";
import { busyboxMessages, plain, reasons, type SystemRequest } from "./messages.ts";
import {
  type BusyboxAction,
  type BusyboxEntry,
  type BusyboxEvent,
  type BusyboxSignal,
  type BusyboxState,
  type BusyboxStep,
  type BusyboxTask,
  signalNumbers,
} from "./state.ts";
import { isSingleUserWord, isStale, readTable, singleUserEntries, type TableReading } from "./table.ts";

/** How long init takes to send a signal to one process, and its last look around after that. */
const sending: Ticks = second / 1000;

/** What happens to init, and what it does then. Total: an event that does not fit changes nothing. */
export function stepBusybox(before: BusyboxState, event: BusyboxEvent): BusyboxStep {
  const draft = newDraft({ ...before, now: Math.max(before.now, event.at) });
  take(draft, event);
  if (draft.state.stoppedAt === undefined && draft.state.alive === "yes") work(draft);
  return { state: draft.state, effects: draft.effects };
}

/** When init wakes up by itself if nothing happens before; undefined: never. */
export function busyboxWake(state: BusyboxState): Ticks | undefined {
  const [task] = state.tasks;
  if (state.stoppedAt !== undefined || state.alive === "gone") return undefined;
  return task?.kind === "pause" ? task.until : undefined;
}

function take(draft: Draft, event: BusyboxEvent): void {
  const { state } = draft;
  switch (event.kind) {
    case "boot":
      boot(draft, event);
      break;
    case "signal":
      if (event.signal === "TSTP") stop(draft);
      else if (event.signal === "CONT") goOn(draft);
      else if (isBusyboxSignal(event.signal)) raise(draft, event.signal);
      break;
    case "died": {
      const { pids, how = { code: 0 } } = event;
      change(draft, { dead: [...state.dead, ...pids.map((pid) => ({ pid, at: state.now, how }))] });
      raise(draft, "CHLD");
      break;
    }
    case "file":
      change(draft, { inittab: event.text });
      break;
    case "failed":
      // Observed: restart with a missing program.
      change(draft, { alive: "yes", tasks: [pause, { kind: "request", how: "halt" }] });
      break;
    case "timer":
      break;
  }
}

function boot(draft: Draft, event: Extract<BusyboxEvent, { kind: "boot" }>): void {
  const { inittab, terminals, encoding = "utf-8", virtualConsole = false } = event;
  const { config, announcement } = draft.state.build;
  change(draft, { inittab, terminals, encoding, virtualConsole });
  draft.own.terminals = undefined;
  if (!config.FEATURE_INIT_QUIET) say(draft, plain(announcement), "console", "syslog");
  if (isSingleUserWord(event.arguments[0])) change(draft, { entries: singleUserEntries });
  else takeTable(draft, readTable([], tableOf(draft.state)));
  change(draft, {
    tasks: [run("sysinit"), { kind: "poll" }, run("wait"), { kind: "poll" }, run("once"), { kind: "loop" }],
  });
}

function takeTable(draft: Draft, { entries, messages }: TableReading): void {
  for (const message of messages) say(draft, plain(message), "console", "syslog");
  change(draft, { entries });
}

const pause: BusyboxTask = { kind: "pause", span: second };

function run(...actions: readonly BusyboxAction[]): BusyboxTask {
  return { kind: "run", actions, from: 0 };
}

function isBusyboxSignal(name: string): name is BusyboxSignal {
  return Object.hasOwn(signalNumbers, name);
}

/** A signal waits until init looks; a second one of the kind changes nothing. */
function raise(draft: Draft, signal: BusyboxSignal): void {
  const { pending, deaf } = draft.state;
  if (!pending.includes(signal) && (!deaf || signal === "CHLD"))
    change(draft, { pending: [...pending, signal] });
}

/** TSTP holds init wherever it is. Observed: tstp-cont. */
function stop(draft: Draft): void {
  if (draft.state.stoppedAt === undefined && !draft.state.deaf) change(draft, { stoppedAt: draft.state.now });
}

/** Held, init collects the dead once a second and says nothing of them. Then what it waited in is cut short. */
function goOn(draft: Draft): void {
  const { stoppedAt, now, dead, tasks } = draft.state;
  if (stoppedAt === undefined) return;
  const lastLook = stoppedAt + Math.floor((now - stoppedAt) / second) * second;
  for (const { pid, at } of dead) if (at <= lastLook) collect(draft, pid);
  const [first] = tasks;
  const cut = first?.kind === "pause" || first?.kind === "attend";
  change(draft, { stoppedAt: undefined, tasks: cut ? tasks.slice(1) : tasks });
}

/** Works off the tasks until one has to wait. Each task is taken off the list first and puts back what is left of it. */
function work(draft: Draft): void {
  for (let goes = true; goes && draft.state.alive === "yes"; ) {
    const [task, ...rest] = draft.state.tasks;
    if (task === undefined) return;
    change(draft, { tasks: rest });
    goes = perform(draft, task);
  }
}

/** True: init goes on at once. */
function perform(draft: Draft, task: BusyboxTask): boolean {
  switch (task.kind) {
    case "run":
      return runFrom(draft, task);
    case "await":
      return awaitChild(draft, task);
    case "poll":
      takeSignal(draft);
      return true;
    case "attend":
      if (takeSignal(draft) || (letDie(draft) && takeSignal(draft))) return true;
      first(draft, task);
      return false;
    case "look":
      look(draft);
      return true;
    case "pause": {
      letDie(draft);
      const until = task.until ?? draft.state.now + task.span;
      if (until <= draft.state.now) return true;
      first(draft, { ...task, until });
      return false;
    }
    case "loop":
      first(draft, run("respawn", "askfirst"), { kind: "attend" }, { kind: "look" }, pause, task);
      return true;
    case "say":
      say(draft, task.line, ...task.to);
      return true;
    case "signal-all":
      draft.effects.push(task);
      return true;
    case "become":
      become(draft);
      return true;
    case "request":
      draft.effects.push(task);
      change(draft, { alive: "gone", tasks: [] });
      return false;
  }
}

const awaited: ReadonlySet<BusyboxAction> = new Set(["sysinit", "wait", "ctrlaltdel", "shutdown"]);
const kept: ReadonlySet<BusyboxAction> = new Set(["respawn", "askfirst"]);

/** Starts the next entry of the group; the rest of the group comes when that one has been waited for. */
function runFrom(draft: Draft, task: Extract<BusyboxTask, { kind: "run" }>): boolean {
  const { entries } = draft.state;
  const isDue = ({ action, pid }: BusyboxEntry) =>
    action !== undefined && task.actions.includes(action) && (pid === 0 || !kept.has(action));
  const index = findFrom(entries, task.from, isDue);
  const entry = entries[index];
  if (entry?.action === undefined) return true;
  first(draft, { ...task, from: index + 1 });
  const pid = start(draft, entry, entry.action);
  if (kept.has(entry.action)) setPid(draft, index, pid);
  else if (awaited.has(entry.action)) first(draft, { kind: "await", pid });
  return true;
}

/** The place of the first entry from a place on; the length of the list if there is none. */
function findFrom(
  entries: readonly BusyboxEntry[],
  from: number,
  isSought: (entry: BusyboxEntry) => boolean,
): number {
  for (let index = from; index < entries.length; index++) {
    const entry = entries[index];
    if (entry !== undefined && isSought(entry)) return index;
  }
  return entries.length;
}

/** The number of the new process, or 0 if there is none. */
function start(draft: Draft, entry: BusyboxEntry, action: BusyboxAction): number {
  const { state } = draft;
  const { terminal, command, line } = entry;
  const reason = whyNotOpen(draft, terminal);
  if (reason === reasons.missing && state.build.skipsMissingTerminals) {
    draft.effects.push({ kind: "skip", terminal, command });
    return 0;
  }
  const pid = state.lastPid + 1;
  addChild(draft, pid);
  if (reason === undefined)
    draft.effects.push({
      kind: "start",
      pid,
      terminal,
      command,
      action,
      line,
      asks: action === "askfirst",
    });
  else {
    say(draft, busyboxMessages.cannotOpen(terminal, reason), "console", "syslog");
    change(draft, { dying: [...draft.state.dying, { pid, how: { code: 1 } }] });
    if (!state.build.looksBeforeDeath) letDie(draft);
  }
  return pid;
}

/** Those die whose time has come; false: there are none. */
function letDie(draft: Draft): boolean {
  const { dying, now } = draft.state;
  for (const { pid, how } of dying) take(draft, { kind: "died", at: now, pids: [pid], how });
  if (dying.length > 0) change(draft, { dying: [] });
  return dying.length > 0;
}

/** Why a terminal cannot be opened; undefined if it can. Observed: tty-missing, and the names tty, log and nothing. */
function whyNotOpen({ own, state }: Draft, terminal: string): string | undefined {
  if (terminal === "") return undefined;
  const name = terminal.slice("/dev/".length);
  if (name === "") return reasons.directory;
  if (name === "tty" || name === "log") return reasons.noDevice;
  own.terminals ??= new Set(state.terminals);
  return own.terminals.has(name) ? undefined : reasons.missing;
}

/** Collects whatever ends until the awaited process is among it. */
function awaitChild(draft: Draft, task: Extract<BusyboxTask, { kind: "await" }>): boolean {
  if (task.pid === 0) return true;
  for (;;) {
    const { children } = draft.state;
    const next = nextDead(draft.state);
    if (next === undefined && children.length > 0) {
      if (letDie(draft)) continue;
      first(draft, task);
      return false;
    }
    if (next !== undefined) collect(draft, next);
    // One that was collected elsewhere is noticed only when another one ends.
    if (!draft.state.children.includes(task.pid)) return true;
  }
}

/** Dead children are found in the order of their birth. */
function nextDead({ dead }: BusyboxState): number | undefined {
  return dead.reduce<number | undefined>(
    (least, { pid }) => (least === undefined || pid < least ? pid : least),
    undefined,
  );
}

/** The entry whose process it was. */
function collect(draft: Draft, pid: number): BusyboxEntry | undefined {
  const { entries, dead, children } = draft.state;
  const index = entries.findIndex((entry) => entry.pid === pid);
  const entry = entries[index];
  change(draft, {
    dead: dead.filter((other) => other.pid !== pid),
    children: children.filter((other) => other !== pid),
    entries: entry === undefined ? entries : entries.with(index, { ...entry, pid: 0 }),
  });
  return entry;
}

function look(draft: Draft): void {
  const { tellsHowItEnded } = draft.state.build;
  for (let pid = nextDead(draft.state); pid !== undefined; pid = nextDead(draft.state)) {
    const how = draft.state.dead.find((one) => one.pid === pid)?.how;
    const entry = collect(draft, pid);
    if (entry !== undefined)
      say(draft, busyboxMessages.over(entry.command, pid, tellsHowItEnded ? how : undefined), "syslog");
  }
}

/** Takes the pending signal with the lowest number. Observed: signals-together. */
function takeSignal(draft: Draft): boolean {
  const { pending } = draft.state;
  const [signal] =
    pending.length < 2
      ? pending
      : pending.toSorted((one, other) => signalNumbers[one] - signalNumbers[other]);
  if (signal === undefined) return false;
  change(draft, { pending: pending.filter((other) => other !== signal) });
  switch (signal) {
    case "HUP":
      reload(draft);
      break;
    case "INT":
      first(draft, run("ctrlaltdel"));
      break;
    case "QUIT":
      if (!draft.state.entries.some(({ action }) => action === "restart")) break;
      change(draft, { deaf: true, pending: [], tasks: [...shutdown, { kind: "become" }] });
      break;
    case "USR1":
    case "PWR":
      goDown(draft, "halt");
      break;
    case "USR2":
      goDown(draft, "poweroff");
      break;
    case "TERM":
      goDown(draft, "reboot");
      break;
    case "CHLD":
      break;
  }
  return true;
}

/** Observed: shutdown-order. */
const shutdown: readonly BusyboxTask[] = [
  run("shutdown"),
  { kind: "say", line: busyboxMessages.goingDown(), to: ["console", "syslog"] },
  { kind: "signal-all", signal: "TERM" },
  { kind: "say", line: busyboxMessages.sent("TERM"), to: ["console"] },
  pause,
  { kind: "signal-all", signal: "KILL" },
  { kind: "say", line: busyboxMessages.sent("KILL"), to: ["console"] },
];

function goDown(draft: Draft, how: SystemRequest): void {
  const requesting: BusyboxTask = { kind: "say", line: busyboxMessages.requesting(how), to: ["console"] };
  change(draft, {
    deaf: true,
    pending: [],
    tasks: [...shutdown, requesting, pause, { kind: "request", how }],
  });
}

function reload(draft: Draft): void {
  const { config } = draft.state.build;
  // There is no file to read again, and init does not listen. Source: spec/embedded.md, 5.2.
  if (!config.FEATURE_USE_INITTAB) return;
  say(draft, busyboxMessages.reload(), "syslog");
  takeTable(draft, readTable(draft.state.entries, draft.state.inittab));
  const removed = draft.state.entries.filter(({ action, pid }) => action === undefined && pid !== 0);
  change(draft, { entries: draft.state.entries.filter((entry) => !isStale(entry)) });
  if (!config.FEATURE_KILL_REMOVED || removed.length === 0) return;
  for (const { pid } of removed) draft.effects.push({ kind: "signal", pid, signal: "TERM" });
  // The first ones have ended when init looks, the last one has not yet. Observed: reload-remove, reload-bad-lines.
  first(draft, { kind: "pause", span: (removed.length - 0.5) * sending });
}

/** Observed: restart-1; a terminal that cannot be opened ends in a halt whatever the build. */
function become(draft: Draft): void {
  const entry = draft.state.entries.find(({ action }) => action === "restart");
  if (entry === undefined) return;
  const reason = whyNotOpen(draft, entry.terminal);
  if (reason !== undefined) {
    say(draft, busyboxMessages.cannotOpen(entry.terminal, reason), "console", "syslog");
    first(draft, pause, { kind: "request", how: "halt" });
    return;
  }
  change(draft, { alive: "gone", tasks: [] });
  draft.effects.push({ kind: "become", terminal: entry.terminal, command: entry.command });
}
