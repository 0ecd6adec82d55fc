import type { RcCall } from "@inittab/core";

/** A change of runlevel for which rc is called. */
type RcChange = Pick<RcCall, "level" | "previous">;

/** A call of rc and all those before it: what `inittab.followRc` is asked. */
export interface RcWay extends RcChange {
  readonly before: readonly RcChange[];
}

/** So many calls before are told; what came before them hardly matters. */
const mostCalls = 100;

/** The way to one of the calls of a run. */
export function wayTo(calls: readonly RcCall[], index: number): RcWay {
  const change = ({ level, previous }: RcChange): RcChange => ({ level, previous });
  const call = calls[index] ?? { level: "", previous: "N" };
  return { ...change(call), before: calls.slice(Math.max(0, index - mostCalls), index).map(change) };
}
