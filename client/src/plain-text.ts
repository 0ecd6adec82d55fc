// Text of a user's files in places of VS Code that show plain text.

import { visible, withoutLinks } from "@inittab/core";

/**
 * A text, the name of a file among it, for notifications and the language status: VS Code makes links of `[words](address)`
 * there, and the address may be a command.
 */
export function plainText(text: string): string {
  return withoutLinks(visible(text));
}
