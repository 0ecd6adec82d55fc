// The server in a Web Worker: messages come and go through the worker's own port.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { Environment } from "../environment.ts";
import { startServer } from "../server.ts";

declare const self: DedicatedWorkerGlobalScope;

const browserEnvironment: Environment = {
  wasm: async (name, offered) => {
    if (offered instanceof Uint8Array) return new Uint8Array(offered);
    if (typeof offered !== "string") throw new Error(`the client did not say where ${name} is`);
    const response = await fetch(offered);
    if (!response.ok) throw new Error(`${offered}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  look: () => Promise.resolve(undefined),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  // A timer that is set again and again waits for four milliseconds each time.
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    }),
};

startServer(
  {
    reader: new BrowserMessageReader(self),
    writer: new BrowserMessageWriter(self),
    connect: createConnection,
  },
  browserEnvironment,
);
