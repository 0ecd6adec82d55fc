// What can happen to sysvinit, as people write it.

import {
  type HappeningReading,
  happens,
  signalName,
  type WithoutTime,
  writes,
  wrong,
  wrongForm,
  wrongWord,
} from "../run/happening.ts";
import { message } from "./message.ts";
import type { ScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const sysvinitHappeningWords: readonly string[] = [
  "telinit",
  "signal",
  "kill",
  "kill-service",
  "console",
  "write",
];

type Event = WithoutTime<ScenarioEvent>;

/** What happens, from the first word and the rest. */
export function sysvinitHappening(what: string, rest: string): HappeningReading<Event> {
  const given = rest.split(/\s+/).filter((word) => word !== "");
  const [first, second] = given;
  switch (what) {
    case "telinit":
    case "init":
      if (first === undefined) return wrong(message("sysvinit.telinit-alone"));
      return happens({ telinit: given.length === 1 ? first : given });
    case "signal": {
      if (first === undefined || given.length > 2) return wrongForm("signal NAME [POWERSTATUS]");
      return happens({ signal: signalName(first), ...(second !== undefined && { powerstatus: second }) });
    }
    case "kill":
      if (first === undefined || given.length > 2) return wrongForm("kill ID [exit|TERM|KILL]");
      if (second === undefined) return happens({ kill: first });
      if (second !== "exit" && second !== "TERM" && second !== "KILL")
        return wrong(message("happening.ends"));
      return happens({ kill: first, how: second });
    case "kill-service":
      if (first === undefined || given.length > 1) return wrongForm("kill-service NAME");
      return happens({ killService: first });
    case "console":
      return happens({ console: `${rest}\n` });
    case "write":
      return writes(rest);
    default:
      return wrongWord(what, sysvinitHappeningWords);
  }
}
