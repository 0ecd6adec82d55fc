// What the debugger needs from outside: somebody who opens the inittab that is debugged, and the scripts around it.

import type {
  AnyScenario,
  Lane,
  LinePlace,
  Localizer,
  Message,
  RcCall,
  RcVisit,
  ScriptOutline,
  SimulatedInit,
} from "@inittab/core";

/** What is asked for in `launch`, as far as it makes sense. */
export interface LaunchQuestion {
  /** The path or the address of an inittab, or of a scenario. */
  readonly program: string;
  /** A scenario around it: an object, or the path of a file. */
  readonly scenario?: object | string;
  readonly dialect?: string;
  /** The release of init. */
  readonly init?: string;
  /** The level that is booted into. */
  readonly level?: string;
  /** The words that init is started with. */
  readonly bootArgs?: readonly string[];
  /** The root of the system whose scripts rc calls. */
  readonly root?: string;
  /** The end of the run, in seconds. */
  readonly until?: number;
}

/** A record, or a line that init drops, and where an editor shows it. */
export interface DebugLane extends Lane {
  /** Lines from 0; null: in no file that could be shown. */
  readonly place: LinePlace | null;
}

/** A script that rc calls. */
export interface DebugScript {
  /** Where arms stand, and what they are for. */
  readonly outline: Pick<ScriptOutline, "arms"> | undefined;
  readonly text: string;
}

/** A boot that can be debugged. */
export interface Boot {
  readonly machine: SimulatedInit;
  readonly scenario: AnyScenario;
  /** The path or address under which clients show the inittab. */
  readonly table: string;
  readonly lanes: readonly DebugLane[];
  /** What rc does in each of the calls; undefined if that is not known. */
  readonly visitsOf: (calls: readonly RcCall[]) => Promise<readonly (RcVisit | undefined)[]>;
  /** A script, by an address that a visit or a client names; undefined: there is none. */
  readonly scriptAt: (address: string) => Promise<DebugScript | undefined>;
}

/** What a debugger may use of the program around it. */
export interface DebugHost {
  readonly localizer: () => Localizer;
  /** Opens what `launch` names; a message: why it cannot be debugged. */
  readonly open: (question: LaunchQuestion) => Promise<{ readonly boot: Boot } | { readonly why: Message }>;
  /** One name for all ways to write an address. */
  readonly keyOf: (address: string) => string;
}
