// An rc folder as insserv and chkconfig change it.

/** The entries of a folder. */
export interface RcFolderEntries<Entry extends { readonly name: string }> {
  /** In the order of the folder: the newest first. */
  list(): readonly Entry[];
  has(name: string): boolean;
  /** The entries that have this key, in the order of the folder. */
  withKey(key: string): readonly Entry[];
  /** Puts an entry at the beginning; one of the same name must not be there. */
  add(entry: Entry): void;
  remove(name: string): void;
}

/** A folder with these entries; `keyOf` says by what an entry is found besides its name. */
export function rcFolderOf<Entry extends { readonly name: string }>(
  given: readonly Entry[],
  keyOf: (name: string) => string | undefined,
): RcFolderEntries<Entry> {
  // Both from the folder's end to its beginning, so that what is new comes last.
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<Entry>>();
  const add = (entry: Entry): void => {
    entries.set(entry.name, entry);
    const key = keyOf(entry.name);
    if (key === undefined) return;
    const same = byKey.get(key) ?? new Set();
    byKey.set(key, same);
    same.add(entry);
  };
  for (const entry of given.toReversed()) add(entry);
  return {
    list: () => [...entries.values()].toReversed(),
    has: (name) => entries.has(name),
    withKey: (key) => [...(byKey.get(key) ?? [])].toReversed(),
    add,
    remove: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return;
      entries.delete(name);
      byKey.get(keyOf(name) ?? "")?.delete(entry);
    },
  };
}
