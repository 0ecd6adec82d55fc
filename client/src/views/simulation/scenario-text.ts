// The text of a scenario file, before anything is made of it. Knows nothing of VS Code.

import { tooDeepAt } from "@inittab/core";
import { isObject } from "../../is-object.ts";

/** What a text is taken for. */
export type ScenarioText =
  | { readonly kind: "scenario"; readonly scenario: Readonly<Record<string, unknown>> }
  /** Its brackets are nested more deeply than any parser should have to go down. */
  | { readonly kind: "too-deep" }
  | { readonly kind: "no-object" }
  | { readonly kind: "no-json"; readonly why: string };

/** Reads the scenario in a text; its own table and the name of its schema are left out. Never fails. */
export function readScenarioText(text: string): ScenarioText {
  if (tooDeepAt(text) !== undefined) return { kind: "too-deep" };
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || Array.isArray(value)) return { kind: "no-object" };
    const { inittab: _, $schema: __, ...scenario } = value;
    return { kind: "scenario", scenario };
  } catch (error) {
    return { kind: "no-json", why: error instanceof Error ? error.message : String(error) };
  }
}
