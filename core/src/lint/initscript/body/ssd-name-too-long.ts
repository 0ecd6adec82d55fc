import { byteLength } from "../../../text/bytes.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { daemonCall } from "./start-stop-daemon.ts";

/** What the kernel keeps of a process name, in bytes. */
const longestName = 15;

export const ssdNameTooLong: ScriptRule = {
  id: "ssd-name-too-long",
  code: "IT849",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["start-stop-daemon(8)"],
  docs: {
    what: "start-stop-daemon gets a `--name` of more than 15 characters.",
    why: "The kernel keeps the first 15 characters of a process name, so no process ever has the longer name: `--stop` finds nothing, and `--start` starts a second copy.",
    instead: "Give the first 15 characters, or look for the program with `--exec`.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  stop) start-stop-daemon --stop --oknodo --name metrics-collector ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  stop) start-stop-daemon --stop --oknodo --name metrics-collect ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  stop) start-stop-daemon --stop --oknodo --name metrics-collect ;;\nesac\n',
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
      const option = call?.options.find(({ name }) => name === "name");
      if (option?.value === undefined || byteLength(option.value) <= longestName) return [];
      const { value, valueWord, word } = option;
      const said = message("ssd-name-too-long", { value: quoted(value), longest: longestName });
      const range = valueWord ?? word;
      const at = script.text.indexOf(value, range.start);
      const literal = at >= 0 && at + value.length <= range.end && /^[\x20-\x7e]*$/.test(value);
      if (!literal) return [{ range, message: said }];
      const short = value.slice(0, longestName);
      return [
        {
          range,
          message: said,
          fixes: [
            suggestion(
              message("ssd-name-too-long.fix", { short }),
              { start: at, end: at + value.length },
              short,
            ),
          ],
        },
      ];
    });
  },
};
