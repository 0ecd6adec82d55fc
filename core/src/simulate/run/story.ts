// What happens in a simulated run as lines to read: what happens from outside or by itself begins at the margin, what
// init does about it stands below.

/** What a line is about, for its colour. */
export type StoryKind = "outside" | "start" | "end" | "killed" | "message" | "note";

/** One line of the story. */
export interface StoryLine {
  /** Seconds since the boot. */
  readonly at: number;
  /** 0: a cause; 1: what init does about it; 2: what a process does that init has started. */
  readonly depth: 0 | 1 | 2;
  readonly kind: StoryKind;
  /** May hold any character of the user's files. */
  readonly text: string;
  /** The id of a process that gets a signal or ends. */
  readonly id?: string;
}

/** The same items, each shown to somebody else first. */
export function* watched<Item, End>(
  items: Generator<Item, End, undefined>,
  watch: (item: Item) => void,
): Generator<Item, End, undefined> {
  for (let next = items.next(); ; next = items.next()) {
    if (next.done === true) return next.value;
    watch(next.value);
    yield next.value;
  }
}

/** Makes one line of a signal and the end that it brings at once. */
export function* joinLines<End>(
  lines: Generator<StoryLine, End, undefined>,
): Generator<StoryLine, End, undefined> {
  let held: StoryLine | undefined;
  for (let next = lines.next(); ; next = lines.next()) {
    const line = next.done === true ? undefined : next.value;
    const { id } = held ?? {};
    if (held !== undefined && id !== undefined && id === line?.id && line.at === held.at) {
      yield { ...held, text: `${held.text} and${line.text.slice(id.length)}` };
      held = undefined;
      continue;
    }
    if (held !== undefined) yield held;
    held = line;
    if (next.done === true) return next.value;
  }
}
