// What the page shows: the last answers, and what the user has chosen in the page itself.

import type {
  Happening,
  LevelComparison,
  LevelPicture,
  ProcessInterval,
  ProcessSettings,
  RecordKey,
  SentSignal,
} from "@inittab/core";
import type {
  Moment,
  RcVisit,
  ReloadAnswer,
  ServiceState,
  SimulationAnswer,
  SimulationWhole,
} from "@inittab/server/protocol";
import { laneKey } from "../../views/simulation/lane-key.ts";
import type { PageCommand } from "../../views/simulation/messages.ts";
import type { SimulationModel } from "../../views/simulation/model.ts";

/** The tabs below the timeline. */
export const tabs = [
  "console",
  "processes",
  "environment",
  "story",
  "record",
  "comparison",
  "reload",
  "levels",
] as const;

/** One of the tabs. */
export type Tab = (typeof tabs)[number];

/** A part of the time since the boot, in seconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Everything that is drawn. */
export interface View {
  readonly file: string;
  readonly model: SimulationModel;
  readonly answer: SimulationAnswer;
  readonly whole: SimulationWhole;
  readonly moment: Moment;
  readonly comparison: LevelComparison | null;
  readonly reload: ReloadAnswer | null;
  /** By lane: the lives of its process. */
  readonly lives: ReadonlyMap<string, readonly ProcessInterval[]>;
  readonly signals: ReadonlyMap<string, readonly SentSignal[]>;
  /** Seconds. While the simulation plays it is ahead of the moment. */
  readonly cursor: number;
  /** The part of time that is shown; null: all that happens. */
  readonly zoom: TimeWindow | null;
  /** The lane that is chosen. */
  readonly selected: string | null;
  /** The script below it that is chosen, by its place; null: the lane itself. */
  readonly script: number | null;
  /** The lanes that show the scripts that rc runs. */
  readonly opened: ReadonlySet<string>;
  /** What rc does, by the way to it; null: the file has no scripts around it. */
  readonly visits: ReadonlyMap<string, RcVisit | null>;
  /** The services at the cursor; empty where rc starts none, or they are not known yet. */
  readonly services: readonly ServiceState[];
  /** The levels in which the machine can rest; null: nobody searches its ways; undefined: not known yet. */
  readonly levels: LevelPicture | null | undefined;
  readonly tab: Tab;
  /** Lanes of records that never run are left out. */
  readonly onlyRunning: boolean;
}

/** What the parts of the page can ask for. */
export interface Actions {
  readonly moveTo: (at: number) => void;
  /** To the next moment at which something happens, or to the one before. */
  readonly step: (direction: 1 | -1) => void;
  readonly playOrPause: () => void;
  readonly isPlaying: () => boolean;
  readonly happen: (happening: Happening) => void;
  readonly takeBack: (index: number) => void;
  readonly boot: (words: readonly string[]) => void;
  readonly behave: (id: string, settings: ProcessSettings | null) => void;
  readonly pass: (seconds: number) => void;
  readonly clear: () => void;
  /** Whether edits of the file are something that happens to the machine. */
  readonly takeEdits: (areEvents: boolean) => void;
  readonly select: (key: string, reveal: boolean) => void;
  /** A script below a lane; `show` also opens it in the editor. */
  readonly selectScript: (key: string, index: number, show: boolean) => void;
  /** Shows or hides the scripts below a lane. */
  readonly open: (key: string, isOpen: boolean) => void;
  readonly show: (tab: Tab) => void;
  /** Plays the shortest way to a level of the picture. */
  readonly playLevel: (index: number) => void;
  readonly filter: () => void;
  readonly zoom: (factor: number | null) => void;
  readonly command: (command: PageCommand) => void;
}

/** The values by the lane that they belong to. */
export function byLane<T extends { readonly record: RecordKey }>(
  values: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const lanes = new Map<string, T[]>();
  for (const value of values) {
    const key = laneKey(value.record);
    const known = lanes.get(key);
    if (known === undefined) lanes.set(key, [value]);
    else known.push(value);
  }
  return lanes;
}

/** The part of the time that is shown: a window that the cursor has left goes after it. */
export function follow(zoom: View["zoom"], cursor: number): View["zoom"] {
  if (zoom === null || (zoom.from <= cursor && cursor <= zoom.to)) return zoom;
  const width = zoom.to - zoom.from;
  const from = Math.max(0, cursor - width / 4);
  return { from, to: from + width };
}
