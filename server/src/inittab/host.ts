import type { InitTree, Localizer, TreeNode } from "@inittab/core";
import type { WasmReader } from "@inittab/host/wasm";
import type { ClientSupport } from "../client.ts";

/** What inittabs need of the server around them. */
export interface InittabHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  /** The client's command that shows a page of the manual; undefined where hovers cannot link to one. */
  readonly showTopic: () => string | undefined;
  readonly wasm: WasmReader;
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  readonly folders: () => readonly string[];
  /** The system of init scripts that an inittab belongs to; undefined where there is none. */
  readonly systemOf: (uri: string) => Promise<InitTree | undefined>;
}
