// The door through which tests reach the sentences about records.

import { recordSentences } from "../manual/describe.ts";
import type { DescribeContext } from "../manual/record-context.ts";
import { inEnglish } from "./english.ts";

/** The newest sysvinit. */
export const sysvinit: DescribeContext = { dialect: "sysvinit" };

/** Prints each record of a table, given as lines, and below it what is said of it. */
export function check(lines: readonly string[], context: DescribeContext = sysvinit): string {
  return lines
    .map((line) => {
      const [id = "", runlevels = "", action = "", ...process] = line.split(":");
      const record = { id, runlevels, action, process: process.join(":") };
      return [
        line,
        ...recordSentences(record, context).map((sentence) => `  ${inEnglish.text(sentence)}`),
      ].join("\n");
    })
    .join("\n");
}
