// What can be done to a simulated machine by hand. A view makes its buttons from this, so that it needs to know nothing
// of any init.

import type { ProcessSettings } from "./scenario.ts";

/** Something that happens, without its time: an event of the machine's scenarios, which only the machine reads. */
export type Happening = object;

/** What is offered; a view finds its words by this name. A machine may use any of them, and add some. */
export type OfferName =
  | "telinit"
  | "keyboard-request"
  | "power-fails"
  | "power-low"
  | "power-back"
  | "enter"
  | "process-ends"
  | "process-term"
  | "process-kill"
  | "service-kill"
  | "ctrl-alt-del"
  | "halt"
  | "power-off"
  | "reboot"
  | "reload"
  | "restart"
  | "stop"
  | "continue"
  | "reopen-pipe"
  | "answer";

/** One thing that can be done. */
export interface Offer {
  readonly name: OfferName;
  /** The level of `telinit` or of an answer, or the terminal of `enter`. */
  readonly detail?: string;
  readonly happening: Happening;
}

/** Things that belong together. */
export interface OfferGroup {
  readonly name: "telinit" | "keys" | "enter" | "power" | "going-down" | "init" | "answer";
  readonly offers: readonly Offer[];
}

/** Everything that can be done to a machine. */
export interface Offers {
  readonly groups: readonly OfferGroup[];
  /** Words that init may be started with. */
  readonly bootWords: readonly string[];
  /** Whether there are runlevels, which can be compared. */
  readonly hasRunlevels: boolean;
  /** The member of an event of telinit that says how long it waits between TERM and KILL; undefined: there is none. */
  readonly waitTime?: string;
  /** What can be said of how a process behaves. */
  readonly settings: readonly (keyof ProcessSettings)[];
}
