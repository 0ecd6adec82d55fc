import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numbersOf } from "./script-facts.ts";

export const openwrtStartThreeDigits: ScriptRule = {
  id: "openwrt-start-three-digits",
  code: "IT860",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case start-100 of OpenWrt"],
  docs: {
    what: "START or STOP has three digits or more.",
    why: "`enable` puts the text into the name of the link, and the scripts run in the order of the names as text: `S100web` runs before `S20network`.\n`disable` looks for two characters between the letter and the name, so it never finds the link: the service stays enabled forever.",
    instead: "Write two digits; 99 is the highest number.",
    wrong: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=100\nstart() { /usr/sbin/web; }\n",
        fixed: "#!/bin/sh /etc/rc.common\nSTART=99\nstart() { /usr/sbin/web; }\n",
      },
    ],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=99\nstart() { /usr/sbin/web; }\n" }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) =>
    numbersOf(script)
      .filter(({ value }) => /^[0-9]{3,}$/.test(value))
      .map(({ letter, value, word }) => ({
        range: word,
        message: message("openwrt-start-three-digits", { link: `${letter}${value}${script.name}` }),
        fixes:
          Number(value) > 99 ? [suggestion(message("openwrt-start.fix", { number: "99" }), word, "99")] : [],
      })),
};
