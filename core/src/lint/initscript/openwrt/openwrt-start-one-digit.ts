import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numbersOf } from "./script-facts.ts";

export const openwrtStartOneDigit: ScriptRule = {
  id: "openwrt-start-one-digit",
  code: "IT861",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded cases start-1 and digit-names of OpenWrt"],
  docs: {
    what: "START or STOP has one digit.",
    why: "`enable` puts the text into the name of the link, and the scripts run in the order of the names as text: `S1web` runs after `S19firewall`.\n`disable` looks for two characters between the letter and the name, so it never finds the link: the service stays enabled forever.",
    instead: "Write two digits, with a leading zero.",
    wrong: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nSTOP=1\nstart() { /usr/sbin/web; }\n",
        fixed: "#!/bin/sh /etc/rc.common\nSTART=50\nSTOP=01\nstart() { /usr/sbin/web; }\n",
      },
    ],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nSTOP=01\nstart() { /usr/sbin/web; }\n" }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) =>
    numbersOf(script)
      .filter(({ value }) => /^[0-9]$/.test(value))
      .map(({ letter, value, word }) => ({
        range: word,
        message: message("openwrt-start-one-digit", { link: `${letter}${value}${script.name}` }),
        fixes: [suggestion(message("openwrt-start.fix", { number: `0${value}` }), word, `0${value}`)],
      })),
};
