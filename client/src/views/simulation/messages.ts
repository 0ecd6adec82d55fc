// What the extension and the page of the simulation view tell each other. The page draws and asks; what is simulated, and
// what comes of it, is the extension's and the server's.

import type { Happening, LevelComparison, LevelPicture, ProcessSettings, RecordKey } from "@inittab/core";
import type { Moment, RcVisit, ReloadAnswer, ServiceState, SimulationAnswer } from "@inittab/server/protocol";
import type { SimulationModel } from "./model.ts";
import type { RcWay } from "./rc-way.ts";

/** What the page sends to the extension. */
export type FromPage =
  /** It has loaded and asks for everything. */
  | { readonly kind: "ready" }
  /** The user looks at another time; `moves` counts how often that was so since the page has loaded. */
  | { readonly kind: "cursor"; readonly at: number; readonly moves: number }
  /** It happens at the cursor. */
  | { readonly kind: "happen"; readonly happening: Happening }
  /** The event with this index of the scenario is taken back. */
  | { readonly kind: "take-back"; readonly index: number }
  | { readonly kind: "boot"; readonly words: readonly string[] }
  /** By the key that the lane of the process has. */
  | { readonly kind: "process"; readonly id: string; readonly settings: ProcessSettings | null }
  | { readonly kind: "pass"; readonly seconds: number; readonly moves: number }
  | { readonly kind: "clear" }
  /** Whether edits of the file are something that happens to the machine. */
  | { readonly kind: "edits"; readonly areEvents: boolean }
  | { readonly kind: "reveal"; readonly record: RecordKey }
  /** It wants to know what rc does. */
  | { readonly kind: "follow-rc"; readonly way: RcWay }
  /** It wants to know the services at the cursor. */
  | { readonly kind: "ask-services" }
  | { readonly kind: "show-script"; readonly uri: string }
  /** It wants to know the levels in which the machine can rest. */
  | { readonly kind: "ask-levels" }
  /** The shortest way to one of them is played; by its place in the picture. */
  | { readonly kind: "play-level"; readonly index: number }
  | { readonly kind: "command"; readonly command: PageCommand };

/** The commands of the extension that the page has buttons for. */
export type PageCommand = "save" | "open" | "export" | "compare";

/** What the extension sends to the page. */
export type ToPage =
  | {
      readonly kind: "run";
      readonly uri: string;
      readonly file: string;
      readonly model: SimulationModel;
      /** The moves that were known when the question was asked: a user who has moved since stays there. */
      readonly moves: number;
      readonly answer: SimulationAnswer;
      readonly comparison: LevelComparison | null;
      /** What a reload does in each level, where edits of the file happen to the machine. */
      readonly reload: ReloadAnswer | null;
    }
  | { readonly kind: "moment"; readonly moment: Moment }
  /** Nothing can be simulated now; what was shown before stays. */
  | { readonly kind: "trouble"; readonly text: string }
  /** What rc does in a change of runlevel; null: it is not known. */
  | { readonly kind: "rc"; readonly way: RcWay; readonly visit: RcVisit | null }
  /** The services at the time that was asked about; null: they are not known. */
  | { readonly kind: "services"; readonly services: readonly ServiceState[] | null }
  /** The levels; null: the ways of this file are not searched. */
  | { readonly kind: "levels"; readonly picture: LevelPicture | null }
  /** The cursor of the editor is on the record's line. */
  | { readonly kind: "select"; readonly record: RecordKey };

/** What the page keeps for the time after the window is loaded again. */
export interface PageState {
  readonly uri: string;
  readonly model: SimulationModel;
}
