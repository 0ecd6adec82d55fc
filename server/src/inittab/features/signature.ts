// The fields of a record while somebody types it.

import { fieldNames, fieldTextAt, findTopic, type InittabScan, type Topic } from "@inittab/core";
import { spotAt } from "./field-at.ts";

/** The line as inittab(5) writes it, and the field that is being typed. */
export interface Signature {
  readonly label: string;
  /** The fields in their order, with what the manual says of each. */
  readonly fields: readonly { readonly name: string; readonly topic: Topic | undefined }[];
  readonly active: number;
}

/** The fields of the record that is being typed: one that runs something already needs no help. */
export function signatureAt(scan: InittabScan, offset: number): Signature | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field" || fieldTextAt(scan, spot.index, "process") !== "") return undefined;
  return {
    label: fieldNames.join(":"),
    fields: fieldNames.map((name) => ({ name, topic: findTopic(name, scan.dialect) })),
    active: fieldNames.indexOf(spot.field),
  };
}
