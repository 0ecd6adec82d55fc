// What the scenarios of all machines have in common.

/** How one process behaves. */
export interface ProcessSettings {
  /** Seconds until it ends on its own; null: never. */
  readonly runs?: number | null;
  /** Its exit code, however it ends. Default 0. */
  readonly exit?: number;
  /** `exit` (the default): on TERM it ends, `termDelay` seconds later; `ignore`: TERM has no effect. */
  readonly onTerm?: "exit" | "ignore";
  /** Seconds from TERM to its end. Default 0. */
  readonly termDelay?: number;
  /**
   * A child that it leaves behind as soon as it runs, in a session of its own: its name, under which settings are
   * looked up as well. By default that child runs on.
   */
  readonly leaves?: string;
}

/** The names of all children that processes leave behind. */
export function leftNames(processes: Readonly<Record<string, ProcessSettings>>): ReadonlySet<string> {
  return new Set(Object.values(processes).flatMap(({ leaves }) => (leaves === undefined ? [] : [leaves])));
}

/** How long a machine is watched by default; seconds. */
export const usualSpan = 60;

/** How long it is watched after the last thing that is done to it. */
const afterLast = usualSpan / 2;

/**
 * The end of a scenario that names none: at least the usual span, and long enough to see what the last event brings about.
 * The events may be any value; what has no time does not count.
 */
export function usualEnd(events?: unknown): number {
  const list: readonly unknown[] = Array.isArray(events) ? events : [];
  return list.reduce<number>((end, event) => Math.max(end, timeOf(event) + afterLast), usualSpan);
}

function timeOf(event: unknown): number {
  const at: unknown = typeof event === "object" && event !== null && "at" in event ? event.at : undefined;
  return typeof at === "number" && Number.isFinite(at) ? at : 0;
}
