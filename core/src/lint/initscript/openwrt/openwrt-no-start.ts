import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { linksTo, scriptInTree, wantedLinks } from "./link-facts.ts";

export const openwrtNoStart: ScriptRule = {
  id: "openwrt-no-start",
  code: "IT871",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases enable-none and start-in-function of OpenWrt"],
  docs: {
    what: "A script for rc.common sets neither START nor STOP.",
    why: "Without them, `enable` makes no link and fails, so the script is called neither at boot nor on shutdown.\nThis is correct for a script that a hotplug event or another script starts.",
    instead: "If the script should run at boot, set START to two digits above the functions.",
    wrong: [{ text: "#!/bin/sh /etc/rc.common\nstart() { /usr/sbin/web; }\n" }],
    right: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n" }],
  },
  scope: "script",
  families: ["openwrt"],
  check: (script) => {
    if (wantedLinks(script.name, script.text)?.length !== 0) return [];
    // What is no whole number, or stands in a function, is told by other rules.
    if (/^[ \t]*(?:export[ \t]+)?(?:START|STOP)[ \t]*=/m.test(script.text)) return [];
    const own = scriptInTree(script);
    if (script.tree !== undefined && own !== undefined && linksTo(script.tree, own).length > 0) return [];
    return [{ range: script.lineRange(1), message: message("openwrt-no-start") }];
  },
};
