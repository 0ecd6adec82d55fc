// startpar as rc uses it: runs scripts by insserv's dependency files. Observed: startpar 0.65.
//
// Without a terminal startpar runs one script at a time, and that is what is followed here: with a terminal several
// run side by side, in an order that depends on how long each takes.

import { byBytes, callScript, type RcEntry, type Walking } from "./model.ts";

interface Task {
  readonly name: string;
  /** Who waits for this one; a name stands as often as it was written. */
  readonly waiting: Task[];
  readonly waitsFor: Task[];
  open: number;
  importance: number;
  done: boolean;
}

/** Names that are run early when they may, and how early. */
const importance: readonly (readonly [RegExp, number])[] = [
  [/^(xdm|gdm.*|kdm.*|boot\.udev|udev)$/s, 100],
  [/^sshd$/, 2000],
  [/^early/, 8000],
];

/** Runs the scripts of a dependency file that have the right links; rc reports what failed. */
export function runStartpar(
  walk: Walking,
  action: "boot" | "start" | "stop",
  lines: readonly string[],
): void {
  const tasks = readTasks(lines);
  const argument = action === "stop" ? "stop" : "start";
  const failed: string[] = [];
  const notInstalled: string[] = [];
  const notConfigured: string[] = [];
  let left = selected(walk, action, tasks);
  for (let task = next(left); task !== undefined; task = next(left)) {
    const { name } = task;
    const exit = runTask(walk, name, argument);
    if ((exit >= 1 && exit <= 4) || (exit === 7 && action !== "stop")) failed.push(name);
    if (exit === 5) notInstalled.push(name);
    if (exit === 6) notConfigured.push(name);
    for (const later of task.waiting) later.open--;
    task.done = true;
    left = left.filter((each) => !each.done);
  }
  if (failed.length > 0)
    walk.stdout += `startpar: service(s) returned failure: ${failed.join(" ")} ... failed!\n`;
  if (notInstalled.length > 0)
    walk.stdout += `startpar: service(s) skipped, program is not installed: ${notInstalled.join(" ")} ... (warning).\n`;
  if (notConfigured.length > 0)
    walk.stdout += `startpar: service(s) skipped, program is not configured: ${notConfigured.join(" ")} ... (warning).\n`;
}

/** The most important task that waits for nothing; of equals the first in byte order. */
function next(tasks: readonly Task[]): Task | undefined {
  const ready = tasks.filter((task) => task.open <= 0);
  return ready.reduce<Task | undefined>(
    (best, task) => (best === undefined || task.importance > best.importance ? task : best),
    undefined,
  );
}

function readTasks(lines: readonly string[]): Map<string, Task> {
  const tasks = new Map<string, Task>();
  const provide = (name: string): Task => {
    const known = tasks.get(name) ?? { name, waiting: [], waitsFor: [], open: 0, importance: 0, done: false };
    tasks.set(name, known);
    return known;
  };
  for (const line of lines) {
    const [, names] = /^TARGETS =(.*)$/.exec(line) ?? [];
    if (names !== undefined) for (const name of names.split(/\s+/).filter(Boolean)) provide(name);
    const [, target, needed] = /^(?!TARGETS =|INTERACTIVE =)([^:]*):(.*)$/.exec(line) ?? [];
    if (target === undefined || needed === undefined) continue;
    const task = provide(target);
    for (const name of needed.split(/\s+/).filter(Boolean)) {
      const other = provide(name);
      if (reaches(other, task, new Set())) continue;
      other.waiting.push(task);
      task.waitsFor.push(other);
      task.open++;
    }
  }
  for (const task of tasks.values())
    for (const [pattern, weight] of importance) if (pattern.test(task.name)) addImportance(task, weight);
  return tasks;
}

function reaches(from: Task, to: Task, seen: Set<Task>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return from.waitsFor.some((task) => task === to || reaches(task, to, seen));
}

function addImportance(task: Task, weight: number): void {
  task.importance += weight;
  for (const needed of task.waitsFor) addImportance(needed, weight);
}

/** The tasks with a link in the new level and none in the previous one; the others count as done. */
function selected(
  walk: Walking,
  action: "boot" | "start" | "stop",
  tasks: ReadonlyMap<string, Task>,
): Task[] {
  const letter = action === "stop" ? "K" : "S";
  const here = linked(walk, action === "boot" ? "S" : walk.runlevel.slice(0, 1), letter);
  const before = action === "boot" ? new Set<string>() : linked(walk, walk.previous.slice(0, 1), letter);
  const all = [...tasks.values()].toSorted((one, other) => byBytes(one.name, other.name));
  const chosen = all.filter(({ name }) => here.has(name) && !before.has(name));
  for (const task of all) if (!chosen.includes(task)) for (const later of task.waiting) later.open--;
  return chosen;
}

function linked(walk: Walking, level: string, letter: string): Set<string> {
  const entries: readonly RcEntry[] = walk.system.folders.get(level) ?? [];
  const names = entries.filter(({ name }) => name.startsWith(letter) && name.length >= 4);
  return new Set(names.map(({ name }) => name.slice(3)));
}

function runTask(walk: Walking, name: string, argument: "start" | "stop"): number {
  const script = walk.system.scripts.find((each) => each.name === name);
  if (script === undefined || !script.executable) {
    walk.stderr += `${name}: ${script === undefined ? "No such file or directory" : "Permission denied"}\n`;
    walk.steps.push({ kind: "failed-call", path: `init.d/${name}`, argument, exit: 1 });
    return 1;
  }
  const outcome = callScript(walk, script, `init.d/${name}`, argument);
  // Standard output is what rc evaluates, so startpar lets scripts write to standard error.
  walk.stderr += outcome.output.map(({ text }) => text).join("");
  return outcome.exit;
}
