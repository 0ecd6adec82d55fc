import { listOf, type Message, type Severity, visible } from "@inittab/core";
import { message } from "../message.ts";
import { markLine } from "../terminal-text.ts";
import {
  assumptionOf,
  type CheckedFile,
  type CheckSummary,
  type Format,
  type FormatOptions,
} from "./format.ts";

const colors: Readonly<Record<Severity | "faint" | "bold", string>> = {
  error: "31;1",
  warning: "33;1",
  information: "34;1",
  hint: "36",
  faint: "2",
  bold: "1",
};

/** For people: what each file was read as, each finding with its source line, and a summary. */
export function textFormat(options: FormatOptions): Format {
  const { words } = options.localizer;
  const paint = (style: keyof typeof colors, text: string) =>
    options.color ? `\x1b[${colors[style]}m${text}\x1b[0m` : text;

  /** What is not checked, by family: reported once. */
  const unseen = new Map<string, Message>();

  function* finding(file: CheckedFile, index: number): Iterable<string> {
    const found = file.findings[index];
    if (found === undefined) return;
    const { places } = file;
    const start = places.at(found.range.start);
    const end = places.at(found.range.end);
    const path = visible(file.path);
    yield `${paint("bold", `${path}:${start.line}:${start.column}:`)} `;
    yield `${paint(found.severity, `${found.severity}:`)} ${visible(words(found.message))} `;
    yield `${paint("faint", `[${found.rule} ${found.code}]`)}\n`;
    const number = String(start.line);
    const margin = " ".repeat(number.length);
    const line = places.line(start.line);
    const last = end.line === start.line ? end.column - 1 : line.length;
    const marked = markLine(line, start.column - 1, last, options.width - number.length - 5);
    yield `  ${paint("faint", `${number} |`)} ${marked.text}\n`;
    yield `  ${paint("faint", `${margin} |`)} ${paint(found.severity, marked.marks)}\n`;
    for (const related of found.related) {
      const place = places.at(related.range.start);
      yield `  ${paint("faint", `${margin} =`)} ${path}:${place.line}:${place.column}: ${visible(words(related.message))}\n`;
    }
    for (const fix of found.fixes)
      yield `  ${paint("faint", `${margin} =`)} ${visible(words(message("check.fix", fix)))}\n`;
  }

  return {
    start: () => [],
    *file(file) {
      if (!options.quiet) {
        const what = assumptionOf(file);
        const read =
          file.kind !== "inittab" || file.hasRules
            ? message("check.read-as", { what })
            : message("check.read-as-unchecked", { what });
        yield `${paint("bold", `${visible(file.path)}:`)} ${visible(words(read))}\n`;
        if (file.kind === "script")
          for (const { title, unseen: what } of file.family.families)
            if (what !== undefined) unseen.set(title, what);
      }
      for (let index = 0; index < file.findings.length; index++)
        if (!options.quiet || file.findings[index]?.severity === "error") yield* finding(file, index);
    },
    *notJudged(path, why) {
      if (options.quiet) return;
      yield `${paint("bold", `${visible(path)}:`)} ${visible(words(message("check.not-judged", { why })))}\n`;
    },
    passedOver: () => [],
    *end(summary) {
      if (options.quiet) return;
      for (const [family, what] of unseen)
        yield `${visible(words(message("check.unseen", { family, what })))}\n`;
      yield `${total(summary)}\n`;
    },
  };

  function total({ files, counts, unreadable }: CheckSummary): string {
    const parts = [
      message("check.errors", { count: counts.error }),
      message("check.warnings", { count: counts.warning }),
      ...(counts.information > 0 ? [message("check.informations", { count: counts.information })] : []),
      ...(counts.hint > 0 ? [message("check.hints", { count: counts.hint })] : []),
    ];
    const worst = counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : "bold";
    const painted = paint(worst, words(listOf(parts, "comma")));
    return words(
      message("check.total", { files, missing: unreadable.length, counts: { verbatim: painted } }),
    );
  }
}
