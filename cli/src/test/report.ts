// The results of tests: for people, and for a build server.

import { type Localizer, type Message, visible } from "@inittab/core";
import { message } from "../message.ts";

/** A test, and what was not as expected. */
interface TestedScenario {
  readonly name: string;
  readonly failures: readonly Message[];
}

/** The tests of a file in their order. */
export interface TestedFile {
  readonly path: string;
  readonly tests: readonly TestedScenario[];
}

/** A line for each test, with its failures below it, and a sum. */
export function textReport(files: readonly TestedFile[], { text }: Localizer): string {
  const lines = files.flatMap(({ path, tests }) => [
    visible(path),
    ...tests.flatMap(({ name, failures }) => [
      `  ${text(message(failures.length === 0 ? "test.passed" : "test.failed", { name }))}`,
      ...failures.map((failure) => `      ${text(failure)}`),
    ]),
  ]);
  const all = files.flatMap(({ tests }) => tests);
  const failed = all.filter(({ failures }) => failures.length > 0).length;
  return `${[...lines, text(message("test.sum", { count: all.length, failed }))].join("\n")}\n`;
}

/** The form that build servers read: a suite for each file. */
export function junit(files: readonly TestedFile[], { text }: Localizer): string {
  const suites = files.flatMap(({ path, tests }) => {
    const failed = tests.filter(({ failures }) => failures.length > 0).length;
    const cases = tests.flatMap(({ name, failures }) => {
      const head = `    <testcase classname="${attribute(path)}" name="${attribute(name)}"`;
      if (failures.length === 0) return [`${head}/>`];
      const said = failures.map(text).join("\n");
      return [
        `${head}>`,
        `      <failure message="${attribute(said)}">${attribute(said)}</failure>`,
        "    </testcase>",
      ];
    });
    return [
      `  <testsuite name="${attribute(path)}" tests="${tests.length}" failures="${failed}">`,
      ...cases,
      "  </testsuite>",
    ];
  });
  return `${['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...suites, "</testsuites>"].join("\n")}\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that may stand between the tags of XML and in an attribute; what XML has no place for is made visible. */
function attribute(text: string): string {
  return visible(text).replace(/[&<>"]/g, (character) => entities[character] ?? "");
}
