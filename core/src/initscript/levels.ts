// Sets of runlevels as insserv keeps them: one bit for each of 0 to 6, and one for S.

/** A set of the levels 0 to 6 and S. */
export type LevelSet = number;

/** The levels that have an rc folder, in the order in which insserv visits them. */
export const rcLevels = ["0", "1", "2", "3", "4", "5", "6", "S"] as const;

/** A level that has an rc folder. */
export type RcLevel = (typeof rcLevels)[number];

/** The bit of level S, the boot phase. */
export const bootLevel: LevelSet = 1 << 7;

/** The levels 0 to 6. */
export const normalLevels: LevelSet = bootLevel - 1;

/** The set with this one level. */
export function levelBit(level: RcLevel): LevelSet {
  return 1 << rcLevels.indexOf(level);
}

/** The level of this name; undefined where it has no rc folder. */
export function findRcLevel(name: string): RcLevel | undefined {
  return rcLevels.find((level) => level === name);
}

/** What a list of runlevels means to insserv: the set, or the word that ends the program. */
export interface LevelReading {
  readonly levels: LevelSet;
  /** `B` or `b`, which insserv takes for a level and then does not know. */
  readonly wrong: boolean;
}

/** Reads a list of runlevels as insserv does: words of one character count, all others are passed over. */
export function readLevels(value: string): LevelReading {
  let levels = 0;
  for (const word of value.split(/[ ,;\t]/)) {
    if (/^[bB]$/.test(word)) return { levels, wrong: true };
    const level = findRcLevel(word === "s" ? "S" : word);
    if (level !== undefined) levels |= levelBit(level);
  }
  return { levels, wrong: false };
}

/** The set as insserv prints it, `2 3 S`; undefined for the empty set. */
export function formatLevels(levels: LevelSet): string | undefined {
  const words = rcLevels.filter((level) => (levels & levelBit(level)) !== 0);
  return words.length === 0 ? undefined : words.join(" ");
}
