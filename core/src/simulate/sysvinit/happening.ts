// What can happen to sysvinit, as people write it.

import { listOf } from "../../text/message.ts";
import { type HappeningReading, happens, writes, wrongForm } from "../run/happening.ts";
import { message } from "./message.ts";
import type { ScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const sysvinitHappeningWords: readonly string[] = ["telinit", "signal", "kill", "console", "write"];

type Event = WithoutTime<ScenarioEvent>;
type WithoutTime<Each> = Each extends unknown ? Omit<Each, "at"> : never;

/** What happens, from the first word and the rest. */
export function sysvinitHappening(what: string, rest: string): HappeningReading<Event> {
  const given = rest.split(/\s+/).filter((word) => word !== "");
  const [first, second] = given;
  switch (what) {
    case "telinit":
    case "init":
      if (first === undefined) return { kind: "wrong", why: message("sysvinit.telinit-alone") };
      return happens({ telinit: given.length === 1 ? first : given });
    case "signal": {
      if (first === undefined || given.length > 2) return wrongForm("signal NAME [POWERSTATUS]");
      const signal = first.toUpperCase().replace(/^SIG/, "");
      return happens({ signal, ...(second !== undefined && { powerstatus: second }) });
    }
    case "kill":
      if (first === undefined || given.length > 2) return wrongForm("kill ID [exit|TERM|KILL]");
      if (second === undefined) return happens({ kill: first });
      if (second !== "exit" && second !== "TERM" && second !== "KILL")
        return { kind: "wrong", why: message("happening.ends") };
      return happens({ kill: first, how: second });
    case "console":
      return happens({ console: `${rest}\n` });
    case "write":
      return writes(rest);
    default: {
      const words = listOf(sysvinitHappeningWords, "comma");
      return { kind: "wrong", why: message("happening.none-of", { word: what, words }) };
    }
  }
}
