// The comment by which a file names its dialect: how it is written, changed and taken out.

import {
  type Dialect,
  dialectEdit,
  dialects,
  findDialectStatement,
  type InittabScan,
  type TextEdit,
} from "@inittab/core";

/** The edit that makes the file name this dialect, or none for `auto`; without an edit, whether the file says so anyway. */
export function dialectChange(scan: InittabScan, asked: unknown, onlyIfNamed = false): TextEdit | boolean {
  const dialect: Dialect | "auto" | undefined = (["auto", ...dialects] as const).find(
    (name) => name === asked,
  );
  const statement = findDialectStatement(scan.text);
  if (dialect === undefined || (onlyIfNamed && statement === undefined)) return false;
  return dialectEdit(scan.text, dialect, statement) ?? dialect !== "auto";
}
