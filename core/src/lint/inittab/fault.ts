// Which error rule tells of a dropped line. Init's own verdict decides that a line is dropped; where its words would lead
// a reader astray (a NUL byte, the empty line of a CRLF file), the finding names the cause instead.

import type { InittabLine } from "../../inittab/line.ts";
import { type Rejection, rejectionWords } from "../../inittab/messages.ts";
import { lineLimit, type SysvinitBehaviour } from "../../inittab/versions.ts";
import { byteLength, type Encoding } from "../../text/bytes.ts";

/** The id of the rule that tells of a dropped line. */
export type Fault =
  | Exclude<Rejection, "line-cut">
  | "line-too-long"
  | "no-final-newline"
  | "nul-byte"
  | "crlf";

/** The rule that tells of this line; undefined where init keeps or skips it. */
export function faultOf(line: InittabLine, text: string, encoding: Encoding): Fault | undefined {
  if (line.rejection === undefined) return undefined;
  const nul = text.indexOf("\0");
  if (nul >= 0 && byteLength(text.slice(0, nul), encoding) < lineLimit) return "nul-byte";
  if (line.rejection === "line-cut")
    return byteLength(text, encoding) < lineLimit ? "no-final-newline" : "line-too-long";
  if (line.rejection === "missing-action" && isCarriageReturnOnly(text)) return "crlf";
  return line.rejection;
}

/** What init logs about a dropped line, without the place. */
export function initsWords(reason: Rejection, behaviour: SysvinitBehaviour, detail = ""): string {
  return rejectionWords(reason, 0, detail, behaviour);
}

/** The empty line of a CRLF file. */
function isCarriageReturnOnly(text: string): boolean {
  return /^[ \t]*\r\n$/.test(text);
}
