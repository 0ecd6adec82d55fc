// What a signal asks of procd. Source: spec/openwrt.md, section 1.

import type { Message } from "../../../text/message.ts";
import type { OfferName } from "../../run/offers.ts";
import { message } from "../message.ts";
import type { ProcdRequest } from "./state.ts";

/** Something that is asked of procd. */
export interface ProcdAsking {
  /** On the command line, and in answers. */
  readonly name: Extract<OfferName, "ctrl-alt-del" | "halt" | "power-off" | "reboot" | "power-fails">;
  /** Without SIG. */
  readonly signal: string;
  readonly how: ProcdRequest;
  /** In a few words. */
  readonly meaning: Message;
}

/** All that can be asked, those first that people ask most. */
export const procdAskings: readonly ProcdAsking[] = [
  { name: "ctrl-alt-del", signal: "INT", how: "reboot", meaning: message("procd.ask-ctrl-alt-del") },
  { name: "reboot", signal: "TERM", how: "reboot", meaning: message("run.reboot") },
  { name: "halt", signal: "USR1", how: "halt", meaning: message("run.halt") },
  { name: "power-off", signal: "USR2", how: "power-off", meaning: message("run.power-off") },
  { name: "power-fails", signal: "PWR", how: "power-off", meaning: message("procd.ask-power-fails") },
];

/** What a signal asks of procd; undefined: nothing. */
export function askingOf(signal: string): ProcdAsking | undefined {
  return procdAskings.find((asking) => asking.signal === signal);
}

/** The signal that procd only logs. */
export const loggedSignal = "HUP";
