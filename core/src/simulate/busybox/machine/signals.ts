// What can be asked of a running BusyBox init by a signal. Source: spec/dialects.md, 3.4; observed: BusyBox 1.35.0.

import type { OfferName } from "../../run/offers.ts";

/** Something that is asked of init. */
export interface BusyboxRequest {
  /** On the command line, and in answers. */
  readonly name: Extract<
    OfferName,
    | "ctrl-alt-del"
    | "halt"
    | "power-off"
    | "reboot"
    | "power-fails"
    | "reload"
    | "restart"
    | "stop"
    | "continue"
  >;
  /** Without SIG. */
  readonly signal: string;
  /** In a few words. */
  readonly meaning: string;
}

/** All requests, those first that people make most. */
export const busyboxRequests: readonly BusyboxRequest[] = [
  { name: "ctrl-alt-del", signal: "INT", meaning: "Ctrl-Alt-Del" },
  { name: "halt", signal: "USR1", meaning: "halt" },
  { name: "power-off", signal: "USR2", meaning: "power off" },
  { name: "reboot", signal: "TERM", meaning: "reboot" },
  { name: "power-fails", signal: "PWR", meaning: "the power supply: halt" },
  { name: "reload", signal: "HUP", meaning: "read the file again" },
  { name: "restart", signal: "QUIT", meaning: "become the program of the restart entry" },
  { name: "stop", signal: "TSTP", meaning: "stand still" },
  { name: "continue", signal: "CONT", meaning: "go on" },
];

/** What a signal asks of init, or undefined. */
export function requestOf(signal: string): BusyboxRequest | undefined {
  return busyboxRequests.find((request) => request.signal === signal);
}
