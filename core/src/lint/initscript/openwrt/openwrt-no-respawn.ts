import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { instancesOf } from "./instances.ts";
import { usesProcd } from "./script-facts.ts";

const service = (parameters: string): string =>
  `#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command /usr/sbin/web\n${parameters}\tprocd_close_instance\n}\n`;

export const openwrtNoRespawn: ScriptRule = {
  id: "openwrt-no-respawn",
  code: "IT873",
  severity: "hint",
  // A third of the scripts of the packages feed runs a program once and means it.
  group: "nursery",
  since: "0.1.0",
  sources: ["recorded cases procd-respawn and procd of OpenWrt", "procd, service/instance.c"],
  docs: {
    what: "An instance has a command and no `respawn`.",
    why: "Without it, procd does not restart the program when it ends, whether it crashed or was killed for lack of memory.\nA program that does its work and ends does not need it, which is why the rule is off by default.",
    instead: "Write `procd_set_param respawn` for a service that should keep running.",
    wrong: [{ text: service("") }],
    right: [{ text: service("\tprocd_set_param respawn\n") }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (usesProcd(script) !== "yes") return [];
    return instancesOf(script).flatMap(({ command: { start, end }, parameters, isWhole }) =>
      isWhole && !parameters.has("respawn")
        ? [{ range: { start, end }, message: message("openwrt-no-respawn") }]
        : [],
    );
  },
};
