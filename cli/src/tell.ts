// Remarks of the program on standard error.

import { type MessageValue, visible } from "@inittab/core";
import type { Streams } from "./command.ts";

/** Says something of a path: `inittab: PATH: WHAT`. */
export async function tellOf(
  { err, localizer }: Pick<Streams, "err" | "localizer">,
  path: string,
  what: MessageValue,
): Promise<void> {
  await err.write([`inittab: ${visible(path)}: ${visible(localizer.words(what))}\n`]);
}
