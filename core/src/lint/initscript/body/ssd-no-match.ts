import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { daemonCall, matchingOptions } from "./start-stop-daemon.ts";

export const ssdNoMatch: ScriptRule = {
  id: "ssd-no-match",
  code: "IT847",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["start-stop-daemon(8)", "observed: start-stop-daemon of dpkg 1.21"],
  docs: {
    what: "start-stop-daemon gets no option that says which processes are meant.",
    why: "It only reports that such an option is required and ends with 3, or with 4 for `--status`: nothing is started or stopped.\n`--startas` says what to run, not what to look for.",
    instead: `Give one of ${matchingOptions.map((name) => `\`${name}\``).join(", ")}.`,
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --quiet --startas /usr/sbin/svcd ;;\n  stop) start-stop-daemon -K -p /run/svcd.pid ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon -S -qx /usr/sbin/svcd ;;\n  stop) start-stop-daemon --stop $SSD_OPTIONS ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    return everyCommand(facts.outline).flatMap(({ reached }) => {
      const call = daemonCall(facts.outline, reached);
      if (call?.command === undefined || !call.complete || call.options.some(({ matches }) => matches))
        return [];
      const said = message("ssd-no-match", {
        matchingOptions: listOf(matchingOptions, "or"),
        value: call.command === "status" ? 4 : 3,
      });
      return [{ range: reached.command, message: said }];
    });
  },
};
