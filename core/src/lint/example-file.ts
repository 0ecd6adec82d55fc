// The files around an example on a rule's page.

import type { Localizer } from "../text/localizer.ts";
import { markdownBlock } from "../text/safe-text.ts";
import type { ExampleFile } from "./contract.ts";
import { message } from "./message.ts";
import { escaped, withEndOfFile } from "./page.ts";

/** The blocks that show which files an example has around it; `language` is that of their texts. */
export function filesBeside(
  files: readonly ExampleFile[],
  language: string,
  localizer: Localizer,
): readonly string[] {
  if (files.length === 0) return [];
  return [
    localizer.text(message("rule-page.beside")),
    ...files.map((file) => item(file, language, localizer)),
  ];
}

function item(
  { path, text = "", target, mode, device }: ExampleFile,
  language: string,
  localizer: Localizer,
): string {
  if (target !== undefined) return `- ${localizer.text(message("rule-page.link", { path, target }))}`;
  if (device === true) return `- ${localizer.text(message("rule-page.device", { path }))}`;
  const name =
    mode === undefined
      ? `\`${path}\``
      : localizer.text(message("rule-page.with-mode", { path, mode: mode.toString(8).padStart(4, "0") }));
  if (text === "") return `- ${name}`;
  const block = markdownBlock(withEndOfFile(escaped(text), localizer), language);
  return `- ${name}:\n\n${block.replace(/^(?=.)/gm, "  ")}`;
}
