// What procd does when it enters a state, as far as its inittab says so. Source: spec/openwrt.md, sections 1 and 2.2; observed:
// procd of August 2026 (order, late, two-sysinit, sysinit-short).

import {
  type ProcdAction,
  type ProcdEntry,
  type ScriptsRun,
  scriptsRunOf,
} from "../../../inittab/procd-entries.ts";
import { type ProcdTerminals, procdConsole } from "./terminals.ts";

/** The states in which procd looks at its entries, in the order in which they are entered. */
export const procdStates = ["init", "running", "shutdown"] as const;

/** One of these states. */
export type ProcdState = (typeof procdStates)[number];

/** What is done in a state. */
export type ProcdStep<Entry extends ProcdEntry = ProcdEntry> =
  | {
      readonly kind: "start";
      readonly entry: Entry;
      /** The device that it runs on; null: none is known. */
      readonly device: string | null;
      readonly argv: readonly string[];
      /** The first word is the program that waits for Enter. */
      readonly asks: boolean;
    }
  /** The scripts of /etc/rc.d are run whose names begin with the pattern. */
  | ({ readonly kind: "scripts"; readonly entry: Entry } & ScriptsRun)
  /** The entry has too few words to run scripts: the state is never left. */
  | { readonly kind: "bad-form"; readonly entry: Entry };

/** Inside a state the order is by action, not by line. */
const actionsOfState: Readonly<Record<ProcdState, readonly ProcdAction[]>> = {
  init: ["respawn", "askconsole", "askfirst", "sysinit"],
  running: ["respawnlate", "askconsolelate"],
  shutdown: ["shutdown"],
};

/** What is done in a state, in order. */
export function enterProcdState<Entry extends ProcdEntry>(
  state: ProcdState,
  entries: readonly Entry[],
  terminals: ProcdTerminals,
): readonly ProcdStep<Entry>[] {
  const taken = takenConsole(entries, terminals);
  return actionsOfState[state].flatMap((action) => {
    const chosen = entries.filter((entry) => entry.action === action);
    return countsOnce(action)
      ? chosen.slice(0, 1).map(scripts)
      : chosen.flatMap((entry) => start(entry, taken, terminals));
  });
}

/** Only the first entry with such an action counts. Observed: two-sysinit. */
export function countsOnce(action: ProcdAction): boolean {
  return action === "sysinit" || action === "shutdown";
}

/** The state in which the entries with an action have their turn. */
export function stateOfAction(action: ProcdAction): ProcdState {
  return procdStates.find((state) => actionsOfState[state].includes(action)) ?? "init";
}

/** The program that waits for somebody to press Enter. */
const askfirst = "/sbin/askfirst";

function scripts<Entry extends ProcdEntry>(entry: Entry): ProcdStep<Entry> {
  const run = scriptsRunOf(entry);
  return run === undefined ? { kind: "bad-form", entry } : { kind: "scripts", entry, ...run };
}

function start<Entry extends ProcdEntry>(
  entry: Entry,
  taken: string | undefined,
  terminals: ProcdTerminals,
): readonly ProcdStep<Entry>[] {
  const { id, action, argv } = entry;
  const on = (
    device: string | null,
    words: readonly string[],
    asks: boolean,
  ): readonly ProcdStep<Entry>[] => [{ kind: "start", entry, device, argv: words, asks }];
  switch (action) {
    case "respawn":
    case "respawnlate":
      return on(id, argv, false);
    case "askfirst":
      return terminals.devices.has(id) && id !== taken ? on(id, [askfirst, ...argv], true) : [];
    default: {
      const found = procdConsole(terminals);
      if (found.kind === "missing") return [];
      return on(found.kind === "device" ? found.name : null, [askfirst, ...argv], true);
    }
  }
}

/** The device that an `askconsole` entry has, so that no `askfirst` entry gets it. Observed: console-skips. */
export function takenConsole(entries: readonly ProcdEntry[], terminals: ProcdTerminals): string | undefined {
  if (!entries.some(({ action }) => action === "askconsole")) return undefined;
  const found = procdConsole(terminals);
  return found.kind === "device" ? found.name : undefined;
}
