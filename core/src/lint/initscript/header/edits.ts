// Changes to a header: words that come, go, or move to another keyword.

import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";
import { fieldOf } from "./values.ts";

/** Takes a word out of the text, with the blanks on one side of it. */
export function withoutWord(text: string, { start, end }: HeaderWord): TextEdit {
  const blank = (at: number): boolean => /[ \t,;]/.test(text.charAt(at));
  let from = start;
  let to = end;
  if (blank(end)) while (blank(to)) to++;
  else while (blank(from - 1)) from--;
  return { start: from, end: to, text: "" };
}

/** Adds words to a keyword; one that the header lacks gets a line below that of `below`. */
export function withWords(
  script: ScriptContext,
  keyword: LsbKeyword,
  words: readonly string[],
  below: LsbKeyword,
): TextEdit | undefined {
  const field = fieldOf(script, keyword);
  const added = words.join(" ");
  if (field !== undefined) {
    const { end } = field.value;
    const glued = field.value.text === "" && !/[ \t]/.test(script.text.charAt(end - 1));
    const separator = field.value.text !== "" || glued ? " " : "";
    return { start: end, end, text: `${separator}${added}` };
  }
  const above = fieldOf(script, below);
  if (above === undefined) return undefined;
  const { end, text } = above.line;
  const at = text.endsWith("\r") ? end - 1 : end;
  return { start: at, end: at, text: `${at < end ? "\r" : ""}\n# ${keyword}: ${added}` };
}
