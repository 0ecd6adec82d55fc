// Init counts bytes; an editor counts UTF-16 units. A "byte string" here has one character (U+0000 to U+00FF)
// for each byte, so that the byte rules of init can be written with ordinary string functions.

import { past } from "./past.ts";

/** How the characters of a text stand for bytes on disk: as UTF-8, or one byte each. */
export type Encoding = "utf-8" | "latin-1";

const nonAscii = /[^\0-\x7f]/;

/** Whether every character is one byte in any encoding, so that offsets and byte counts are the same. */
export function isAscii(text: string): boolean {
  return !nonAscii.test(text);
}

/** The number of bytes that the text has on disk. A lone surrogate counts as U+FFFD, three bytes. */
export function byteLength(text: string, encoding: Encoding = "utf-8"): number {
  return encoding === "latin-1" || isAscii(text) ? text.length : toByteString(text).length;
}

/** The UTF-8 bytes of a text as a byte string. A lone surrogate becomes U+FFFD, as an encoder would write it. */
export function toByteString(text: string): string {
  if (isAscii(text)) return text;
  let bytes = "";
  for (const character of text) {
    const code = wellFormed(character.codePointAt(0) ?? 0);
    if (code < 0x80) bytes += character;
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000)
      bytes += String.fromCharCode(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else
      bytes += String.fromCharCode(
        0xf0 | (code >> 18),
        continuation(code >> 12),
        continuation(code >> 6),
        continuation(code),
      );
  }
  return bytes;
}

/** The text that a byte string stands for, read as UTF-8; each byte that fits nowhere becomes U+FFFD. */
export function fromByteString(bytes: string): string {
  if (isAscii(bytes)) return bytes;
  let text = "";
  for (let at = 0, next = 0; at < bytes.length; at = past(at, next)) {
    const lead = bytes.charCodeAt(at);
    const size = sequenceLength(lead);
    const code = decode(bytes, at, lead, size);
    text += code === undefined ? "\ufffd" : String.fromCodePoint(code);
    next = code === undefined ? at + 1 : at + size;
  }
  return text;
}

function wellFormed(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

function continuation(code: number): number {
  return 0x80 | (code & 0x3f);
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

const smallest: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

function decode(bytes: string, at: number, lead: number, size: number): number | undefined {
  if (size === 1) return lead;
  if (size === 0 || at + size > bytes.length) return undefined;
  let code = lead & (0xff >> (size + 1));
  for (let next = at + 1; next < at + size; next++) {
    const byte = bytes.charCodeAt(next);
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const valid = code >= (smallest[size] ?? 0) && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? code : undefined;
}
