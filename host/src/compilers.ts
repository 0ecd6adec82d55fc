// How hard V8 tries to make a program fast. Its optimising compilers pay for themselves in programs that do the same for
// a long time, and cost more than they save in one that soon ends. Everything here is measured by `npm run bench`.

import { setFlags } from "./set-flags.ts";

/**
 * From now on WebAssembly stays as it is compiled at first. The shell's grammar has a function of 160 KB, which takes V8
 * most of a second, and half a gigabyte where its release is new, to compile again; parsing a script takes 10 ms.
 *
 * To the V8 of Node 20 `--liftoff-only` says the same, but once it runs, that of Node 24 does not listen to it.
 */
export function compileWasmOnce(): void {
  setFlags("--no-wasm-tier-up --no-wasm-dynamic-tiering");
}

/**
 * From now on a function is compiled again when it has run eight times as long as usual. Worth it for many small files,
 * whose rules and scanners are each a little warm. Node 22 has a compiler in between and waits long enough on its own.
 */
export function optimizeLater(): void {
  optimizeAfter(8);
}

/** The same after half as long: for a server that has started, what is asked again and again pays off soon. */
export function optimizeSooner(): void {
  optimizeAfter(4);
}

/** What V8 counts of a function before it compiles it again. */
const usualBudget = 67_584;

function optimizeAfter(times: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlags(`--interrupt-budget=${times * usualBudget}`);
}
