import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numberRange } from "../openwrt/link-facts.ts";
import { isAfter, linkIn, linkOf } from "./order-facts.ts";

const network = {
  path: "etc/init.d/network",
  text: "#!/bin/sh /etc/rc.common\nSTART=20\nSTOP=80\nstart() { /sbin/netifd; }\n",
};
const app = (stop: number): string =>
  `#!/bin/sh /etc/rc.common\nSTART=80\nSTOP=${stop}\n. /lib/functions/network.sh\nstart() { /usr/sbin/app; }\n`;

/** What only a script that works with the network has. */
const usesNetwork =
  /^[^#\n]*(?:\/lib\/functions\/network\.sh|\bnetwork_(?:get|is)_\w|\bprocd_add_(?:reload_)?interface_trigger\b)/m;

export const openwrtStopNotMirrored: ScriptRule = {
  id: "openwrt-stop-not-mirrored",
  code: "IT951",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case stop-order of OpenWrt"],
  docs: {
    what: "A script that uses the network starts after it and also stops after it.",
    why: "procd calls the K links in ascending order as well, the lowest number first.\nWith the same number for START and STOP, the service is stopped when the network is already down.",
    instead: "Give it a lower STOP than that of `network`.",
    wrong: [{ text: app(85), name: "app", files: [network] }],
    right: [{ text: app(20), name: "app", files: [network] }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree", "name"],
  check: (script) => {
    const { tree, name, text } = script;
    if (tree === undefined || name === "network" || !usesNetwork.test(text)) return [];
    const [start, stop] = [linkOf(name, text, "S"), linkOf(name, text, "K")];
    const [up, down] = [linkIn(tree, "network", "S"), linkIn(tree, "network", "K")];
    if (start === undefined || stop === undefined || up === undefined || down === undefined) return [];
    if (!isAfter(start, up) || !isAfter(stop, down)) return [];
    return [
      {
        range: numberRange(script, "K"),
        message: message("openwrt-stop-not-mirrored", { up, down, stop }),
      },
    ];
  },
};
