// The files that ship beside a program of Node.

import { readFile } from "node:fs/promises";
import type { WasmName } from "./wasm.ts";

/** The bytes of a shipped file. The bundler puts it beside the program or one folder above. Rejects if it is missing. */
export async function readShipped(name: WasmName): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(new URL(name, import.meta.url)));
  } catch {
    return new Uint8Array(await readFile(new URL(`../${name}`, import.meta.url)));
  }
}
