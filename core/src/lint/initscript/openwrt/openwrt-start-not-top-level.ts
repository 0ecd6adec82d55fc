import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { flattened, functionsOf, isForRcCommon, topLevel } from "./script-facts.ts";

export const openwrtStartNotTopLevel: ScriptRule = {
  id: "openwrt-start-not-top-level",
  code: "IT863",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case start-in-function of OpenWrt"],
  docs: {
    what: "START or STOP is set only in a function.",
    why: "`enable` reads the script and then uses START and STOP, before any function is called.\nThe script gets no link, and `enable` fails silently.",
    instead: "Set START at the top level of the script, outside all functions.",
    wrong: [
      { text: "#!/bin/sh /etc/rc.common\nboot() {\n\tSTART=50\n\tstart\n}\nstart() { /usr/sbin/web; }\n" },
    ],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n" }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (!isForRcCommon(script)) return [];
    // A function that is called where the script is read may set it, and so may a file that is read.
    const functions = functionsOf(script);
    const commands = topLevel(script).flatMap((statement) => (statement.kind === "command" ? statement : []));
    const isKnown = commands.every(
      ({ words: [first] }) => first === undefined || first.text === "extra_command",
    );
    if (!isKnown) return [];
    const set = new Set(commands.flatMap(({ assignments }) => assignments.map(({ name }) => name)));
    return [...functions.values()].flatMap(({ body }) =>
      flattened(body).flatMap((statement) =>
        statement.kind === "command" && statement.words.length === 0
          ? statement.assignments.flatMap((assignment) =>
              (assignment.name === "START" || assignment.name === "STOP") && !set.has(assignment.name)
                ? [
                    {
                      range: assignment,
                      message: message("openwrt-start-not-top-level", { name: assignment.name }),
                    },
                  ]
                : [],
            )
          : [],
      ),
    );
  },
};
