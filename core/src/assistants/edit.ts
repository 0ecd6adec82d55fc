// An edit of lines that nobody has written.

/** The lines that are replaced, and what stands there instead. */
export interface LineEdit {
  /** From 1. */
  readonly firstLine: number;
  /** `firstLine - 1` inserts before it. */
  readonly lastLine: number;
  /** The new lines, each with its newline. */
  readonly text: string;
}

/** What the edit makes of a text. */
export type EditedText =
  | { readonly kind: "edited"; readonly text: string; readonly removed: string }
  | { readonly kind: "no-lines"; readonly count: number };

/** Applies an edit to a text in memory. */
export function editLines(before: string, { firstLine, lastLine, text }: LineEdit): EditedText {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (firstLine > lines.length + 1 || lastLine < firstLine - 1 || lastLine > lines.length)
    return { kind: "no-lines", count: lines.length };
  const kept = lines.slice(0, firstLine - 1).join("");
  const removed = lines.slice(firstLine - 1, lastLine).join("");
  return { kind: "edited", text: kept + text + lines.slice(lastLine).join(""), removed };
}
