import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ProcdInittabCase, replayProcdInittab, simulateProcdCase } from "./procd-inittab.ts";
import { type RcCommonCase, replayRcCommon } from "./rc-common.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/openwrt");

interface Recorded<Case> {
  readonly case: Case & { readonly id: string };
  readonly expect: unknown;
}

function recordedIn<Case>(file: string): readonly Recorded<Case>[] {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

describe("procd's inittab", () => {
  const cases = recordedIn<ProcdInittabCase>("procd-inittab.json");
  test("the file is whole", () => expect(cases.length).toBe(88));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => {
    expect(replayProcdInittab(each.case)).toEqual(each.expect);
  });
});

describe("the simulation of procd", () => {
  const cases = recordedIn<ProcdInittabCase>("procd-inittab.json");
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => {
    expect(simulateProcdCase(each.case)).toEqual(each.expect);
  });
});

/** What shells say themselves differs from one to the next. */
const ofTheShell = /syntax error|Permission denied/;

function withoutShellWords(value: unknown): unknown {
  if (typeof value === "string") return ofTheShell.test(value) ? "what the shell says" : value;
  if (Array.isArray(value)) return value.map(withoutShellWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutShellWords(inner)]));
}

describe("rc.common and rcS", () => {
  const cases = recordedIn<RcCommonCase>("rc-common.json");
  test("the file is whole", () => expect(cases.length).toBe(90));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => {
    expect(withoutShellWords(replayRcCommon(each.case))).toEqual(withoutShellWords(each.expect));
  });
});
