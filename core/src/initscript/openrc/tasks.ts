// Programs that run beside each other: processes of the system in which OpenRC's scripts run too.

import type { ProcessStart, Working } from "../../shell/interpreter/contract.ts";

/** A program at work: whatever takes time it yields. It ends with its exit status, or whatever else it is asked for. */
export type Work<Result = number> = Working<Result>;

/** A program that was started. */
export interface Task {
  readonly pid: number;
}

/** Starts a program beside this one. */
export function* startTask(work: () => Work): Work<Task> {
  const start: ProcessStart = function* () {
    return { kind: "exit", status: yield* work() };
  };
  const answer = yield { kind: "fork", start, background: true, ignored: new Set() };
  return { pid: answer.kind === "started" ? answer.pid : 0 };
}

/** Waits until a program has ended; answers with its exit status. */
export function* waitFor({ pid }: Task): Work {
  const answer = yield { kind: "wait", pid };
  return answer.kind === "ended" ? answer.status : 1;
}

/** Lets time go by. */
export function* pause(seconds: number): Work<void> {
  yield { kind: "sleep", seconds };
}
