// What verify found, in each of its formats.

import {
  escapeMarkdown,
  jsonText,
  type Localizer,
  type Message,
  type Verification,
  visible,
  type WayFinding,
} from "@inittab/core";
import { message } from "../message.ts";
import type { VerifyReport, VerifyReportOptions } from "./format.ts";
import { reportMessage } from "./message.ts";
import { sarifReport } from "./sarif.ts";
import { wayOf } from "./way.ts";

/** The report in a format. */
export function reportOf(
  format: "text" | "json" | "sarif" | "md",
  options: VerifyReportOptions,
): VerifyReport {
  const { localizer, quiet } = options;
  const plain = { start: () => [], end: () => [] };
  switch (format) {
    case "text":
      return { ...plain, file: (path, result) => textOf(path, result, localizer, quiet) };
    case "json":
      return { ...plain, file: (path, result) => [`${jsonText(jsonOf(path, result, localizer))}\n`] };
    case "md":
      return { ...plain, file: (path, result) => markdownOf(path, result, localizer) };
    case "sarif":
      return sarifReport(options);
  }
}

function jsonOf(path: string, { findings, ...result }: Verification, { text }: Localizer): object {
  return {
    path,
    ...result,
    findings: findings.map(({ message: said, ...finding }) => ({ ...finding, message: text(said) })),
  };
}

function* textOf(path: string, result: Verification, localizer: Localizer, quiet: boolean): Iterable<string> {
  const { text } = localizer;
  const { findings } = result;
  if (!quiet || findings.length > 0) yield `${visible(path)}\n`;
  for (const finding of findings) yield* findingText(finding, localizer);
  if (quiet) return;
  if (findings.length === 0) yield `  ${text(message("verify.nothing"))}\n`;
  yield `  ${text(extentOf(result))}\n`;
  if (result.services !== undefined) yield `  ${text(servicesExtent(result.services))}\n`;
}

function* findingText(finding: WayFinding, { text }: Localizer): Iterable<string> {
  const { question, severity, message: said, line } = finding;
  const name = text(severityName(severity));
  const place = line === undefined ? "" : ` ${text(message("verify.line", { line }))}`;
  yield `  ${name} ${question}${place}: ${text(said)}\n`;
  const way = wayOf(finding);
  if (way !== undefined) yield `      ${text(way)}\n`;
}

function* markdownOf(path: string, result: Verification, { text, markdown }: Localizer): Iterable<string> {
  const { findings } = result;
  yield `### ${escapeMarkdown(visible(path))}\n\n`;
  for (const finding of findings) {
    const { question, severity, message: said, line } = finding;
    const place = line === undefined ? "" : `, ${text(message("verify.line", { line }))}`;
    yield `- **${text(severityName(severity))}** ${question}${place}: ${markdown(said)}\n`;
    const way = wayOf(finding);
    if (way !== undefined) yield `  - ${markdown(way)}\n`;
  }
  if (findings.length === 0) yield `${text(message("verify.nothing"))}\n`;
  yield `\n${text(extentOf(result))}\n\n`;
  if (result.services !== undefined) yield `${text(servicesExtent(result.services))}\n\n`;
}

function servicesExtent({ exhausted, states }: NonNullable<Verification["services"]>): Message {
  return reportMessage("verify.services", { exhausted: exhausted ? "yes" : "no", states });
}

function severityName(severity: WayFinding["severity"]): Message {
  return message(severity === "warning" ? "verify.warning" : "verify.information");
}

/** How much was looked at. */
function extentOf({ exhausted, states, steps }: Verification): Message {
  const counted = { states, steps };
  return exhausted ? message("verify.exhausted", counted) : message("verify.bounded", counted);
}
