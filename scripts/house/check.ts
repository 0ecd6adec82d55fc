// All invariants over all files, with the exceptions of the plan taken out.

import { type Finding, type Invariant, invariants } from "./finding.ts";
import { checkAdvance } from "./invariants/advance.ts";
import { checkCasts } from "./invariants/casts.ts";
import { checkFrame } from "./invariants/frame.ts";
import { checkHomes } from "./invariants/homes.ts";
import { checkLayers } from "./invariants/layers.ts";
import { checkNames } from "./invariants/names.ts";
import { checkPublicNames } from "./invariants/public-names.ts";
import { checkSentences } from "./invariants/sentences.ts";
import { checkTenants } from "./invariants/tenants.ts";
import { checkTests } from "./invariants/tests.ts";
import type { Exception, Plan } from "./plan.ts";
import { readSource, type Source, type Tree } from "./source.ts";

/** A check looks at all files, since an invariant may be about two of them. */
type Check = (sources: readonly Source[], plan: Plan) => Iterable<Finding>;

const checks: Readonly<Record<Invariant, Check>> = {
  frame: checkFrame,
  tenants: checkTenants,
  layers: checkLayers,
  names: checkNames,
  sentences: checkSentences,
  casts: checkCasts,
  advance: checkAdvance,
  homes: checkHomes,
  tests: checkTests,
  index: checkPublicNames,
};

/** A finding, and what it breaks. */
export interface Breach extends Finding {
  readonly invariant: Invariant;
}

/** What breaks each invariant. An exception that is needed no longer breaks its invariant too. */
export function checkHouse(tree: Tree, plan: Plan): readonly Breach[] {
  const sources = [...tree].map(([path, text]) => readSource(path, text));
  return invariants.flatMap((invariant) => {
    const exceptions = plan.exceptions.filter((each) => each.invariant === invariant);
    const findings = [...checks[invariant](sources, plan)];
    return [
      ...findings.filter((finding) => !exceptions.some((exception) => covers(exception, finding))),
      ...exceptions
        .filter((exception) => !findings.some((finding) => covers(exception, finding)))
        .map(({ path, subject }) => ({
          path,
          line: 1,
          subject,
          message: `an exception for \`${subject}\` is needed no longer`,
        })),
    ].map((finding) => ({ ...finding, invariant }));
  });
}

function covers(exception: Exception, { path, subject }: Finding): boolean {
  return exception.path === path && exception.subject === subject;
}
