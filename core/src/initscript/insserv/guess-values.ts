// A script without a usable `Provides`: insserv takes its file name and fills in what the links suggest.

import type { LsbKeyword } from "../facts/lsb-keywords.ts";
import { formatLevels } from "../levels.ts";
import { type Direction, mainService, type Service } from "./graph.ts";
import type { InsservRun } from "./run-state.ts";
import type { ScriptValues } from "./script-header.ts";

const defaultKeyword = { start: "Default-Start", stop: "Default-Stop" } as const;
const requiredKeyword = { start: "Required-Start", stop: "Required-Stop" } as const;

/** Fills in the values that the header lacks. */
export function guessValues(run: InsservRun, values: ScriptValues, script: string): void {
  values.Provides = script;
  const known = run.graph.byName.get(script);
  for (const direction of ["start", "stop"] as const) {
    const required = requiredKeyword[direction];
    const defaults = defaultKeyword[direction];
    if (known !== undefined) {
      const before = isEmpty(values, required) ? neighbour(run, known, direction) : undefined;
      if (before !== undefined) values[required] = before.name;
      const levels = formatLevels(known.node[direction].levels);
      if (isEmpty(values, defaults) && levels !== undefined) values[defaults] = levels;
    }
  }
}

function isEmpty(values: ScriptValues, keyword: LsbKeyword): boolean {
  return values[keyword] === undefined || values[keyword] === "";
}

/** The last known service whose link comes before this one's at start, or after it at stop. */
function neighbour(run: InsservRun, service: Service, direction: Direction): Service | undefined {
  const levels = service.node[direction].levels;
  const found = run.graph.services.findLast((each) => {
    const other = mainService(each);
    const fits =
      direction === "start"
        ? other.startNumber !== 0 && other.startNumber < service.startNumber
        : other.stopNumber !== 0 && other.stopNumber > service.stopNumber;
    return fits && (other.node[direction].levels & levels) !== 0;
  });
  return found === undefined ? undefined : mainService(found);
}
