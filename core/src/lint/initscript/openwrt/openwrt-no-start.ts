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
    why: "`enable` makes no link then and fails, so that neither boot nor shutdown calls the script.\nThat is right for one that a hotplug event or another script starts.",
    instead: "If it is to run at boot, write START with two digits above the functions.",
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
