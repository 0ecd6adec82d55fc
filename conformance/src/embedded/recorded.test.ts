import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replayBuildInittab } from "./build-inittab.ts";
import { replayUpdateRcd } from "./update-rc-d.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/embedded");

interface Recorded<Case> {
  readonly case: Case & { readonly id: string };
  readonly expect: unknown;
}

/** What the shell and its utilities say differs from one to the next, so that only its being there counts. */
const ofTheShell =
  /Permission denied|not found|syntax error|invalid (?:octal )?number|numeric|operand|^ls:|^ln:|^mv:|completely/;

function withoutShellWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutShellWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "stderr" && Array.isArray(inner)
        ? inner.map((line) => (ofTheShell.test(String(line)) ? "what the shell says" : line))
        : withoutShellWords(inner),
    ]),
  );
}

/** Replays every recorded case of a file and compares with what the real program did. */
function check<Case>(file: string, least: number, replay: (recorded: Case) => unknown): void {
  const cases: readonly Recorded<Case>[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  test(`${file} is whole`, () => expect(cases.length).toBeGreaterThanOrEqual(least));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_id, each) => {
    expect(withoutShellWords(replay(each.case))).toEqual(withoutShellWords(each.expect));
  });
}

describe("update-rc.d 0.8 and 0.7", () => check("update-rc.d.json", 98, replayUpdateRcd));
describe("the builds of Buildroot and OpenEmbedded", () => check("inittab.json", 26, replayBuildInittab));
