// What the schema of SARIF says of a log.

import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import formats from "ajv-formats";

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv);
// It names an older draft of JSON Schema, whose keywords, as far as it uses them, have not changed their meaning.
const { $schema: _draft, id: _address, ...keywords } = schema;
const validate = ajv.compile(keywords);

/** What is wrong with a log; nothing, if the schema accepts it. */
export function sarifProblems(log: unknown): readonly unknown[] {
  return validate(log) ? [] : (validate.errors ?? []);
}
