import { fileURLToPath } from "node:url";
import { startIsOver } from "@inittab/host/code-cache/start";
import { compileWasmOnce, optimizeSooner } from "@inittab/host/compilers";
import { whileYoungGrow } from "@inittab/host/heap";
import { lookAt } from "@inittab/host/look";
import { readShipped } from "@inittab/host/shipped";
import type { Environment } from "../environment.ts";

/** The server below Node. */
export const nodeEnvironment: Environment = {
  wasm: async (name, offered) => {
    if (name === "tree-sitter-bash.wasm") compileWasmOnce();
    return offered instanceof Uint8Array ? new Uint8Array(offered) : await readShipped(name);
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
  makeExecutable: async (uri) => {
    if (!uri.startsWith("file:")) return false;
    const { chmod, stat } = await import("node:fs/promises");
    try {
      const path = fileURLToPath(uri);
      const { mode } = await stat(path);
      await chmod(path, (mode & 0o7777) | 0o111);
      return true;
    } catch {
      return false;
    }
  },
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    // A server that has nothing else to do must be able to end.
    timer.unref();
    return () => clearTimeout(timer);
  },
  withRoomFor: whileYoungGrow,
  checked: startIsOver,
  underWay: optimizeSooner,
  pause: () => new Promise((resolve) => void setImmediate(resolve)),
};
