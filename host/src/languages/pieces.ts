// The texts of a language in pieces, each of which is read when a text of it is first asked for.

import type { LanguageTexts } from "./catalogues.ts";

/** A piece: its ids, and the text for each of them in the same order; empty where the language has none. */
export interface Piece {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

/** The pieces of a language. */
export interface Pieces {
  /** Where the texts are: for each piece the beginnings of its ids, up to a dot or the end. The longest beginning decides. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** The piece of the ids without a place. */
  readonly rest: string;
  readonly load: (piece: string) => Piece;
}

/**
 * The texts of a language. A piece that cannot be read has no texts: an update may have removed the files of a program
 * that still runs.
 */
export function textsInPieces({ places, rest, load }: Pieces): LanguageTexts {
  const pieceOfBeginning = new Map<string, string>();
  for (const [piece, beginnings] of Object.entries(places))
    for (const beginning of beginnings) pieceOfBeginning.set(beginning, piece);
  const pieces = new Map<string, ReadonlyMap<string, string>>();
  const textsOf = (piece: string): ReadonlyMap<string, string> => {
    const known = pieces.get(piece);
    if (known !== undefined) return known;
    const texts = textById(() => load(piece));
    pieces.set(piece, texts);
    return texts;
  };
  return { textOf: (id) => textsOf(pieceOf(id, pieceOfBeginning) ?? rest).get(id) };
}

/** The piece of an id; undefined where it has no place. */
function pieceOf(id: string, pieceOfBeginning: ReadonlyMap<string, string>): string | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf(".", end - 1)) {
    const piece = pieceOfBeginning.get(id.slice(0, end));
    if (piece !== undefined) return piece;
  }
  return undefined;
}

function textById(load: () => Piece): ReadonlyMap<string, string> {
  try {
    const { ids, texts } = load();
    const found = new Map<string, string>();
    for (const [place, text] of texts.entries()) {
      const id = ids[place];
      if (text !== "" && id !== undefined) found.set(id, text);
    }
    return found;
  } catch {
    return new Map();
  }
}
