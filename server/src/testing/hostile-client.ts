// A client that sends anything, and then looks whether the server is what it was.

import { ErrorCodes, LSPErrorCodes } from "vscode-languageserver/node";
import type { Environment } from "../environment.ts";
import type { Message } from "./hostile-messages.ts";
import { modernClient, type Peer, peerInProcess } from "./peer.ts";

/** The errors that are a client's own doing; InternalError would be ours. */
const refusals: ReadonlySet<number> = new Set([
  ErrorCodes.InvalidRequest,
  ErrorCodes.MethodNotFound,
  ErrorCodes.InvalidParams,
  ErrorCodes.ServerNotInitialized,
  LSPErrorCodes.RequestCancelled,
]);

/**
 * Sends everything at once, waits for each answer, and then expects a client that behaves to be served. What is told is
 * wrong with the server; nothing, if nothing is.
 */
export async function complaintsAfter(
  messages: readonly Message[],
  environment: Environment,
): Promise<readonly string[]> {
  const peer = peerInProcess(environment, { capabilities: modernClient });
  try {
    const codes = await Promise.all(messages.map((message) => codeOf(peer, message)));
    const wrong = messages.flatMap(([, method], index) => {
      const code = codes[index];
      return code === undefined || refusals.has(code) ? [] : [`${method} is answered by the error ${code}`];
    });
    return [...wrong, ...(await complaintsOfHealthy(peer)), ...peer.errors];
  } finally {
    peer.dispose();
  }
}

/** The code of the error that a message is answered by; undefined where there is none. */
function codeOf({ connection }: Peer, [kind, method, params]: Message): Promise<number | undefined> {
  if (kind === "notification") return connection.sendNotification(method, params).then(() => undefined);
  return connection.sendRequest(method, params).then(
    () => undefined,
    ({ code }: { readonly code: number }) => code,
  );
}

async function complaintsOfHealthy(peer: Peer): Promise<readonly string[]> {
  // The messages may have done so already.
  await peer.initialize().catch(() => {});
  const uri = "file:///healthy/etc/inittab";
  await peer.configure({ dialect: "sysvinit" });
  await peer.open(uri, "id:2:initdefault:\nl2:2:wait:/etc/rc 2\nl2:3:wait:/etc/rc 3\n");
  const { items } = await peer.connection.sendRequest<{
    readonly items: readonly { readonly code: string }[];
  }>("textDocument/diagnostic", { textDocument: { uri } });
  return items.some(({ code }) => code === "duplicate-id") ? [] : ["nothing is found any more"];
}
