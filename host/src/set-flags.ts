// The one place where V8 is asked for something while the program runs.

import { setFlagsFromString } from "node:v8";
import { noteFlags } from "./v8-flags.ts";

/** Sets flags of V8, several with a blank between them. */
export function setFlags(flags: string): void {
  setFlagsFromString(flags);
  noteFlags(flags);
}
