// Debuggers for clients that reach the server alone: VS Code's adapter hands every message of the Debug Adapter Protocol
// on to it, so that a boot can be debugged wherever the server runs, in a worker too.

import type { DebugHost } from "@inittab/debugger/host";
import { createDebugSession, type DebugSession } from "@inittab/debugger/session";

/** Takes a message for a session, which begins with its first message; answers with all that the session has to say. */
export type TakeDebugMessage = (session: string, message: object) => Promise<readonly object[]>;

/** So many sessions are kept; a client that ends none loses the oldest. */
const mostSessions = 16;

/** Makes the debuggers. */
export function createDebugSessions(host: DebugHost): TakeDebugMessage {
  const sessions = new Map<string, { readonly session: DebugSession; readonly out: object[] }>();
  const begin = (name: string) => {
    const out: object[] = [];
    const session = createDebugSession(
      host,
      (message) => out.push(message),
      () => sessions.delete(name),
    );
    const made = { session, out };
    sessions.set(name, made);
    const [oldest] = sessions.keys();
    if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
    return made;
  };
  return async (name, message) => {
    const { session, out } = sessions.get(name) ?? begin(name);
    await session.receive(message);
    return out.splice(0);
  };
}
