// The worker as it is started: no more than what waits for the first message, because a worker that was started from a
// blob: address cannot tell where the rest of the server lies. The first message, `initialize`, says it.

import { isObject } from "../environment.ts";

declare const self: DedicatedWorkerGlobalScope & { inittabPart?: typeof offer };

/** A file of the server, as a module of CommonJS is one; `address` answers with its own address. */
type Part = (require: (name: string) => object, exports: object, address: () => string) => void;

const offered = new Map<string, Part>();
const loaded = new Map<string, object>();

/** Each file of the server hands itself over under its name. */
function offer(name: string, part: Part): void {
  offered.set(name, part);
}

/** Loads a file of the server, such as `./start.js`, as `require` does in Node. */
function load(folder: string, name: string): object {
  const file = name.replace(/^\.\//, "");
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const address = new URL(file, folder).href;
  importScripts(address);
  const exports = {};
  loaded.set(file, exports);
  offered.get(file)?.(
    (other) => load(folder, other),
    exports,
    () => address,
  );
  return exports;
}

/** Where the files of the server lie: the client may know better than the address of this worker. */
function folderOf(message: unknown): string {
  const { params } = isObject(message) ? message : {};
  const { initializationOptions: options } = isObject(params) ? params : {};
  const { program } = isObject(options) ? options : {};
  return typeof program === "string" ? program : new URL(".", self.location.href).href;
}

function begin({ data }: MessageEvent<unknown>): void {
  load(folderOf(data), "./browser.js");
  // The server listens from now on; what came before it is told again.
  self.dispatchEvent(new MessageEvent("message", { data }));
}

self.inittabPart = offer;
self.addEventListener("message", begin, { once: true });
