// Programs that run beside each other in a time of their own. A program is a generator: whatever it waits for, it yields.

/** What a program waits for: time, or a condition, the latter perhaps not longer than so many seconds. */
export type Pause =
  | { readonly kind: "sleep"; readonly seconds: number }
  | { readonly kind: "until"; readonly isTrue: () => boolean; readonly seconds?: number };

/** A program: it ends with its exit status, or whatever else it is asked for. */
export type Work<Result = number> = Generator<Pause, Result, void>;

/** A program that was started. */
export interface Task<Result = number> {
  /** Undefined: it still runs. */
  readonly result: () => Result | undefined;
}

/** Runs programs. Those that are ready take turns in the order in which they were started. */
export interface Tasks {
  /** The seconds that have gone by. */
  readonly now: () => number;
  /** Starts a program, which runs whenever others wait. */
  readonly start: <Result>(work: Work<Result>) => Task<Result>;
  /** Runs a program, and all others beside it, until it has ended; undefined if it never does. */
  readonly run: <Result>(work: Work<Result>) => Result | undefined;
  /** Runs everything to its end. */
  readonly drain: () => void;
}

interface Running {
  readonly resume: () => Pause | undefined;
  pause: Pause;
  /** When the pause ends at the latest. */
  until: number;
}

/** No programs yet, at second 0. */
export function makeTasks(): Tasks {
  let now = 0;
  const running: Running[] = [];

  const isReady = ({ pause, until }: Running): boolean =>
    until <= now || (pause.kind === "until" && pause.isTrue());

  /** One turn of the first that is ready; time goes on if none is. Says whether there was anything to do. */
  const turn = (): boolean => {
    let ready = running.find(isReady);
    if (ready === undefined) {
      const next = Math.min(...running.map(({ until }) => until));
      if (!Number.isFinite(next)) return false;
      now = next;
      ready = running.find(isReady);
    }
    if (ready === undefined) return false;
    const at = running.indexOf(ready);
    const pause = ready.resume();
    // The program may have run others, which may have ended meanwhile.
    const here = running[at] === ready ? at : running.indexOf(ready);
    if (pause === undefined) running.splice(here, 1);
    else {
      ready.pause = pause;
      ready.until = now + (pause.seconds ?? Number.POSITIVE_INFINITY);
    }
    return true;
  };

  const start = <Result>(work: Work<Result>): Task<Result> => {
    let ended: { readonly value: Result } | undefined;
    const resume = (): Pause | undefined => {
      const step = work.next();
      if (step.done !== true) return step.value;
      ended = { value: step.value };
      return undefined;
    };
    running.push({ resume, pause: { kind: "sleep", seconds: 0 }, until: now });
    return { result: () => ended?.value };
  };

  return {
    now: () => now,
    start,
    run: (work) => {
      const task = start(work);
      while (task.result() === undefined && turn());
      return task.result();
    },
    drain: () => {
      while (turn());
    },
  };
}

/** Waits until a program has ended; answers with its result. */
export function* waitFor<Result>(task: Task<Result>): Work<Result | undefined> {
  if (task.result() === undefined) yield { kind: "until", isTrue: () => task.result() !== undefined };
  return task.result();
}
