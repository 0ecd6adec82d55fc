// What verify found as SARIF 2.1.0: a question is a rule, and the way to a finding stands in its message.

import {
  jsonText,
  policyQuestion,
  questions,
  serviceQuestions,
  type Verification,
  type WayFinding,
  withoutLinks,
} from "@inittab/core";
import { artifactLocation, originOf, sarifSchema } from "../formats/sarif.ts";
import type { VerifyReport, VerifyReportOptions } from "./format.ts";
import { wayOf } from "./way.ts";

/** One SARIF log with one run. */
export function sarifReport({ localizer, version }: VerifyReportOptions): VerifyReport {
  const { text } = localizer;
  const folder = process.cwd();
  const asked = [...questions, ...serviceQuestions, policyQuestion];
  const indexes = new Map(asked.map(({ id }, index) => [id, index]));
  let first = true;
  const result = (path: string, finding: WayFinding): object => {
    const { question, severity, message: said, line, sequence, scenario } = finding;
    const way = wayOf(finding);
    return {
      ruleId: question,
      ruleIndex: indexes.get(question),
      level: severity === "warning" ? "warning" : "note",
      message: { text: withoutLinks(way === undefined ? text(said) : `${text(said)} (${text(way)})`) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(path, folder),
            ...(line !== undefined && { region: { startLine: line } }),
          },
        },
      ],
      properties: { sequence, ...(scenario !== undefined && { scenario }) },
    };
  };
  return {
    *start() {
      const rules = asked.map(({ id, asks }) => ({
        id,
        shortDescription: { text: withoutLinks(text(asks)) },
      }));
      const driver = { name: "Inittab", version, semanticVersion: version, rules };
      const head = { tool: { driver }, ...originOf(folder) };
      yield `{"$schema":${jsonText(sarifSchema)},"version":"2.1.0","runs":[${jsonText(head).slice(0, -1)},"results":[`;
    },
    *file(path: string, { findings }: Verification) {
      for (const finding of findings) {
        yield `${first ? "\n" : ",\n"}${jsonText(result(path, finding))}`;
        first = false;
      }
    },
    *end() {
      yield "\n]}]}\n";
    },
  };
}
