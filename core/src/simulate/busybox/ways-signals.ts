// How the signals of a search are written, and what they start.

/** The requests that bring the machine down from everywhere, in their words. */
export const requestsDown: readonly string[] = ["USR1", "USR2", "TERM"].map(wordsOfSignal);

/** The moves that start a record with this action. */
export function signsOf(action: string): readonly string[] {
  switch (action) {
    case "ctrlaltdel":
      return [wordsOfSignal("INT")];
    case "restart":
      return [wordsOfSignal("QUIT")];
    case "shutdown":
      return [...requestsDown, ...["PWR", "QUIT"].map(wordsOfSignal)];
    default:
      return [];
  }
}

/** How a signal is written. */
export function wordsOfSignal(signal: string): string {
  return `signal ${signal}`;
}
