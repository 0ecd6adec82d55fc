// Places in a text as people and tools name them: lines and columns from 1, columns in UTF-16 units.

/** A place in a text. */
export interface Place {
  /** From 1; a line ends with a newline character and nothing else, as init and grep count. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units. */
  readonly offset: number;
}

/** Finds places in one text. */
export interface Places {
  readonly at: (offset: number) => Place;
  /** The text of a line without its line end; empty after the last one. */
  readonly line: (number: number) => string;
}

/** Counts the lines once, when the first place is asked for. */
export function placesOf(text: string): Places {
  let known: readonly number[] | undefined;
  const starts = () => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    at: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const index = indexOfLine(starts(), inside);
      return { line: index + 1, column: inside - (starts()[index] ?? 0) + 1, offset: inside };
    },
    line: (number) => {
      const start = starts()[number - 1] ?? text.length;
      const next = starts()[number] ?? text.length + 1;
      const line = text.slice(start, Math.max(start, next - 1));
      return line.endsWith("\r") ? line.slice(0, -1) : line;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function indexOfLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
