// How values are written for people.

import type { SeenValue } from "@inittab/core";
import type { State } from "./state.ts";

/** How numbers are written. */
export interface ValueFormat {
  readonly hex: boolean;
}

/** A value in words, or as it is. */
export function shownValue(
  state: Pick<State, "host">,
  { value, shown, parts }: SeenValue,
  { hex }: ValueFormat = { hex: false },
): string {
  if (shown !== undefined) return state.host.localizer().text(shown);
  if (value === undefined) return `{${(parts ?? []).map(({ name }) => name).join(", ")}}`;
  if (typeof value === "number" && hex && Number.isInteger(value))
    return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
  return typeof value === "string" ? value : String(value);
}

/** The type of a value, as the protocol shows it. */
export function typeOf({ value, shown }: SeenValue): string {
  if (shown !== undefined) return "text";
  if (value === undefined) return "object";
  return value === null ? "null" : typeof value === "string" ? "text" : typeof value;
}
