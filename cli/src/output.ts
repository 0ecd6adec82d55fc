// Writing so that nothing is lost and nothing is forced: each piece is awaited, and a reader that went away (`| head`)
// ends the program quietly.

import type { Writable } from "node:stream";

/** Where a command writes. Each promise is kept when the text has left the process. */
export interface Output {
  readonly write: (pieces: Iterable<string>) => Promise<void>;
  /** Whether colours and the width of the terminal make sense here. */
  readonly terminal: boolean;
  /** In columns. */
  readonly width: number;
}

/** The reader of our output has closed it. */
export class OutputClosed extends Error {}

/** Pieces are joined up to this many UTF-16 units before they are written. */
const pieceSize = 1 << 16;

/** The width that is assumed where no terminal says otherwise, in columns. */
const usualWidth = 100;

/** An output to a stream of the process; NO_COLOR is respected as on https://no-color.org. */
export function outputTo(
  stream: Writable & { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Output {
  // Without a listener, the error event would end the process before the promise below can tell.
  stream.on("error", () => {});
  const put = (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(isClosed(error) ? new OutputClosed() : error);
      });
    });
  return {
    terminal: stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb",
    width: Math.max(40, stream.columns ?? usualWidth),
    write: async (pieces) => {
      let waiting = "";
      for (const piece of pieces) {
        waiting += piece;
        if (waiting.length < pieceSize) continue;
        await put(waiting);
        waiting = "";
      }
      if (waiting !== "") await put(waiting);
    },
  };
}

function isClosed(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
