// The pieces in which programs read the texts of a language. A piece has the texts that are needed together, so that no
// check pays for the manual; and they are few, because each file that is read costs as much as a hundred texts.

/** The pieces, and the names of the files in languages/ whose texts they have, without the ending; the first that fits. */
const pieces = {
  site: /^site/,
  // Logs of boots and assistants of other programs are the business of the command line alone.
  cli: /^(?:cli|boot-log|assistants)/,
  rules: /^lint.*-rules$/,
  script: /^lint-(?!inittab$)/,
  manual: /^(?:manual|programs)/,
  said: /^program-messages/,
  simulate: /^(?:simulate|verify|debugger|policy|server)/,
  first: /^/,
};

/** What most runs need, such as the findings in an inittab, and all that has no room of its own. */
export const firstPiece = "first";

/** The texts of the command line that each check needs. */
const ofEachCheck = /^check\.(?!about|usage|option|summary|exit)/;

/** The piece of whatever has no other place: the one with the most places. */
export const restPiece = "script";

/** The ids of the texts in each piece. Languages may be divided into files in other ways: the first that has a text decides. */
export function idsByPiece(files) {
  const pieceById = new Map();
  for (const { name, texts } of files)
    for (const id of Object.keys(texts))
      if (!pieceById.has(id)) pieceById.set(id, ofEachCheck.test(id) ? firstPiece : pieceOfFile(name));
  const ids = Object.fromEntries(Object.keys(pieces).map((piece) => [piece, []]));
  for (const [id, piece] of pieceById) ids[piece].push(id);
  return ids;
}

function pieceOfFile(name) {
  const base = name.replace(/\.json$/, "");
  return Object.keys(pieces).find((piece) => pieces[piece].test(base));
}

/**
 * Where the texts of each piece are: the beginnings of their ids, up to a dot or the end. The longest beginning of an id
 * that has a place decides.
 */
export function placesOf(ids) {
  const root = branch();
  for (const [piece, those] of Object.entries(ids))
    for (const id of those) {
      let at = root;
      for (const word of id.split(".")) {
        if (!at.branches.has(word)) at.branches.set(word, branch());
        at = at.branches.get(word);
        at.counts.set(piece, (at.counts.get(piece) ?? 0) + 1);
      }
    }
  const places = Object.fromEntries(Object.keys(ids).map((piece) => [piece, []]));
  for (const [word, next] of root.branches) putDown(next, word, restPiece, places);
  return places;
}

function branch() {
  return { counts: new Map(), branches: new Map() };
}

/** Puts down the beginnings whose piece is not that of the next shorter beginning. */
function putDown({ counts, branches }, beginning, around, places) {
  const [[piece]] = [...counts].sort(([, one], [, other]) => other - one);
  if (piece !== around) places[piece].push(beginning);
  if (counts.size > 1)
    for (const [word, next] of branches) putDown(next, `${beginning}.${word}`, piece, places);
}
