import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replayChkconfig } from "./chkconfig.ts";
import { replayFunctions } from "./functions.ts";
import { replayInsserv } from "./insserv.ts";
import { replayRc } from "./rc.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/initscripts");

interface Recorded<Case> {
  readonly case: Case & { readonly id: string };
  readonly expect: unknown;
}

/** Replays every recorded case of a file and compares with what the real program did. */
function check<Case>(file: string, least: number, replay: (recorded: Case) => unknown): void {
  const cases: readonly Recorded<Case>[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  test(`${file} is whole`, () => expect(cases.length).toBeGreaterThanOrEqual(least));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_id, each) => {
    expect(replay(each.case)).toEqual(each.expect);
  });
}

describe("insserv 1.24.0", () => check("insserv.json", 107, replayInsserv));
describe("chkconfig 1.3.49.5", () => check("chkconfig.json", 22, replayChkconfig));
describe("Red Hat's rc", () => check("rc-redhat.json", 46, replayRc));
describe("Debian's rc", () => check("rc-debian.json", 28, replayRc));
describe("the libraries of functions", () => check("functions.json", 79, replayFunctions));
