// The lists from which a user chooses how a file is read. The page was built with them; the server says which init a file
// is for.

/** The settings of one file. */
export interface FileSettings {
  /** By their names below `inittab`, without those that are left as they are. */
  readonly values: () => Readonly<Record<string, string>>;
  /** The section `inittab` as a server is told it. */
  readonly section: () => object;
  /** Only what counts for the init of the file is shown; undefined where there is none. */
  readonly showFor: (dialect: string | undefined) => void;
}

/** Brings the lists of a side to life; what is no value of a list is left out. */
export function createSettings(
  root: HTMLElement,
  { values, isScript }: { readonly values: Readonly<Record<string, string>>; readonly isScript: boolean },
  onChange: () => void,
): FileSettings {
  const lists = [...root.querySelectorAll("select")];
  for (const list of lists) {
    const wanted = values[list.name];
    if (wanted !== undefined && [...list.options].some(({ value }) => value === wanted)) list.value = wanted;
    list.addEventListener("change", onChange);
    const field = fieldOf(list);
    if (field !== undefined) field.hidden = (field.dataset["of"] === "script") !== isScript;
  }
  const isChosen = (list: HTMLSelectElement) => !list.options[list.selectedIndex]?.defaultSelected;
  const chosen = () => lists.filter(isChosen).map(({ name, value }) => [name, value] as const);
  return {
    values: () => Object.fromEntries(chosen()),
    section: () => nested(chosen()),
    showFor: (dialect) => {
      for (const list of lists) {
        const field = fieldOf(list);
        const of = field?.dataset["init"];
        if (field !== undefined && of !== undefined) field.hidden = of !== dialect;
      }
    },
  };
}

function fieldOf(list: HTMLSelectElement): HTMLElement | undefined {
  return list.closest("label") ?? undefined;
}

/** `busybox.release` is a member of a member. */
function nested(entries: readonly (readonly [string, string])[]): object {
  const section: Record<string, unknown> = {};
  const groups = new Map<string, Record<string, string>>();
  for (const [name, value] of entries) {
    const [first = "", second] = name.split(".");
    if (second === undefined) section[first] = value;
    else {
      const group = groups.get(first) ?? {};
      group[second] = value;
      groups.set(first, group);
    }
  }
  return { ...section, ...Object.fromEntries(groups) };
}
