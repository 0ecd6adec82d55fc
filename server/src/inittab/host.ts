import type { Localizer } from "@inittab/core";
import type { WasmReader } from "@inittab/host/wasm";
import type { ClientSupport } from "../client.ts";

/** What inittabs need of the server around them. */
export interface InittabHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  readonly wasm: WasmReader;
  readonly isFile: (uri: string) => Promise<boolean>;
}
