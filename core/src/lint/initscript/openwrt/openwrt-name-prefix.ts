import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { isForRcCommon } from "./script-facts.ts";

export const openwrtNamePrefix: ScriptRule = {
  id: "openwrt-name-prefix",
  code: "IT867",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case prefix-name of OpenWrt"],
  docs: {
    what: "The script's own name begins with S or K and two digits.",
    why: "`enable` strips S and two digits from the name for a start link, and K and two digits for a stop link; `disable` looks for the full name.\nIt does not find the link, and the service stays enabled forever.",
    instead: "Give the script a name without a number; START sets the order.",
    wrong: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n", name: "S40web" }],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n", name: "web" }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["name"],
  check: (script) =>
    script.hasName && isForRcCommon(script) && /^[SK][0-9][0-9]./.test(script.name)
      ? [{ range: script.lineRange(1), message: message("openwrt-name-prefix", { name: script.name }) }]
      : [],
};
