import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { flattened, functionsOf, isForRcCommon } from "./script-facts.ts";

export const openwrtRespawnValues: ScriptRule = {
  id: "openwrt-respawn-values",
  code: "IT869",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case procd-respawn of OpenWrt", "procd, service/instance.c"],
  docs: {
    what: "`procd_set_param respawn` has more than three values, a value that is not a number, or 0 both for the delay and for the number of tries.",
    why: "The values are the seconds after which an exit counts as the first one again, the seconds until the next start, and the number of tries, where 0 means forever.\nProcd takes at most three; with a delay of 0 and no limit, a program that cannot start is restarted without a pause.",
    instead: "Write three numbers such as `3600 5 5`, or leave them out to get these defaults.",
    wrong: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command /usr/sbin/web\n\tprocd_set_param respawn 60 0 0\n\tprocd_close_instance\n}\n",
      },
    ],
    right: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command /usr/sbin/web\n\tprocd_set_param respawn 3600 5 0\n\tprocd_close_instance\n}\n",
      },
    ],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (!isForRcCommon(script)) return [];
    const statements = [...functionsOf(script).values()].flatMap(({ body }) => flattened(body));
    return statements.flatMap((statement) => {
      if (statement.kind !== "command") return [];
      const [name, parameter, ...words] = statement.words;
      if (name?.text !== "procd_set_param" || parameter?.text !== "respawn") return [];
      const values = words.map(plainText);
      const why =
        values.length > 3 && values.every((value) => value !== undefined)
          ? "many"
          : values.some((value) => value !== undefined && !/^-?[0-9]+$/.test(value))
            ? "text"
            : Number(values[1]) === 0 && Number(values[2]) === 0
              ? "spins"
              : undefined;
      return why === undefined
        ? []
        : [
            {
              range: { start: statement.start, end: statement.end },
              message: message("openwrt-respawn-values", { why }),
            },
          ];
    });
  },
};
