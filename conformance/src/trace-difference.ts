// How a difference between two traces is told, whatever init they are of.

/** A point in which two traces differ. */
export interface TraceDifference {
  /** Which sequence: `starts`, `console`, `syslog`, `process ID`, `initscript ID` or `final FIELD`. */
  readonly where: string;
  /** The place in that sequence, from 0; undefined for the final state. */
  readonly index: number | undefined;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}

/** A difference in one line. */
export function describeDifference({ where, index, expected, actual }: TraceDifference): string {
  const place = index === undefined ? where : `${where}[${index}]`;
  return `${place}: expected ${expected ?? "nothing"}, got ${actual ?? "nothing"}`;
}
