// Words of a user's file in a sentence.

/** A text of the user's file in a message: short, between back-quotes, with its control characters as a shell has them. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 37)}...` : text;
  return `\`${short.replace(/[\0-\x1f\x7f`]/g, escapeSequence)}\``;
}

function escapeSequence(character: string): string {
  if (character === "`") return "'";
  if (character === "\t") return "\\t";
  if (character === "\r") return "\\r";
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** `2`, `2 or 3`, `2, 3 or 5`. */
export function alternatives(words: readonly string[], last = "or"): string {
  const { length } = words;
  return length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words[length - 1]}`;
}

/**
 * "Did you mean": the name, of an action or of another known thing, that was most likely meant; undefined where none is
 * near enough. Letter case and surrounding blanks do not matter.
 */
export function nearestName(word: string, known: readonly { readonly name: string }[]): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted === "" || wanted.length > 40) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { name } of known) {
    const allowed = allowance(Math.min(wanted.length, name.length));
    const prefix = continues(wanted, name);
    if (Math.abs(wanted.length - name.length) > allowed && !prefix) continue;
    const distance = editDistance(wanted, name);
    const near = distance <= allowed || prefix;
    if (near && distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Short words have near neighbours by chance. */
function allowance(length: number): number {
  if (length <= 4) return 1;
  return length <= 7 ? 2 : 3;
}

function continues(wanted: string, name: string): boolean {
  return (name.length >= 5 && wanted.startsWith(name)) || (wanted.length >= 5 && name.startsWith(wanted));
}

/** How many letters must be added, dropped, changed or swapped with their neighbour. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let column = 1; column <= other.length; column++) {
      const same = one[line - 1] === other[column - 1];
      let cost = Math.min(
        (next[column - 1] ?? 0) + 1,
        (row[column] ?? 0) + 1,
        (row[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      if (line > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
