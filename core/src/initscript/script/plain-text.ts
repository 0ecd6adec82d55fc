import type { ShellWord } from "../../shell/script.ts";

/** The text of a word that is the same in every case; undefined for one that the shell still works on. */
export function plainText({ parts }: ShellWord): string | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "text" || (!part.quoted && /[*?[]/.test(part.text))) return undefined;
    text += part.text;
  }
  return text;
}
