// What the story tells in addition: `inittab simulate --show env,utmp`.

import { message } from "../message.ts";
import { UsageError } from "../options.ts";

/** What a trace of sysvinit shows in addition. */
export interface Extras {
  readonly show: readonly "env"[];
  readonly utmp: boolean;
}

/** What `--show` asks for. */
export function extrasOf(asked: string | undefined): Extras | undefined {
  if (asked === undefined) return undefined;
  const words = asked.split(",").map((word) => word.trim());
  const odd = words.find((word) => word !== "env" && word !== "utmp");
  if (odd !== undefined) throw new UsageError(message("simulate.show-words", { value: odd }));
  return { show: words.includes("env") ? ["env"] : [], utmp: words.includes("utmp") };
}
