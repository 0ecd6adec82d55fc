import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { functionsOf, isForRcCommon, topLevel } from "./script-facts.ts";

export const openwrtNotRcCommon: ScriptRule = {
  id: "openwrt-not-rc-common",
  code: "IT868",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case plain-sh of OpenWrt"],
  docs: {
    what: "A script on an OpenWrt system sets START and has a start function, but its first line does not name rc.common.",
    why: "Only rc.common knows `enable` and calls the functions.\nRun by the shell alone, the script ignores its argument: nothing enables it, and a call with `start` does nothing.",
    instead: "Begin the script with `#!/bin/sh /etc/rc.common`.",
    wrong: [
      {
        text: "#!/bin/sh\nSTART=50\nstart() { /usr/sbin/web; }\n",
        fixed: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n",
        files: [{ path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" }],
      },
    ],
    right: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n",
        files: [{ path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" }],
      },
    ],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (isForRcCommon(script) || !/^#!.*\bsh\b/.test(script.text)) return [];
    const functions = functionsOf(script);
    const setsStart = topLevel(script).some(
      (statement) =>
        statement.kind === "command" && statement.assignments.some(({ name }) => name === "START"),
    );
    // A script that calls something itself may do without rc.common.
    const calls = topLevel(script).some(
      (statement) =>
        statement.kind !== "function" && !(statement.kind === "command" && statement.words.length === 0),
    );
    if (!setsStart || calls || !(functions.has("start") || functions.has("start_service"))) return [];
    const range = script.lineRange(1);
    return [
      {
        range,
        message: message("openwrt-not-rc-common"),
        fixes: [suggestion(message("openwrt-not-rc-common.fix"), range, "#!/bin/sh /etc/rc.common")],
      },
    ];
  },
};
