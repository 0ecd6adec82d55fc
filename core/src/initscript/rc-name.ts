// The names of rc links.

/** A link's name taken apart: letter, number, rest. */
export interface RcName {
  readonly letter: "S" | "K";
  /** All digits after the letter. */
  readonly order: number;
  /** All after the letter and two more characters, even if there are more than two digits. */
  readonly rest: string;
}

/** Takes a link's name apart as insserv does; undefined unless it is a letter and at least two digits. */
export function parseRcName(name: string): RcName | undefined {
  const match = /^[SK](\d{2,})/.exec(name);
  if (match === null) return undefined;
  return { letter: name.startsWith("S") ? "S" : "K", order: Number(match[1]), rest: name.slice(3) };
}

/** The name of a link: letter, two digits, name. */
export function rcName(letter: "S" | "K", order: number, name: string): string {
  return `${letter}${String(order).padStart(2, "0")}${name}`;
}

/** The names in each non-empty folder, in byte order. */
export function folderNames(
  links: ReadonlyMap<string, readonly { readonly name: string }[]>,
): Record<string, string[]> {
  const folders = [...links].filter(([, list]) => list.length > 0);
  return Object.fromEntries(folders.map(([level, list]) => [level, list.map(({ name }) => name).toSorted()]));
}
