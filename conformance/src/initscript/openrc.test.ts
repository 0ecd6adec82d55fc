import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenrcVersion } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { replayOpenrc } from "./openrc.ts";
import type { OpenrcCase, OpenrcExpect } from "./openrc-case.ts";
import { replayOpenrcInittab } from "./openrc-inittab.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/openrc");

interface Recorded {
  readonly case: OpenrcCase & { readonly id: string };
  readonly expect: OpenrcExpect;
  /** What Debian's build did; absent in cases that are only about that. */
  readonly "0.45.2"?: OpenrcExpect | "same";
}

function recordedIn<Each>(file: string): readonly Each[] {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

/** Of the older release: lines that the shell and the programs of the recorded system said, and one about that alone. */
const ofShell =
  /: (?:\d+: )?[^ ]*(?:not found|Syntax error|can't open|cannot open)|No such file or directory$|kill/;

/** The order of lines is that of a folder. */
function isListing(step: unknown): boolean {
  const words = JSON.stringify(step);
  return words.includes("rc-status") || words.includes('"-a"');
}

/** What is compared: everything, except for the order of folders. */
function comparable(
  { steps, deptree, update }: OpenrcExpect,
  subject: OpenrcCase,
  withOutput: boolean,
  version: OpenrcVersion,
): unknown {
  const said = (lines: readonly string[]): readonly string[] =>
    version === "0.63.3" ? lines : lines.filter((line) => !ofShell.test(line));
  return {
    steps: steps.map(({ out, ...step }, at) => ({
      ...step,
      ...(withOutput && { out: isListing(subject.steps?.[at]) ? said(out).toSorted() : said(out) }),
    })),
    deptree,
    ...(withOutput && { update: said(update) }),
  };
}

function check(recorded: Recorded, version: OpenrcVersion): void {
  const newest = version === "0.63.3" || recorded["0.45.2"] === undefined;
  const other = recorded["0.45.2"] ?? "same";
  const expected = newest || other === "same" ? recorded.expect : other;
  // Where the older release did the same, its words were not kept.
  const withOutput = newest || other !== "same";
  const ours = replayOpenrc(recorded.case, version);
  expect(comparable(ours, recorded.case, withOutput, version)).toEqual(
    comparable(expected, recorded.case, withOutput, version),
  );
}

describe.each(["0.63.3", "0.45.2"] as const)("OpenRC %s", (version) => {
  for (const [file, least] of [
    ["hand.json", 112],
    ["random.json", 90],
  ] as const) {
    const cases = recordedIn<Recorded>(file);
    test(`${file} is whole`, () => expect(cases.length).toBeGreaterThanOrEqual(least));
    test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => check(each, version));
  }
});

describe("scripts with an LSB header in Debian's build", () => {
  const cases = recordedIn<Recorded>("debian-lsb.json");
  test("the file is whole", () => expect(cases.length).toBeGreaterThanOrEqual(8));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => check(each, "0.45.2"));
});

describe("from an inittab for BusyBox to the last service", () => {
  const cases = recordedIn<{
    readonly case: OpenrcCase & { readonly id: string };
    readonly expect: { readonly calls: readonly string[] };
  }>("inittab-busybox.json");
  test("the file is whole", () => expect(cases.length).toBeGreaterThanOrEqual(8));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_, each) => {
    expect(replayOpenrcInittab(each.case, each.case.inittab ?? [], "0.63.3")).toEqual(each.expect);
  });
});

test("what says yes in rc.conf, as measured with 0.45.2", () => {
  // As in the case provide-fails: with rc_depend_strict, a provider that fails is enough to keep `a` from starting.
  const starts = (value: string): boolean =>
    replayOpenrc(
      {
        services: {
          a: { depend: ["need net"] },
          "net.eth0": { depend: ["provide net"], start: 1 },
          "net.wlan0": { depend: ["provide net"] },
        },
        runlevels: { default: ["a", "net.eth0", "net.wlan0"] },
        "rc.conf": ['rc_sys=""', `rc_depend_strict=${value}`],
        steps: [
          ["openrc", "sysinit"],
          ["openrc", "boot"],
          ["openrc", "default"],
        ],
      },
      "0.45.2",
    ).steps[2]?.calls.includes("start a default") === true;
  expect(["yes", "y", "True", "1"].map(starts)).toEqual([false, false, false, false]);
  expect(["NO", "on", "maybe", '""'].map(starts)).toEqual([true, true, true, true]);
});
