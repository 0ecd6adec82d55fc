// One area in a process of its own, which an endless loop or a lack of memory may take down without harm to the others.

import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import type { Area, Outcome, RunOptions } from "./area.ts";

/** What a child is asked. */
export interface Task extends Omit<RunOptions, "onInput"> {
  readonly area: string;
  /** The number of the input that is tried is written to this file before each. */
  readonly progress: string;
  /** The outcome, as JSON. */
  readonly result: string;
}

/** Does a task. An exception that no input has caused, or a rejection that is not handled, ends it. */
export async function runTask(areas: readonly Area[], task: Task): Promise<void> {
  const area = areas.find(({ name }) => name === task.area);
  if (area === undefined) throw new Error(`there is no area ${task.area}`);
  const progress = openSync(task.progress, "w");
  const trial = await area.start();
  const onInput = (index: number) => writeSync(progress, String(index).padEnd(12), 0);
  const outcome: Outcome = await trial.run({ ...task, onInput });
  await trial.stop();
  closeSync(progress);
  writeFileSync(task.result, JSON.stringify(outcome));
}
