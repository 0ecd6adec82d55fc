// Compares the tags that core's rules stand for with those of lintian and rpmlint, on random scripts:
// npm run conformance:lint -- [--seed N] [--count N].

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolTags } from "@inittab/core";
import { caseNumbers, seededSource } from "../live/compare-cases.ts";
import { type Checker, checkers, needVersion } from "./checkers.ts";
import { makeScript, type RandomScript, smallerScripts } from "./random-script.ts";

const what = "lintian and rpmlint";

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  needVersion(what, "lintian", "2.116");
  needVersion(what, "rpmlint", "2.4");
  needVersion(what, "rpmbuild", "RPM version 4");
  const { seed, count } = caseNumbers(args, 400);
  console.log(`${what}: ${count} random scripts, seed ${seed}`);
  const scripts = Array.from({ length: count }, (_, number) => makeScript(seededSource(seed, number)));
  const differing = firstDifference(scripts);
  if (differing === undefined) {
    const seen = scripts.flatMap((script) => [...ours(script, "lintian"), ...ours(script, "rpmlint")]);
    const tags = new Set(seen.map((line) => line.split(" ")[1]));
    console.log(`${what}: no difference; ${tags.size} different tags`);
    return 0;
  }
  const least = shrink(differing);
  const number = scripts.indexOf(differing.script);
  console.error(`${what}: script ${number} of seed ${seed} differs; smallest form:`);
  console.error(JSON.stringify(least.script, null, 1));
  console.error(JSON.stringify({ tool: least.tool, ...least.difference }, null, 1));
  return 1;
}

/** A script about which a checker and our rules disagree. */
interface Disagreement {
  readonly script: RandomScript;
  readonly tool: Checker;
  /** What only one of them says. */
  readonly difference: { readonly real: readonly string[]; readonly ours: readonly string[] };
}

/** Takes parts away as long as the tool and our rules disagree. */
function shrink(from: Disagreement): Disagreement {
  const candidates = smallerScripts(from.script);
  while (candidates.length > 0) {
    const next = firstDifference(candidates.splice(0, 8), [from.tool]);
    if (next !== undefined) return shrink(next);
  }
  return from;
}

/** The first of these scripts about which somebody disagrees. */
function firstDifference(
  scripts: readonly RandomScript[],
  tools: readonly Checker[] = ["lintian", "rpmlint"],
): Disagreement | undefined {
  const folder = mkdtempSync(join(tmpdir(), "inittab-lint-"));
  try {
    for (const tool of tools) {
      const told = checkers[tool](folder, scripts);
      for (const [index, script] of scripts.entries()) {
        const theirs = (told[index] ?? []).toSorted();
        const own = ours(script, tool).toSorted();
        if (theirs.join("\n") !== own.join("\n")) return { script, tool, difference: apart(theirs, own) };
      }
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function apart(real: readonly string[], own: readonly string[]): Disagreement["difference"] {
  const others = [...own];
  const onlyReal = real.filter((line) => {
    const at = others.indexOf(line);
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
  return { real: onlyReal, ours: others };
}

function ours({ name, mode, text }: RandomScript, tool: Checker): readonly string[] {
  const tags = toolTags({ name, mode: Number.parseInt(mode, 8), text }, tool);
  return tags.map(({ severity, tag, line }) => [severity, tag, line ?? ""].join(" ").trim());
}
