// How a message of the Debug Adapter Protocol gets to the debugger in the language server, and its answers back.

import type { DebugQuestion } from "@inittab/server/protocol";
import { isObject } from "../is-object.ts";

/** The two ends of a relay. */
export interface RelayEnds {
  readonly session: string;
  /** Asks the server; rejects where it does not answer. */
  readonly ask: (question: DebugQuestion) => Promise<readonly object[]>;
  /** Hands a message to VS Code. */
  readonly send: (message: object) => void;
}

/** Hands a message on, and what comes back in its order. A request that the server cannot answer is refused. */
export async function relay(message: object, { session, ask, send }: RelayEnds): Promise<void> {
  try {
    for (const answer of await ask({ session, message })) send(answer);
  } catch (error) {
    // Without an answer, VS Code would wait for ever.
    const { seq, command }: Readonly<Record<string, unknown>> = isObject(message) ? message : {};
    const why = error instanceof Error ? error.message : String(error);
    send({ type: "response", seq: 0, request_seq: seq, command, success: false, message: why });
  }
}
