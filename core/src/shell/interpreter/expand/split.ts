// From the pieces of an expanded word to its fields. POSIX, Shell Command Language, 2.6.5.

import { asPattern } from "./pattern.ts";

/** A piece of a word after its expansions. */
export type Piece =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Nothing in it is special in a pattern. */
      readonly quoted: boolean;
      /** It is the result of an expansion that is split. */
      readonly split: boolean;
    }
  /** Between two arguments of `$@`; the text where they are joined. */
  | { readonly kind: "boundary"; readonly text: string };

/** A field, as text and as a pattern. */
export interface Field {
  readonly text: string;
  readonly pattern: string;
}

/** The fields of a word; a word of which nothing is left, and of which nothing is quoted, has none. */
export function splitFields(pieces: readonly Piece[], separators: string | undefined): readonly Field[] {
  const ifs = separators ?? " \t\n";
  const fields: Field[] = [];
  let field: Field | undefined;
  /** The last field was ended by a blank, with which a separator that is none belongs together. */
  let afterBlank = false;
  const end = () => {
    if (field !== undefined) fields.push(field);
    field = undefined;
  };
  const add = (text: string, pattern: string) => {
    field = { text: (field?.text ?? "") + text, pattern: (field?.pattern ?? "") + pattern };
    afterBlank = false;
  };
  for (const piece of pieces) {
    if (piece.kind === "boundary") {
      end();
      afterBlank = false;
      continue;
    }
    const { text, quoted, split } = piece;
    if (!split) {
      if (quoted || text !== "") add(text, quoted ? asPattern(text) : text);
      continue;
    }
    for (const run of runsOf(text, ifs)) {
      if (run.separator === undefined) add(run.text, run.text);
      else if (run.separator === "blank") {
        afterBlank = field !== undefined || afterBlank;
        end();
      } else if (field !== undefined) end();
      else if (afterBlank) afterBlank = false;
      else fields.push({ text: "", pattern: "" });
    }
  }
  end();
  return fields;
}

interface Run {
  readonly text: string;
  readonly separator: "blank" | "other" | undefined;
}

/** A text as separators and what stands between them. */
function* runsOf(text: string, ifs: string): Generator<Run, void, void> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (!ifs.includes(character)) continue;
    if (at > start) yield { text: text.slice(start, at), separator: undefined };
    yield { text: character, separator: " \t\n".includes(character) ? "blank" : "other" };
    start = at + 1;
  }
  if (text.length > start) yield { text: text.slice(start), separator: undefined };
}

/** The text of pieces that are not split. */
export function joinedText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/** The same as a pattern. */
export function joinedPattern(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "boundary" || piece.quoted ? asPattern(piece.text) : piece.text))
    .join("");
}
