// The scenario in a case of either init.

import type { JsonObject } from "@inittab/cli/json-text";
import { coreCatalogues, createLocalizer, describePath, type ScenarioProblem } from "@inittab/core";
import { CaseError } from "./case-error.ts";

/** How the scenarios of an init look, and how they are read. */
interface ScenarioReader<Scenario> {
  readonly schema: { readonly properties?: Readonly<Record<string, unknown>> };
  readonly read: (
    value: unknown,
  ) =>
    | { readonly kind: "scenario"; readonly scenario: Scenario }
    | { readonly kind: "wrong"; readonly problems: readonly ScenarioProblem[] };
}

// Recorded cases have no language.
const { text } = createLocalizer(coreCatalogues);

/** Members that a scenario does not have, such as the name of an init, are for others. Throws a `CaseError`. */
export function scenarioIn<Scenario>(
  value: JsonObject,
  { schema, read }: ScenarioReader<Scenario>,
): Scenario {
  const known = schema.properties ?? {};
  const reading = read(
    Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(known, name))),
  );
  if (reading.kind === "scenario") return reading.scenario;
  const [problem] = reading.problems;
  throw new CaseError(problem === undefined ? "" : `${describePath(problem.path)}: ${text(problem.message)}`);
}
