import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numberRange } from "../openwrt/link-facts.ts";
import { isAfter, linkIn, linkOf } from "./order-facts.ts";

const network = {
  path: "etc/init.d/network",
  text: "#!/bin/sh /etc/rc.common\nSTART=20\nSTOP=90\nstart() { /sbin/netifd; }\n",
};
const firewall = (start: number): string =>
  `#!/bin/sh /etc/rc.common\nSTART=${start}\nstart() { nft -f /etc/nftables.conf; }\n`;

export const openwrtFirewallLate: ScriptRule = {
  id: "openwrt-firewall-late",
  code: "IT952",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case firewall-19 of OpenWrt", "openwrt issue 4445"],
  docs: {
    what: "The firewall starts after the network.",
    why: "Between the two, the addresses are up and nothing is filtered: any service that is already listening can be reached.\nOpenWrt itself starts the firewall at 19 and the network at 20. If the numbers are equal, the names decide.",
    instead: "Give the firewall a lower START than that of `network`.",
    wrong: [{ text: firewall(60), name: "firewall", files: [network] }],
    right: [{ text: firewall(19), name: "firewall", files: [network] }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree", "name"],
  check: (script) => {
    const { tree, name, text } = script;
    if (tree === undefined || name !== "firewall") return [];
    const own = linkOf(name, text, "S");
    const up = linkIn(tree, "network", "S");
    if (own === undefined || up === undefined || !isAfter(own, up)) return [];
    const said = message("openwrt-firewall-late", { own, up });
    return [{ range: numberRange(script, "S"), message: said }];
  },
};
