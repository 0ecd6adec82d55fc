// OpenWrt's own parts in a virtual system: rc.common, and the bus that scripts with USE_PROCD talk to.

import type { NativeFunction } from "../../shell/interpreter/state.ts";
import type { VirtualFiles } from "../system/contract.ts";
import { rcCommon, rcCommonPath } from "./rc-common.ts";

/** A function of a script's that is written in TypeScript; the answer is its status. */
export type OpenwrtFunction = NativeFunction;

/** What is put into a system. */
export interface OpenwrtParts {
  /** The folder of an image that is being built; default: the system itself. */
  readonly root?: string;
  /** Receives the arguments of each call of the bus; the answer is always empty. */
  readonly onBus?: (args: readonly string[]) => void;
  /** Functions that scripts find beside those of rc.common. */
  readonly functions?: Readonly<Record<string, OpenwrtFunction>>;
}

/** Puts OpenWrt's parts into a system, and makes the folders that they need. */
export function installOpenwrt(files: VirtualFiles, parts: OpenwrtParts = {}): void {
  const { root = "", onBus, functions = {} } = parts;
  for (const folder of ["/etc/init.d", "/etc/rc.d"]) files.folder(`${root}${folder}`);
  files.installLibrary(`${root}${rcCommonPath}`, rcCommon({ files, functions }));
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  files.install("/bin/ubus", function* ({ args }) {
    onBus?.(args);
    return 0;
  });
}
