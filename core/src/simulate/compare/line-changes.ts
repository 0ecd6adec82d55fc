// What was changed between two texts, in pieces that can be applied one by one.

/** One line that was taken away, added or replaced. */
interface LineEdit {
  /** The index in the old text, if the line was there. */
  readonly old: number | undefined;
  /** The index in the new text, if it is there. */
  readonly new: number | undefined;
  /** For an added line: the index of the old line that it stands before. */
  readonly before: number;
}

/** Edits that belong together: a line that was moved is taken away and added. */
export interface LineChange {
  readonly edits: readonly LineEdit[];
}

/** Two texts as lines with their line ends, and the changes that lead from one to the other. */
export interface TextChanges {
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly changes: readonly LineChange[];
}

/** Compares two texts line by line; lines with the same id are taken for the same record. */
export function changesBetween(old: string, now: string): TextChanges {
  const one = linesOf(old);
  const other = linesOf(now);
  const edits: LineEdit[] = [];
  for (const gap of gapsBetween(one, other, (line) => line)) {
    const ids = gapsBetween(
      one.slice(gap.old, gap.oldEnd),
      other.slice(gap.new, gap.newEnd),
      idOf,
      (index, partner) =>
        edits.push({ old: gap.old + index, new: gap.new + partner, before: gap.old + index }),
    );
    for (const inner of ids) {
      for (let index = inner.old; index < inner.oldEnd; index++)
        edits.push({ old: gap.old + index, new: undefined, before: gap.old + index });
      for (let index = inner.new; index < inner.newEnd; index++)
        edits.push({ old: undefined, new: gap.new + index, before: gap.old + inner.oldEnd });
    }
  }
  return { old: one, new: other, changes: joinMoves(one, other, edits) };
}

/** The old text with these changes alone. */
export function applyChanges(texts: TextChanges, changes: readonly LineChange[]): string {
  const edits = changes.flatMap((change) => change.edits);
  const replaced = new Map(
    edits.flatMap((edit) => (edit.old === undefined ? [] : [[edit.old, edit] as const])),
  );
  const added = edits
    .filter((edit) => edit.old === undefined)
    .toSorted((one, other) => (one.new ?? 0) - (other.new ?? 0));
  let text = "";
  let next = 0;
  for (let index = 0; index <= texts.old.length; index++) {
    for (let edit = added[next]; edit !== undefined && edit.before <= index; edit = added[++next])
      text = withNewline(text) + texts.new[edit.new ?? -1];
    const line = texts.old[index];
    const edit = replaced.get(index);
    const written = edit === undefined ? line : edit.new === undefined ? undefined : texts.new[edit.new];
    if (written !== undefined) text = withNewline(text) + written;
  }
  return text;
}

/** A line that was the last of its text may have no newline, and is not the last any more. */
function withNewline(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function idOf(line: string): string {
  const id = /^[ \t]*([^:#\s][^:\n]*):/.exec(line)?.[1];
  if (id !== undefined) return `id ${id}`;
  // Where the id is empty, as often in files of BusyBox, action and program make the best name.
  const entry = /^:[^:\n]*:([^:\n]*):(\S+)/.exec(line);
  return entry === null ? line : `entry ${entry[1]} ${entry[2]}`;
}

function joinMoves(
  one: readonly string[],
  other: readonly string[],
  edits: readonly LineEdit[],
): readonly LineChange[] {
  const removed = new Map<string, LineEdit>();
  for (const edit of edits)
    if (edit.old !== undefined && edit.new === undefined) removed.set(idOf(one[edit.old] ?? ""), edit);
  const partners = new Map<LineEdit, LineEdit>();
  for (const edit of edits) {
    if (edit.old !== undefined || edit.new === undefined) continue;
    const id = idOf(other[edit.new] ?? "");
    const partner = removed.get(id);
    if (partner !== undefined && removed.delete(id)) partners.set(edit, partner);
  }
  const joined = new Set(partners.values());
  return edits
    .filter((edit) => !joined.has(edit))
    .map((edit) => {
      const partner = partners.get(edit);
      return { edits: partner === undefined ? [edit] : [partner, edit] };
    });
}

/** A stretch in which the two lists have nothing in common. */
interface Gap {
  readonly old: number;
  readonly oldEnd: number;
  readonly new: number;
  readonly newEnd: number;
}

/** Above this many comparisons the middle of the lists is taken for one gap. */
const mostComparisons = 4_000_000;

/** The gaps between what is common to both lists in the same order; `pair` is called with each common item. */
function gapsBetween(
  one: readonly string[],
  other: readonly string[],
  key: (line: string) => string,
  pair: (index: number, partner: number) => void = () => {},
): readonly Gap[] {
  const old = one.map(key);
  const now = other.map(key);
  let head = 0;
  for (; head < old.length && head < now.length && old[head] === now[head]; head++) pair(head, head);
  let oldEnd = old.length;
  let newEnd = now.length;
  while (oldEnd > head && newEnd > head && old[oldEnd - 1] === now[newEnd - 1]) pair(--oldEnd, --newEnd);
  if (oldEnd === head && newEnd === head) return [];
  if ((oldEnd - head) * (newEnd - head) > mostComparisons) return [{ old: head, oldEnd, new: head, newEnd }];

  // The length of the longest common rest from each pair of places on.
  const width = newEnd - head + 1;
  const rest = new Uint32Array((oldEnd - head + 1) * width);
  for (let row = oldEnd - 1; row >= head; row--)
    for (let column = newEnd - 1; column >= head; column--) {
      const at = (row - head) * width + column - head;
      rest[at] =
        old[row] === now[column]
          ? (rest[at + width + 1] ?? 0) + 1
          : Math.max(rest[at + width] ?? 0, rest[at + 1] ?? 0);
    }
  const gaps: Gap[] = [];
  let from = { old: head, new: head };
  let row = head;
  let column = head;
  const close = () => {
    if (row > from.old || column > from.new)
      gaps.push({ old: from.old, oldEnd: row, new: from.new, newEnd: column });
  };
  while (row < oldEnd && column < newEnd) {
    const at = (row - head) * width + column - head;
    if (old[row] === now[column]) {
      close();
      pair(row++, column++);
      from = { old: row, new: column };
    } else if ((rest[at + width] ?? 0) >= (rest[at + 1] ?? 0)) row++;
    else column++;
  }
  row = oldEnd;
  column = newEnd;
  close();
  return gaps;
}
