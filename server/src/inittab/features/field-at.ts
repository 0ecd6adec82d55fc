import {
  type FieldName,
  fieldNames,
  fieldRangeAt,
  type InittabLine,
  type InittabScan,
  lineAt,
  type TextRange,
} from "@inittab/core";

/** What a place in the text belongs to. */
export type Spot =
  | { readonly kind: "empty-line"; readonly offset: number }
  | { readonly kind: "comment"; readonly index: number; readonly line: InittabLine }
  | {
      readonly kind: "field";
      readonly index: number;
      readonly line: InittabLine;
      readonly field: FieldName;
      /** The field in the text. */
      readonly range: TextRange;
    };

/** A place in a field. */
export type FieldSpot = Extract<Spot, { readonly kind: "field" }>;

/** Finds the field at an offset; the place right after a field still belongs to it, and so does the line's end. */
export function spotAt(scan: InittabScan, offset: number): Spot {
  const index = lineAt(scan, offset);
  const line = scan.lines[index];
  const start = scan.starts[index] ?? 0;
  // Behind the last newline begins a line that the scan does not have.
  if (line === undefined || (line.terminated && offset >= start + line.length))
    return { kind: "empty-line", offset };
  if (line.kind === "comment") return { kind: "comment", index, line };
  if (line.kind === "blank") return { kind: "empty-line", offset };
  for (const field of fieldNames) {
    const range = fieldRangeAt(scan, index, field);
    if (range !== undefined && (offset <= range.end || isLast(line, field)))
      return { kind: "field", index, line, field, range };
  }
  return { kind: "empty-line", offset };
}

function isLast(line: InittabLine, field: FieldName): boolean {
  switch (field) {
    case "id":
      return line.idEnd < 0;
    case "runlevels":
      return line.runlevelsEnd < 0;
    case "action":
      return line.actionEnd < 0;
    case "process":
      return true;
  }
}
