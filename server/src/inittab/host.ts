import type { InitTree, Localizer, TreeNode } from "@inittab/core";
import type { WasmReader } from "@inittab/host/wasm";
import type { ClientSupport } from "../client.ts";
import type { Roots } from "../documents/roots.ts";
import type { Environment } from "../environment.ts";

/** What inittabs need of the server around them. */
export interface InittabHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  /** The client's command that shows a page of the manual; undefined where hovers cannot link to one. */
  readonly showTopic: () => string | undefined;
  readonly later: Environment["later"];
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  readonly wasm: WasmReader;
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  readonly folders: () => readonly string[];
  /** The root file systems that inittabs are in. */
  readonly roots: Roots;
  /** The system of init scripts that an inittab belongs to; undefined where there is none. */
  readonly systemOf: (uri: string) => Promise<InitTree | undefined>;
}
