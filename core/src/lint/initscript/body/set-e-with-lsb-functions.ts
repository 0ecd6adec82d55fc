import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts } from "./body-facts.ts";
import { libraryOf } from "./libraries.ts";
import { errexit } from "./status-fate.ts";

export const setEWithLsbFunctions: ScriptRule = {
  id: "set-e-with-lsb-functions",
  code: "IT846",
  severity: "hint",
  // Many scripts do it and live: off unless asked for.
  group: "nursery",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Functions"],
  docs: {
    what: "`set -e` is on while the functions of `/lib/lsb/init-functions` run.",
    why: "The standard asks scripts not to do so: the functions may use commands that fail, and so may hooks that the library runs.",
    instead: "Check the statuses that matter, and leave `set -e` off.",
    wrong: [
      {
        text: '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start) log_action_msg starting ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  start) log_action_msg starting ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: ["debian"],
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || errexit(script.text, facts.outline) !== "on") return [];
    const library = facts.outline.sourced.find(({ path }) => libraryOf(path) === "lsb");
    if (library === undefined) return [];
    const setting = facts.outline.topLevel.find(
      ({ name, command }) => name === "set" && /\s-\w*e/.test(script.text.slice(command.start, command.end)),
    );
    const range = setting?.command ?? script.lineRange(1);
    if (range.start > library.start) return [];
    return [{ range, message: message("set-e-with-lsb-functions") }];
  },
};
