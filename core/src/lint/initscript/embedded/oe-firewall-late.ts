import { byBytesOf } from "../../../initscript/boot/name-order.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";
import { oeLinks, placeOf, restOf } from "./links.ts";

const others = [
  { path: "etc/init.d/networking", text: oeScript },
  { path: "etc/init.d/dropbear", text: oeScript },
  oeLink("rc5.d/S01networking", "networking"),
  oeLink("rc5.d/S10dropbear", "dropbear"),
];

const firewalls = /^(?:ip6?tables|nftables|firewall|shorewall6?|ufw)$/;

const listeners =
  /^(?:dropbear|sshd|telnetd|inetd(?:\.busybox)?|xinetd|apache2?|httpd|nginx|lighttpd|vsftpd|proftpd|samba|smbd|snmpd|nfsserver|rpcbind|mosquitto)$/;

export const oeFirewallLate: ScriptRule = {
  id: "oe-firewall-late",
  code: "IT964",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree", "name"],
  sources: ["observed: rc of OpenEmbedded goes by the names of the links (oe-rc.json)"],
  docs: {
    what: "The firewall starts after the network and after a service that listens on it.",
    why: "rc waits for each script: between the two, anyone can reach the service.",
    instead: "Give the firewall a lower number than the service.",
    wrong: [
      {
        text: oeScript,
        name: "iptables",
        files: [...oeSystem, ...others, oeLink("rc5.d/S20iptables", "iptables")],
      },
    ],
    right: [
      {
        text: oeScript,
        name: "iptables",
        files: [...oeSystem, ...others, oeLink("rc5.d/S05iptables", "iptables")],
      },
    ],
  },
  check: (script) => {
    const links = firewalls.test(script.name) ? oeLinks(script) : undefined;
    for (const own of links?.own ?? []) {
      if (!/^[2-5]$/.test(own.level) || !own.name.startsWith("S")) continue;
      const before = (links?.tree.folders.get(own.level)?.entries ?? []).filter(
        ({ name, kind }) => name.startsWith("S") && kind === "link" && byBytesOf(name, own.name) < 0,
      );
      const listener = before.find(({ name }) => listeners.test(restOf(name)));
      if (listener === undefined || !before.some(({ name }) => restOf(name) === "networking")) continue;
      const said = { link: placeOf(own), listener: placeOf(listener) };
      return [{ range: script.lineRange(1), message: message("oe-firewall-late", said) }];
    }
    return [];
  },
};
