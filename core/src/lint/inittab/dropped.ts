// Records that init drops for a mistake of their own: what they were meant to do is not missing besides.

import { lineTextAt } from "../../inittab/scan.ts";
import type { FileContext } from "./contract.ts";

/** So many dropped lines are no machine's table; nobody waits for an answer about them. */
const patience = 2000;

/** Whether a line that init drops, with a finding of its own, was meant to be what somebody looks for. */
export function isAmongDropped(file: FileContext, isMeant: (text: string) => boolean): boolean {
  const { scan, duplicates } = file;
  const lines = [
    ...file.rejected().slice(0, patience),
    ...duplicates.slice(0, patience).map(([index]) => index),
  ];
  return lines.some((index) => isMeant(lineTextAt(scan, index)));
}
