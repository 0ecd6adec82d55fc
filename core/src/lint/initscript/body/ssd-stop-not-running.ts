import { reachOf } from "../../../initscript/script/lock-behaviour.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts } from "./body-facts.ts";
import { daemonCall } from "./start-stop-daemon.ts";
import { errexit, statusFate } from "./status-fate.ts";

export const ssdStopNotRunning: ScriptRule = {
  id: "ssd-stop-not-running",
  code: "IT848",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["start-stop-daemon(8)", "LSB Core, Init Script Actions"],
  docs: {
    what: "`stop` ends with the status of `start-stop-daemon --stop`, which is 1 if nothing is running.",
    why: "According to the standard, stopping a service that is not running is a success; an update that stops it first fails here.",
    instead: "Add `--oknodo`.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) start-stop-daemon --stop --pidfile /run/svcd.pid ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) start-stop-daemon --stop --oknodo --pidfile /run/svcd.pid ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) start-stop-daemon --stop --oknodo --pidfile /run/svcd.pid ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) start-stop-daemon --stop --pidfile /run/svcd.pid || true ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "headers",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    // Under `set -e` another rule speaks of the same call.
    if (facts === undefined || errexit(script.text, facts.outline) !== "off") return [];
    const reach = reachOf(facts.outline, script.name, "stop");
    const calls = reach?.commands.filter(({ name }) => name === "start-stop-daemon") ?? [];
    return calls.flatMap((reached) => {
      const call = daemonCall(facts.outline, reached);
      if (reach === undefined || call?.command !== "stop" || !call.complete) return [];
      const names = new Set(call.options.map(({ name }) => name));
      if (names.has("oknodo") || names.has("test")) return [];
      if (statusFate(facts, reach, reached).kind !== "script") return [];
      const stop = call.options.find(({ name }) => name === "stop")?.word;
      return [
        {
          range: reached.command,
          message: message("ssd-stop-not-running"),
          fixes:
            stop?.text.startsWith("--") === true
              ? [
                  suggestion(
                    message("ssd-stop-not-running.fix"),
                    { start: stop.end, end: stop.end },
                    " --oknodo",
                  ),
                ]
              : [],
        },
      ];
    });
  },
};
