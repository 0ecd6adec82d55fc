// The fields of a record while somebody types it.

import { commandWords, fieldNames, fieldTextAt, findTopic, type InittabScan } from "@inittab/core";
import { type Signature, usageSignature } from "../../features/signature.ts";
import { type FieldSpot, spotAt } from "./field-at.ts";

/** The fields of the record that is being typed: one that runs something already needs no help. */
export function signatureAt(scan: InittabScan, offset: number): Signature | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field") return undefined;
  if (spot.field === "process" && offset > spot.range.start) return argumentsAt(scan, offset, spot);
  if (fieldTextAt(scan, spot.index, "process") !== "") return undefined;
  return {
    label: fieldNames.join(":"),
    fields: fieldNames.map((name) => ({ name, topic: findTopic(name, scan.dialect) })),
    active: fieldNames.indexOf(spot.field),
  };
}

/** The usage of the program whose arguments are being typed, such as a getty; undefined for one without a page. */
function argumentsAt(scan: InittabScan, offset: number, { range }: FieldSpot): Signature | undefined {
  const { dialect, version } = scan;
  const words = commandWords(scan.text.slice(range.start, offset), { dialect, version });
  const [program] = words;
  if (program === undefined || program.end >= offset - range.start) return undefined;
  const topic = findTopic(program.text, dialect);
  const [usage] = topic?.kind === "command" ? (topic.usage ?? []) : [];
  const isBetween = words.at(-1)?.end !== offset - range.start;
  return usage === undefined ? undefined : usageSignature(usage, words.length - 1 + (isBetween ? 1 : 0));
}
