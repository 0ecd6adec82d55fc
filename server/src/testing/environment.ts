import { readInstalledWasm } from "@inittab/host/testing/wasm";
import type { Environment } from "../environment.ts";

/** The server's surroundings in a test: the files from where they are installed, and no file system. */
export const testEnvironment: Environment = {
  wasm: (name) => readInstalledWasm(name),
  look: () => Promise.resolve(undefined),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  pause: () => new Promise((resolve) => void setImmediate(resolve)),
};
