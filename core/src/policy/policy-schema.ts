// The form of a policy file as a JSON schema (draft-07): what editors complete and check it by, and what we validate with.

import { type JsonSchema, record, seconds, text } from "../simulate/run/json-schema.ts";

const names = (description: string): JsonSchema => ({
  type: "array",
  items: text("The id of an entry, the name of the program that it starts, or the name of an init script."),
  description,
});

const levels = text("Runlevels, such as 3, 2-5 or S.");

const durations: JsonSchema = {
  type: "object",
  description: "How long something takes, in seconds, by the name of an entry, a program or an init script.",
  additionalProperties: seconds("Seconds."),
};

const alternatives: readonly JsonSchema[] = [
  record("The first is started before the second, and so on.", { before: names("In this order.") }, [
    "before",
  ]),
  record("No two of these run at the same time.", { neverTogether: names("Two or more.") }, [
    "neverTogether",
  ]),
  record(
    "At shutdown the first is stopped before the second, and so on. Needs the root of a system.",
    { stopsBefore: names("In this order.") },
    ["stopsBefore"],
  ),
  record(
    "In these runlevels somebody can log in on this terminal.",
    { login: text("A terminal, such as ttyS0."), in: levels },
    ["in", "login"],
  ),
  {
    ...record(
      "This runs in these runlevels, or is started within so many seconds of the boot.",
      {
        runs: text(
          "The id of an entry, the name of the program that it starts, or the name of an init script.",
        ),
        in: levels,
        within: seconds("At most this many seconds after the boot has begun."),
        of: { enum: ["boot"], description: "What the seconds are counted from." },
        durations,
      },
      ["runs"],
    ),
    anyOf: [{ required: ["in"] }, { required: ["within", "of"] }],
  },
];

/** One policy. */
export const policySchema: JsonSchema = { description: "A policy.", oneOf: alternatives };

/** A list of policies. */
export const policiesSchema: JsonSchema = { type: "array", items: policySchema, description: "Policies." };

/** Policies with what they have in common. */
export const policyObjectSchema: JsonSchema = record(
  "Policies, and how long things take.",
  { $schema: text("The schema of this file."), durations, policies: policiesSchema },
  ["policies"],
);

/** The schema of policy files: what editors complete and check them by. */
export const policyFileSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab policies",
  description: "What must hold for every way that a machine can go.",
  anyOf: [policyObjectSchema, policiesSchema, ...alternatives],
};
