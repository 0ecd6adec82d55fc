import type { TreeNode } from "@inittab/core";
import type { WasmName } from "@inittab/host/wasm";

/** What the server needs of the place where it runs: Node, or a worker of a browser. */
export interface Environment {
  /**
   * The bytes of a shipped file. `offered` is what the client sent for it in `initializationOptions.wasm`: an address
   * or the bytes themselves; a worker has no other way to find them.
   */
  readonly wasm: (name: WasmName, offered: unknown) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * What stands at an address, without following a link at its end; the text of a file only where it is asked for.
   * Undefined if that is not known here, so that the client is asked.
   */
  readonly look: (uri: string, text: boolean) => Promise<TreeNode | undefined>;
  /** Lets everybody execute the file at an address; false where that fails. Undefined: files cannot be changed here. */
  readonly makeExecutable?: (uri: string) => Promise<boolean>;
  /** Does what takes in a text of this length. */
  readonly withRoomFor?: (length: number, work: () => void) => void;
  /** The findings of a document that a client has asked for are made; called each time. */
  readonly checked?: () => void;
  /** The first document has been checked, and now people work with it. */
  readonly underWay?: () => void;
  /** Runs the work later, unless the returned function is called before. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** Lets messages and others have their turn first; takes no time where there are none. */
  readonly pause: () => Promise<void>;
}

/** Whether the value can be looked into by name. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
