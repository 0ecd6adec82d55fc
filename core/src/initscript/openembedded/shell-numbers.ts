// How the shells print a number with `printf %02d`, which reads a leading zero as octal. Spec/embedded.md, section 2.5;
// observed: update-rc.d 0.7 and 0.8 under BusyBox ash 1.38.0, dash 0.5.12, bash 5.2.

import type { UpdateRcdShell } from "./update-rc-d-system.ts";

/** A number as it is printed, and what the shell complains about. */
export interface PrintedNumber {
  readonly text: string;
  readonly complaint: string | undefined;
}

/** `printf %02d WORD`. */
export function printedNumber(word: string, shell: UpdateRcdShell): PrintedNumber {
  const { value, rest } = readNumber(word);
  // An empty word is 0 for all, and a mistake for BusyBox alone.
  const isRight = rest === "" && (word !== "" || shell !== "ash");
  if (isRight) return { text: twoDigits(value), complaint: undefined };
  switch (shell) {
    case "ash":
      return { text: "00", complaint: `sh: invalid number '${word}'` };
    case "dash": {
      const why = rest === word ? "expected numeric value" : "not completely converted";
      return { text: twoDigits(value), complaint: `/usr/sbin/update-rc.d: 1: printf: ${word}: ${why}` };
    }
    case "bash": {
      const why = /^[+-]?0\d/.test(word) ? "invalid octal number" : "invalid number";
      return { text: twoDigits(value), complaint: `/usr/sbin/update-rc.d: printf: ${word}: ${why}` };
    }
  }
}

/** What `expr WORD + 0` prints: empty for what is no decimal number. */
export function calculated(word: string): PrintedNumber {
  if (!/^[+-]?\d+$/.test(word)) return { text: "", complaint: "expr: non-numeric argument" };
  return { text: String(Number(word)), complaint: undefined };
}

/** As the C library reads a number with base 0: what it makes of the beginning, and what is left. */
function readNumber(word: string): { readonly value: number; readonly rest: string } {
  const [whole = "", sign = "", digits = ""] =
    /^\s*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(word) ?? [];
  if (whole === "") return { value: 0, rest: word };
  const size = /^0[xX]/.test(digits)
    ? Number.parseInt(digits.slice(2), 16)
    : Number.parseInt(digits, digits.startsWith("0") ? 8 : 10);
  return { value: sign === "-" ? -size : size, rest: word.slice(whole.length) };
}

function twoDigits(value: number): string {
  return value < 0 ? `-${String(-value)}` : String(value).padStart(2, "0");
}
