// What a machine has left of a boot: which processes init started and when, and which levels it entered.

/** What the logs that are known look like. */
export type BootLogForm = "log" | "utmpdump" | "last" | "bootchart" | "rclog";

/**
 * By what a process is named: the key of its record, the whole process field, the name of its command alone, or the runlevel
 * of OpenRC that it enters.
 */
export interface SeenName {
  readonly by: "key" | "process" | "command" | "runlevel";
  readonly name: string;
  /** What else it was called while it ran, the likelier first. */
  readonly others?: readonly string[];
}

/** Something that a log shows. */
export type Seen = {
  /** Seconds from the beginning of the boot; undefined: the log does not say. */
  readonly at: number | undefined;
  /** The line of the log, from 1. */
  readonly line: number;
} & (
  | { readonly kind: "boot" | "down" }
  | { readonly kind: "level"; readonly level: string }
  | { readonly kind: "start"; readonly who: SeenName; readonly pid?: number }
  /** Init starts it no more for a while, since it ends too often. */
  | { readonly kind: "disabled"; readonly who: SeenName }
  /** The number of the process, or where the log has none, what it is called. */
  | { readonly kind: "end"; readonly pid: number }
  | { readonly kind: "end"; readonly who: SeenName; readonly pid?: never }
);

/** The last boot of a log. */
export interface BootLog {
  readonly form: BootLogForm;
  /** What such a log shows of a boot; what it does not show is not missed. */
  readonly shows: "starts" | "levels" | "both" | "runlevels" | "scripts";
  /**
   * What is started on other terminals than the console may be left out: BusyBox without syslog writes about a process on
   * the terminal of the process. Observed: BusyBox 1.38.0 as OpenEmbedded builds it.
   */
  readonly hidesTerminals: boolean;
  /** Things stand in the order in which they happened. */
  readonly isOrdered: boolean;
  readonly seen: readonly Seen[];
}

/** The last boot of what was found, with times from its beginning. A clock that is set while the machine boots counts as standing still. */
export function lastBoot(found: readonly Seen[]): readonly Seen[] {
  const begin = Math.max(
    0,
    found.findLastIndex(({ kind }) => kind === "boot"),
  );
  let before: number | undefined;
  let since = 0;
  return found.slice(begin).map((each) => {
    const { at } = each;
    if (at !== undefined) {
      const passed = before === undefined ? 0 : at - before;
      if (passed > 0 && passed < longestPause) since += passed;
      before = at;
    }
    return { ...each, at: before === undefined ? undefined : Math.round(since * 1000) / 1000 };
  });
}

/** A longer pause within a boot, in seconds, is a clock that was set. */
const longestPause = 6 * 3600;
