// What can be done about a quote that is never closed.

import { readShell } from "../../shell/reading.ts";
import type { TextRange } from "../../text/range.ts";
import type { Fix } from "../contract.ts";
import { suggestion } from "../report.ts";
import type { LineContext } from "./contract.ts";
import { message } from "./message.ts";

/** Closes the quote at the end of the process, where a shell can read it then. The range is that of the error. */
export function closeQuote(context: LineContext, { start, end }: TextRange): readonly Fix[] {
  const process = context.field("process");
  const quote = process.slice(start, end);
  // An apostrophe in a word was hardly meant to open anything.
  if (!/^["'`]$/.test(quote) || /\w/.test(process.charAt(start - 1))) return [];
  const closed = process.slice(start) + quote;
  if (readShell(closed, 0).error !== undefined) return [];
  const behind = context.range("process").end;
  return [suggestion(message("fix.close-quote"), { start: behind, end: behind }, quote)];
}
