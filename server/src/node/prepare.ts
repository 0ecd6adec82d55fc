// What the server asks of V8 before it begins.

import { optimizeLater } from "@inittab/host/compilers";
import { keepHeapSmall } from "@inittab/host/heap";

/** Sets the flags of V8 for a server; a second time changes nothing. */
export function prepareV8(): void {
  keepHeapSmall();
  // The rules are many and each is a little warm: compiled again early, they take some megabytes.
  optimizeLater();
}
