// OpenRC's programs, by their names.

import { changeRunlevel, overrideNext } from "./openrc.ts";
import { type OptionTable, readOptions } from "./options.ts";
import { rcDepend } from "./rc-depend.ts";
import { openrcRun, rcService } from "./rc-service.ts";
import { rcStatus } from "./rc-status.ts";
import { rcUpdate } from "./rc-update.ts";
import type { Work } from "./tasks.ts";
import type { OpenrcProcess, OpenrcWorld } from "./world.ts";

/** A program of OpenRC's: what it does with its arguments; it ends with its exit status. */
export type OpenrcProgram = (world: OpenrcWorld, args: readonly string[], process: OpenrcProcess) => Work;

/** The programs by their names. */
export const openrcPrograms: Readonly<Record<string, OpenrcProgram>> = {
  openrc,
  "openrc-run": openrcRun,
  "rc-depend": rcDepend,
  "rc-service": rcService,
  "rc-status": rcStatus,
  "rc-update": rcUpdate,
};

const table: OptionTable = {
  names: { n: "no-stop", o: "override", s: "service", S: "sys", q: "quiet", v: "verbose" },
  withValue: "os",
  untilWord: true,
};

function* openrc(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  const { letters, values, words } = readOptions(args, table);
  const [next] = values.get("o") ?? [];
  if (next !== undefined) return overrideNext(world, next, process);
  const [service] = values.get("s") ?? [];
  if (service !== undefined) return yield* rcService(world, [service, ...words], process);
  return yield* changeRunlevel(world, { level: words[0], noStop: letters.has("n") }, process);
}
