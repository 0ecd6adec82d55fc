// What stands for the same thing in several lines of a table: an id, a level, an action.

import {
  dialectFacts,
  editScan,
  fieldRangeAt,
  fieldTextAt,
  type InittabScan,
  type Message,
  type TextRange,
} from "@inittab/core";
import { message } from "../../message.ts";
import { spotAt } from "./field-at.ts";

/** Something with a name, and each place where it stands. */
export interface Uses {
  readonly kind: "id" | "level" | "action";
  readonly name: string;
  /** The place under the cursor. */
  readonly here: TextRange;
  /** All places in the order of the text, `here` among them. */
  readonly ranges: readonly TextRange[];
}

/** What is under the cursor; undefined where it has no name that other lines could have. */
export function usesAt(scan: InittabScan, offset: number): Uses | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field") return undefined;
  const { index, range } = spot;
  switch (spot.field) {
    case "id": {
      const name = fieldTextAt(scan, index, "id");
      return name === "" ? undefined : { kind: "id", name, here: range, ranges: idsIn(scan, name) };
    }
    case "runlevels":
      return levelAt(scan, offset, range);
    case "action": {
      const name = actionIn(scan, index);
      const isUsed = (at: number) => actionIn(scan, at) === name;
      return name === ""
        ? undefined
        : { kind: "action", name, here: range, ranges: fieldsIn(scan, "action", isUsed) };
    }
    case "process":
      return undefined;
  }
}

/** The id under the cursor as far as it may be another: that of BusyBox is a terminal, which has its name elsewhere. */
export function renameableAt(scan: InittabScan, offset: number): Uses | undefined {
  const uses = usesAt(scan, offset);
  return uses?.kind === "id" && dialectFacts[scan.dialect].id === "name" ? uses : undefined;
}

/** Why the id cannot have this name; undefined where it can: init reads the same table but for the name. */
export function whyNotNamed(scan: InittabScan, uses: Uses, name: string): Message | undefined {
  if (name !== uses.name && idsIn(scan, name).length > 0) return message("rename.id-taken", { name });
  let renamed = scan;
  for (const { start, end } of uses.ranges.toReversed())
    renamed = editScan(renamed, { start, end, text: name });
  const isRead =
    renamed.lines.length === scan.lines.length &&
    scan.lines.every((line, index) => {
      const now = renamed.lines[index];
      const id = line.id === uses.name ? name : line.id;
      return now?.kind === line.kind && now.id === id && now.action === line.action;
    });
  return isRead ? undefined : message("rename.no-id", { name });
}

function idsIn(scan: InittabScan, name: string): readonly TextRange[] {
  return fieldsIn(scan, "id", (index) => fieldTextAt(scan, index, "id") === name);
}

/** The level right of the cursor or, at the end of the field, left of it. */
function levelAt(scan: InittabScan, offset: number, field: TextRange): Uses | undefined {
  const start = Math.min(offset, field.end - 1);
  if (start < field.start) return undefined;
  const name = scan.text.slice(start, start + 1);
  const ranges = fieldsIn(scan, "runlevels", () => true).flatMap((range) =>
    Array.from(scan.text.slice(range.start, range.end).matchAll(/[\s\S]/g), ({ 0: mark, index }) => ({
      mark,
      range: { start: range.start + index, end: range.start + index + 1 },
    }))
      .filter(({ mark }) => mark === name)
      .map((each) => each.range),
  );
  return { kind: "level", name, here: { start, end: start + 1 }, ranges };
}

function actionIn(scan: InittabScan, index: number): string {
  return scan.lines[index]?.action || fieldTextAt(scan, index, "action");
}

/** The fields of this name in all lines that are not comments, as far as they fit. */
function fieldsIn(
  scan: InittabScan,
  field: "id" | "runlevels" | "action",
  fits: (index: number) => boolean,
): readonly TextRange[] {
  return scan.lines.flatMap(({ kind }, index) => {
    const range = kind === "record" || kind === "rejected" ? fieldRangeAt(scan, index, field) : undefined;
    return range !== undefined && range.start < range.end && fits(index) ? [range] : [];
  });
}
