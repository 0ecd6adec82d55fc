// Whether a value has the form of a scenario, by a schema. Problems have a path; whoever knows the text of the file can
// map that to line and column.

import { listOf, type Message } from "../../text/message.ts";
import type { JsonSchema, JsonType } from "./json-schema.ts";
import { message } from "./message.ts";

/**
 * Something that is wrong with a scenario. A warning does not keep it from being simulated. `Words`: a sentence, or its
 * words in a language.
 */
export interface ScenarioProblem<Words = Message> {
  /** Names and indexes from the outermost value to the wrong one. */
  readonly path: readonly (string | number)[];
  readonly message: Words;
  readonly severity: "error" | "warning";
  /** `name`: the last name of the path should not be there, whatever its value is. */
  readonly about?: "name";
}

/** What scenarios of a machine look like. */
export interface ScenarioForm<Scenario> {
  /** Describes exactly the values of the type. */
  readonly schema: JsonSchema;
  /** What can be simulated, but is probably a mistake. */
  readonly doubtsOf: (scenario: Scenario) => readonly ScenarioProblem[];
}

/** A scenario with what is doubtful about it, or what keeps a value from being one. */
export type ScenarioReading<Scenario> =
  | {
      readonly kind: "scenario";
      readonly scenario: Scenario;
      readonly problems: readonly ScenarioProblem[];
    }
  | { readonly kind: "wrong"; readonly problems: readonly ScenarioProblem[] };

/** The most problems that are reported. */
const mostProblems = 100;

/** Takes a value for a scenario, or says why it is not one. Never throws. */
export function readForm<Scenario>(
  value: unknown,
  { schema, doubtsOf }: ScenarioForm<Scenario>,
): ScenarioReading<Scenario> {
  const problems = schemaProblems(value, schema);
  if (!isDescribed<Scenario>(value, problems)) return { kind: "wrong", problems };
  return { kind: "scenario", scenario: value, problems: doubtsOf(value).slice(0, mostProblems) };
}

/** The one place where a value becomes a scenario: it has met the schema, so that it is what the schema describes. */
function isDescribed<Scenario>(_: unknown, problems: readonly ScenarioProblem[]): _ is Scenario {
  return problems.length === 0;
}

/** What is wrong with the form of a value, by a schema. Never throws. */
function schemaProblems(value: unknown, schema: JsonSchema): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  checkForm(value, schema, [], problems);
  return problems.slice(0, mostProblems);
}

type Path = readonly (string | number)[];

function checkForm(value: unknown, schema: JsonSchema, path: Path, problems: ScenarioProblem[]): void {
  if (problems.length >= mostProblems) return;
  const wrong = (what: Message) => problems.push({ path, message: what, severity: "error" });
  if (schema.oneOf !== undefined) {
    checkOneOf(value, schema.oneOf, path, problems);
    return;
  }
  if (schema.enum !== undefined && !schema.enum.some((allowed) => allowed === value)) {
    wrong(message("form.one-of", { values: listOf(schema.enum.map(quoted), "comma") }));
    return;
  }
  const types: readonly JsonType[] | undefined =
    typeof schema.type === "string" ? [schema.type] : schema.type;
  if (types !== undefined && !types.some((type) => hasType(value, type))) {
    wrong(describeTypes(types));
    return;
  }
  if (typeof value === "number") {
    if (schema.minimum !== undefined && value < schema.minimum)
      wrong(message("form.minimum", { limit: schema.minimum }));
    if (schema.maximum !== undefined && value > schema.maximum)
      wrong(message("form.maximum", { limit: schema.maximum }));
  } else if (Array.isArray(value)) {
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      wrong(message("form.items", { limit: schema.maxItems }));
    else if (schema.items !== undefined)
      for (const [index, item] of value.entries()) checkForm(item, schema.items, [...path, index], problems);
  } else if (isObject(value)) {
    for (const name of schema.required ?? [])
      if (!Object.hasOwn(value, name)) wrong(message("form.missing", { name: quoted(name) }));
    for (const [name, item] of Object.entries(value)) {
      const inner = propertyOf(schema, name);
      if (inner === undefined) problems.push(unknownName([...path, name], name));
      else checkForm(item, inner, [...path, name], problems);
    }
  }
}

function unknownName(path: Path, name: string): ScenarioProblem {
  const what = message("form.unknown", { name: quoted(name) });
  return { path, message: what, severity: "error", about: "name" };
}

function propertyOf(schema: JsonSchema, name: string): JsonSchema | undefined {
  const { properties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** Chooses by what tells the alternatives apart: the type, or the property that each one requires. */
function checkOneOf(
  value: unknown,
  alternatives: readonly JsonSchema[],
  path: Path,
  problems: ScenarioProblem[],
): void {
  const keys = alternatives.map((schema) => schema.required?.at(-1));
  if (isObject(value) && keys.every((key) => key !== undefined)) {
    const found = alternatives.filter((_, index) => Object.hasOwn(value, keys[index] ?? ""));
    const [only] = found;
    if (only !== undefined && found.length === 1) checkForm(value, only, path, problems);
    else {
      const names = listOf(
        keys.filter((key) => key !== undefined),
        "comma",
      );
      problems.push({ path, message: message("form.exactly-one", { names }), severity: "error" });
    }
    return;
  }
  const fitting = alternatives.find((schema) => {
    const type = schema.type;
    return typeof type === "string" && hasType(value, type);
  });
  if (fitting !== undefined) checkForm(value, fitting, path, problems);
  else {
    const types = new Set(alternatives.flatMap(({ type }) => (typeof type === "string" ? [type] : [])));
    problems.push({ path, message: describeTypes([...types]), severity: "error" });
  }
}

function hasType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "string":
    case "boolean":
      return typeof value === type;
  }
}

function describeTypes(types: readonly JsonType[]): Message {
  const each = types.map((type) => message("form.a-type", { type }));
  return message("form.type", { types: listOf(each, "or") });
}

function quoted(name: string): string {
  return JSON.stringify(name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
