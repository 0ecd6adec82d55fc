import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { functionsOf, isForRcCommon, usesProcd } from "./script-facts.ts";

export const openwrtProcdForgotten: ScriptRule = {
  id: "openwrt-procd-forgotten",
  code: "IT864",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded cases procd-forgotten and procd-late of OpenWrt"],
  docs: {
    what: "The script has start_service() and no start(), and does not set USE_PROCD.",
    why: "rc.common calls start_service() only with USE_PROCD.\nWithout it, rc.common's own start does nothing and succeeds: the service is never started, and nothing is reported.",
    instead: "Set `USE_PROCD=1`.",
    wrong: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command /usr/sbin/web\n\tprocd_close_instance\n}\n",
      },
    ],
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
    if (!isForRcCommon(script) || usesProcd(script) !== "no") return [];
    const functions = functionsOf(script);
    const service = functions.get("start_service");
    // A start or a boot of its own may call it.
    if (service === undefined || functions.has("start") || functions.has("boot")) return [];
    return [{ range: service.nameRange, message: message("openwrt-procd-forgotten") }];
  },
};
