import type { RcCall } from "@inittab/core";
import { mostRcChanges, type RcChange } from "@inittab/server/protocol";

/** A call of rc and all those before it: what `inittab.followRc` is asked. */
export interface RcWay extends RcChange {
  readonly before: readonly RcChange[];
}

/** The way to one of the calls of a run. */
export function wayTo(calls: readonly RcCall[], index: number): RcWay {
  const change = ({ program, level, previous, openrc }: RcChange): RcChange => ({
    ...{ program, level, previous },
    ...(openrc !== undefined && { openrc }),
  });
  const call = calls[index] ?? ({ program: "rc", level: "", previous: "N" } as const);
  return { ...change(call), before: calls.slice(Math.max(0, index - mostRcChanges), index).map(change) };
}
