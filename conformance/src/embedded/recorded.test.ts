import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replayBoot } from "./boot.ts";
import { replayBuildInittab } from "./build-inittab.ts";
import { replayEntware } from "./entware.ts";
import { replayLfs, replayOpenEmbeddedRc, replaySlackware } from "./levels.ts";
import { replayOeFunctions } from "./oe-functions.ts";
import { replayUpdateRcd } from "./update-rc-d.ts";

const folder = join(import.meta.dirname, "../../../test-fixtures/conformance/embedded");

interface Recorded<Case> {
  readonly case: Case & { readonly id: string };
  readonly expect: unknown;
}

/** What the shell and its utilities say differs from one to the next, so that only its being there counts. */
const ofTheShell =
  /Permission denied|not found|syntax error|invalid (?:octal )?number|numeric|operand|operator|^ls:|^ln:|^mv:|completely|if then|no such file|No such file/i;

function withoutShellWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutShellWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "stderr" && Array.isArray(inner) ? withoutRepeats(inner) : withoutShellWords(inner),
    ]),
  );
}

/** A shell may say one thing in two lines. */
function withoutRepeats(lines: readonly unknown[]): readonly unknown[] {
  const said = lines.map((line) => (ofTheShell.test(String(line)) ? "what the shell says" : line));
  return said.filter((line, at) => line !== "what the shell says" || said[at - 1] !== line);
}

/** Replays every recorded case of a file and compares with what the real program did. */
function check<Case>(file: string, least: number, replay: (recorded: Case) => unknown): void {
  const cases: readonly Recorded<Case>[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  test(`${file} is whole`, () => expect(cases.length).toBeGreaterThanOrEqual(least));
  test.each(cases.map((each) => [each.case.id, each] as const))("%s", (_id, each) => {
    const [ours, theirs] = [replay(each.case), each.expect].map(withoutShellWords);
    expect(ours).toEqual(theirs);
  });
}

describe("update-rc.d 0.8 and 0.7", () => check("update-rc.d.json", 98, replayUpdateRcd));
describe("the builds of Buildroot and OpenEmbedded", () => check("inittab.json", 26, replayBuildInittab));
describe("rcS and rcK of Buildroot and its like", () => check("boot.json", 76, replayBoot));
describe("rc and rcS of OpenEmbedded", () => check("oe-rc.json", 72, replayOpenEmbeddedRc));
describe("the functions of OpenEmbedded", () => check("oe-functions.json", 26, replayOeFunctions));
describe("rc of Linux From Scratch", () => check("lfs.json", 8, replayLfs));
describe("rc.sysvinit of Slackware", () => check("slackware.json", 6, replaySlackware));
describe("rc.unslung of Entware", () => check("entware.json", 10, replayEntware));
