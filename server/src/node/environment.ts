import { promises } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Environment, WasmName } from "../environment.ts";
import { lookAt } from "./look.ts";

/** The server below Node. */
export const nodeEnvironment: Environment = {
  wasm: async (name, offered) =>
    offered instanceof Uint8Array ? new Uint8Array(offered) : new Uint8Array(await readShipped(name)),
  isFile: async (uri) => {
    if (!uri.startsWith("file:")) return false;
    try {
      return (await promises.stat(fileURLToPath(uri))).isFile();
    } catch {
      // Whatever keeps us from looking at it, there is nothing to open.
      return false;
    }
  },
  look: async (uri, text) => {
    if (!uri.startsWith("file:")) return undefined;
    try {
      return await lookAt(fileURLToPath(uri), text);
    } catch {
      // An address that is no path of this machine.
      return { kind: "missing" };
    }
  },
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    // A server that has nothing else to do must be able to end.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The bundler puts the file beside the program or one folder above. */
async function readShipped(name: WasmName): Promise<Uint8Array> {
  try {
    return await promises.readFile(new URL(name, import.meta.url));
  } catch {
    return await promises.readFile(new URL(`../${name}`, import.meta.url));
  }
}
