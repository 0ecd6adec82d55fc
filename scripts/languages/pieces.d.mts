import type { LanguageFile } from "./folders.mjs";

/** The piece that most runs need; its ids stand beside the places of all. */
export const firstPiece: string;

/** The piece of whatever has no other place. */
export const restPiece: string;

/** The ids of the texts in each piece. */
export function idsByPiece(files: readonly LanguageFile[]): Readonly<Record<string, readonly string[]>>;

/** Where the texts of each piece are: the beginnings of their ids. */
export function placesOf(
  ids: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>>;
