// The debugger at the end of two streams.

import { createDebugSession } from "@inittab/debugger/session";
import type { ExitCode, Streams } from "../command.ts";
import { FrameError, framed, messagesIn } from "./frames.ts";
import { fileHost } from "./host.ts";
import { message } from "./message.ts";

/** Answers a client until it goes away. */
export async function serveDebugger(streams: Streams): Promise<ExitCode> {
  const { stdin, out, err, localizer } = streams;
  let writing: Promise<void> = Promise.resolve();
  let leave = () => {};
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
  });
  const send = (answer: object) => {
    writing = writing.then(() => out.write([framed(answer)]));
  };
  const session = createDebugSession(fileHost(streams), send, leave);
  const requests = messagesIn(stdin);
  let answered: Promise<void> = Promise.resolve();
  try {
    // The next request is read while one is answered, since it may call that one off.
    for (;;) {
      const request = requests.next();
      // Where nobody waits for the next one any more, its end is no mistake.
      request.catch(() => {});
      const next = await Promise.race([request, left]);
      if (next === undefined || next.done === true) break;
      answered = session.receive(next.value);
    }
    await answered;
    await writing;
    // A client that has said goodbye need not close the stream, which would keep the program waiting.
    process.stdin.destroy();
  } catch (problem) {
    if (!(problem instanceof FrameError)) throw problem;
    await err.write([`inittab: ${localizer.text(message("debug-command.no-message"))}\n`]);
    return 2;
  }
  return 0;
}
