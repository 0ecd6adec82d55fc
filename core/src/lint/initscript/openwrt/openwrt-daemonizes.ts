import { plainText } from "../../../initscript/script/plain-text.ts";
import { calledProgram, fateOf, foregroundOptions } from "../../../programs/called.ts";
import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { instancesOf } from "./instances.ts";

const service = (command: string): string =>
  `#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command ${command}\n\tprocd_set_param respawn\n\tprocd_close_instance\n}\n`;

export const openwrtDaemonizes: ScriptRule = {
  id: "openwrt-daemonizes",
  code: "IT874",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["procd, service/instance.c", "the manual pages of the programs"],
  docs: {
    what: "An instance of procd runs a program that puts itself into the background.",
    why: "procd watches the process that it has started, and that process ends immediately.\nWith `respawn`, the service is started again and again until procd gives up; without it, procd considers the service ended, and `stop` does not reach it.",
    instead: "Give the program the option that keeps it in the foreground.",
    wrong: [{ text: service("/usr/sbin/dropbear -p 22") }],
    right: [{ text: service("/usr/sbin/dropbear -F -p 22") }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) =>
    instancesOf(script).flatMap(({ command: { start, end }, words }) => {
      const texts = words.map((word) => ({ start: word.start, end: word.end, text: plainText(word) }));
      const known = texts.flatMap(({ text, ...range }) => (text === undefined ? [] : [{ ...range, text }]));
      // A word that is made may be the option.
      if (known.length !== texts.length) return [];
      const called = calledProgram(known);
      if (called?.program === undefined || fateOf(called) !== "background") return [];
      const options = foregroundOptions(called.program).slice(0, 1);
      const said = { program: called.word.text, options: listOf(options, "or"), knows: options.length > 0 };
      return [{ range: { start, end }, message: message("openwrt-daemonizes", said) }];
    }),
};
