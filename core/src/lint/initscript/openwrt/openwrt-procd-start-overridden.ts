import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { functionsOf, isForRcCommon, usesProcd } from "./script-facts.ts";

export const openwrtProcdStartOverridden: ScriptRule = {
  id: "openwrt-procd-start-overridden",
  code: "IT865",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case procd-override of OpenWrt"],
  docs: {
    what: "A script with USE_PROCD defines its own start(), stop() or reload().",
    why: "With USE_PROCD, rc.common replaces the script's start, stop and reload with its own after it has read the script.\nThe script's functions are never called.",
    instead: "Write start_service(), stop_service() or reload_service().",
    wrong: [{ text: "#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart() { /usr/sbin/web; }\n" }],
    right: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command /usr/sbin/web\n\tprocd_close_instance\n}\n",
      },
    ],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (!isForRcCommon(script) || usesProcd(script) !== "yes") return [];
    const functions = functionsOf(script);
    return ["start", "stop", "reload"].flatMap((name) => {
      const found = functions.get(name);
      return found === undefined
        ? []
        : [{ range: found.nameRange, message: message("openwrt-procd-start-overridden", { name }) }];
    });
  },
};
