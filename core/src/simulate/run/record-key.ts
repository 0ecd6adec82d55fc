// How a record is named in everything that is told of a run.

/** Which record of which file; the path is null for a record that init added on its own. */
export interface RecordKey {
  readonly id: string;
  readonly path: string | null;
  readonly line: number;
}

/** The name of a process that no record names: another one has left it behind. */
export function leftKey(id: string): RecordKey {
  return { id, path: null, line: 0 };
}

/** A text that names a record among all others of a run. */
export function nameOfRecord({ id, path, line }: RecordKey): string {
  return `${path} ${line} ${id}`;
}
