// A whole init script to begin with, and how it is handed out. Each family brings its own.

/** A place that the writer fills in; places with the same number get the same text. */
export interface SkeletonPlace {
  readonly number: number;
  readonly text: string;
}

/** A script in pieces: plain text and places to fill in. */
export type Skeleton = readonly (string | SkeletonPlace)[];

/** A skeleton as the text of a file. */
export function skeletonText(skeleton: Skeleton): string {
  return skeleton.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** A skeleton as a snippet of the language server protocol. */
export function skeletonSnippet(skeleton: Skeleton): string {
  const escaped = (text: string): string => text.replace(/[\\$}]/g, "\\$&");
  return skeleton
    .map((piece) =>
      typeof piece === "string" ? escaped(piece) : `\${${piece.number}:${escaped(piece.text)}}`,
    )
    .join("");
}
