import { type Severity, visible } from "@inittab/core";
import { message } from "../message.ts";
import type { Format, FormatOptions } from "./format.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands of GitHub Actions, one line a finding. */
export function githubFormat({ localizer }: FormatOptions): Format {
  return {
    start: () => [],
    *file({ path, findings, places }) {
      for (const { rule, code, severity, message, range } of findings) {
        const start = places.at(range.start);
        const end = places.at(range.end);
        // A column at the end is only understood within one line.
        const oneLine = start.line === end.line ? { endColumn: Math.max(end.column, start.column + 1) } : {};
        const properties = {
          file: path,
          line: start.line,
          col: start.column,
          endLine: end.line,
          ...oneLine,
          title: `${code} ${rule}`,
        };
        yield `::${commands[severity]} ${join(properties)}::${escapeData(localizer.words(message))}\n`;
      }
    },
    notJudged: () => [],
    passedOver: () => [],
    *end({ unreadable }) {
      for (const { path, why } of unreadable)
        yield `::error ${join({ file: path, title: localizer.text(message("check.unread")) })}::${escapeData(localizer.words(why))}\n`;
    },
  };
}

function join(properties: Readonly<Record<string, string | number>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
}

/** GitHub shows the line in its log as a terminal would. */
function escapeData(text: string): string {
  return visible(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
