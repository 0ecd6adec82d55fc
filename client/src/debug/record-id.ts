// The id of a record in a line of an inittab, as the debugger is asked for it.

/** The first field of a line with four of them; undefined for any other line. */
export function recordIdIn(line: string): string | undefined {
  return /^([^:#\s][^:]{0,63}):[^:]*:[^:]*:/.exec(line)?.[1];
}

/** The expression by which the debugger describes a record. */
export function recordExpression(id: string): string {
  return `records[${JSON.stringify(id)}]`;
}
