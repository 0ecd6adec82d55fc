// The arguments of a helper function while somebody types its call.

import { findHelpers, guessFamily } from "@inittab/core";
import { type Signature, usageSignature } from "../../features/signature.ts";

/** The usage of the helper that the line of the cursor begins with; undefined where it begins with none. */
export function helperSignature(text: string, offset: number): Signature | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = text.slice(lineStart, offset);
  const [, name = "", rest = ""] =
    /^(?:[^#]*[;&|({]|\s*(?:if|then|else|do)\b)?\s*([\w-]+)(\s[^;&|#]*)$/.exec(typed) ?? [];
  const facts = name === "" ? [] : findHelpers(name);
  const { families } = guessFamily(text);
  const own = facts.find((fact) => families.some(({ library }) => library?.name === fact.library));
  const usage = (own ?? facts[0])?.usage;
  return usage === undefined ? undefined : usageSignature(usage, rest.trimStart().split(/\s+/).length);
}
