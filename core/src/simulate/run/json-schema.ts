// The part of JSON schema (draft-07) by which the form of scenarios is told, and parts that all of them have.

/** The part of JSON schema that is used here. */
export interface JsonSchema {
  readonly $schema?: string;
  /** Only in what is published, for parts that stand in it more than once. */
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  /** Only in what is published; the validation here knows which alternative is meant. */
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly default?: boolean | number | string;
}

/** The types of JSON values. */
export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** No scenario is longer, in seconds, and no time in it later. */
export const longestScenario = 1_000_000_000;

/** No scenario has more events. */
export const mostEvents = 1_000_000;

/** A text. */
export function text(description: string): JsonSchema {
  return { type: "string", description };
}

/** A list of texts. */
export function texts(description: string): JsonSchema {
  return { type: "array", items: { type: "string" }, description };
}

/** A time or a span. */
export function seconds(description: string): JsonSchema {
  return { type: "number", minimum: 0, maximum: longestScenario, description };
}

/** An object with these members and no others; `required` is left out where it is not given. */
export function record(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required?: readonly string[],
): JsonSchema {
  const named = required === undefined ? {} : { required };
  return { type: "object", description, properties, ...named, additionalProperties: false };
}
