// The orders in which shells and ls list names.

import type { BootEntry, BootShell } from "./model.ts";

/** The order of the bytes of names in UTF-8, which is that of their code points. */
export function byBytesOf(one: string, other: string): number {
  const [first, second] = [[...one], [...other]];
  for (const [at, char] of first.entries()) {
    const against = second[at];
    if (against === undefined) return 1;
    const difference = (char.codePointAt(0) ?? 0) - (against.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

/**
 * The order of English in the C library: letters and digits decide whatever their case, then small letters come first,
 * then the rest counts. Observed: bash 5.2 and coreutils' ls with en_US.UTF-8.
 */
function byLanguage(one: string, other: string): number {
  const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "");
  const [first, second] = [plain(one), plain(other)];
  return (
    byBytesOf(first.toLowerCase(), second.toLowerCase()) ||
    byBytesOf(swappedCase(first), swappedCase(second)) ||
    byBytesOf(one, other)
  );
}

function swappedCase(name: string): string {
  return name.replace(/[a-zA-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** The order in which a shell expands a pattern. */
export function inShellOrder<Entry extends Pick<BootEntry, "name">>(
  entries: readonly Entry[],
  { name, locale }: Pick<BootShell, "name" | "locale">,
): readonly Entry[] {
  const compare = name === "bash" && locale ? byLanguage : byBytesOf;
  return entries.toSorted((one, other) => compare(one.name, other.name));
}

/** The order of `ls -r`. */
export function inReverseListOrder(
  names: readonly string[],
  { gnuLs, locale }: Pick<BootShell, "gnuLs" | "locale">,
): readonly string[] {
  const compare = gnuLs && locale ? byLanguage : byBytesOf;
  return names.toSorted((one, other) => compare(other, one));
}

/** The order of `ls -v`: numbers in names count as numbers. */
export function byVersion(one: string, other: string): number {
  const parts = (name: string): readonly string[] => name.match(/\d+|\D+/g) ?? [];
  const [first, second] = [parts(one), parts(other)];
  for (const [at, part] of first.entries()) {
    const against = second[at];
    if (against === undefined) return 1;
    const numbers = /^\d/.test(part) && /^\d/.test(against);
    const difference = numbers ? Number(part) - Number(against) : byBytesOf(part, against);
    if (difference !== 0) return difference;
  }
  return first.length - second.length || byBytesOf(one, other);
}

/** How many bytes a name has in UTF-8; a question mark of a shell's pattern stands for one of them where there is no language. */
export function byteLength(name: string): number {
  let bytes = 0;
  for (const char of name) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
