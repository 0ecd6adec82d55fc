// The files that ship beside a program of Node.

import { readFileSync } from "node:fs";
import type { WasmName } from "./wasm.ts";

/** The bytes of a shipped file. The bundler puts it beside the program or one folder above. Rejects if it is missing. */
export async function readShipped(name: WasmName): Promise<Uint8Array<ArrayBuffer>> {
  // At once: in pieces, as Node reads a file beside other work, a large one takes three times as long.
  try {
    return readFileSync(new URL(name, import.meta.url));
  } catch {
    return readFileSync(new URL(`../${name}`, import.meta.url));
  }
}
