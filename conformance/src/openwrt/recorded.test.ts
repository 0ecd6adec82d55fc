import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ProcdInittabCase, replayProcdInittab } from "./procd-inittab.ts";

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
