// What can be asked of a running BusyBox init by a signal. Source: spec/dialects.md, 3.4; observed: BusyBox 1.35.0 to 1.38.0.

import type { Message } from "../../../text/message.ts";
import type { OfferName } from "../../run/offers.ts";
import { message } from "../message.ts";

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
  readonly meaning: Message;
}

/** All requests, those first that people make most. */
export const busyboxRequests: readonly BusyboxRequest[] = [
  { name: "ctrl-alt-del", signal: "INT", meaning: message("busybox.ask-ctrl-alt-del") },
  { name: "halt", signal: "USR1", meaning: message("run.halt") },
  { name: "power-off", signal: "USR2", meaning: message("run.power-off") },
  { name: "reboot", signal: "TERM", meaning: message("run.reboot") },
  { name: "power-fails", signal: "PWR", meaning: message("busybox.ask-power-fails") },
  { name: "reload", signal: "HUP", meaning: message("busybox.ask-reload") },
  { name: "restart", signal: "QUIT", meaning: message("busybox.ask-restart") },
  { name: "stop", signal: "TSTP", meaning: message("busybox.ask-stop") },
  { name: "continue", signal: "CONT", meaning: message("busybox.ask-continue") },
];

/** What a signal asks of init, or undefined. */
export function requestOf(signal: string): BusyboxRequest | undefined {
  return busyboxRequests.find((request) => request.signal === signal);
}
