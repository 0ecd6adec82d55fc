// Escapes after a backslash, as `echo`, `printf` and `$'…'` know them.

const single: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** A text with its escapes undone; at `\c` it ends, and so does all output. */
export interface Undone {
  readonly text: string;
  readonly ends: boolean;
}

/** How escapes are written. */
export interface EscapeUse {
  /** An octal number needs a zero in front, as in `echo`. */
  readonly octal: "with-zero" | "plain" | "either";
  /** `\xHH` and `\e`. */
  readonly more: boolean;
}

/** Undoes escapes. */
export function undoEscapes(text: string, { octal, more }: EscapeUse): Undone {
  if (!text.includes("\\")) return { text, ends: false };
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== "\\") {
      result += character;
      continue;
    }
    const rest = text.slice(at + 1, at + 5);
    const next = rest.charAt(0);
    const number =
      (octal !== "plain" ? /^0[0-7]{0,3}/.exec(rest) : null) ??
      (octal !== "with-zero" ? /^[0-7]{1,3}/.exec(rest) : null);
    const hexadecimal = more ? /^x([0-9A-Fa-f]{1,2})/.exec(rest) : null;
    if (next === "c") return { text: result, ends: true };
    if (number !== null) {
      result += String.fromCharCode(Number.parseInt(number[0], 8) & 0xff);
      at += number[0].length;
    } else if (hexadecimal !== null) {
      result += String.fromCharCode(Number.parseInt(hexadecimal[1] ?? "0", 16));
      at += hexadecimal[0].length;
    } else if (more && (next === "e" || next === "E")) {
      result += "\x1b";
      at++;
    } else if (single[next] !== undefined) {
      result += single[next];
      at++;
    } else result += "\\";
  }
  return { text: result, ends: false };
}

/** The text of `$'…'`. */
export function unescaped(text: string): string {
  return undoEscapes(text.replace(/\\(['"?])/g, "$1"), { octal: "plain", more: true }).text;
}
