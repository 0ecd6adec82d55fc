// What the server asks of V8 and of Node before it begins.

import { optimizeLater } from "@inittab/host/compilers";
import { keepHeapSmall } from "@inittab/host/heap";

/** Sets the flags of V8 for a server, and the number of threads that wait for files; a second time changes nothing. */
export function prepareV8(): void {
  // Made all at once when the first file is looked at: four, of which a start waits for one.
  process.env["UV_THREADPOOL_SIZE"] ??= "2";
  keepHeapSmall();
  // The rules are many and each is a little warm: compiled again early, they take some megabytes.
  optimizeLater();
}
