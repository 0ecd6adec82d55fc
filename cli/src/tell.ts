// Remarks of the program on standard error.

import type { MessageValue } from "@inittab/core";
import type { Streams } from "./command.ts";
import { visible } from "./terminal-text.ts";

/** Says something of a path: `inittab: PATH: WHAT`. */
export async function tellOf(
  { err, localizer }: Pick<Streams, "err" | "localizer">,
  path: string,
  what: MessageValue,
): Promise<void> {
  await err.write([`inittab: ${visible(path)}: ${visible(localizer.words(what))}\n`]);
}
