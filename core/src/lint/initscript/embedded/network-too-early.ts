import { byBytesOf } from "../../../initscript/boot/name-order.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import { bodyFacts } from "../body/body-facts.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const script = (command: string): string =>
  `#!/bin/sh\ncase "$1" in\n  start) ${command} ;;\n  stop) : ;;\nesac\n`;

const network = { path: "etc/init.d/S40network", text: script("/sbin/ifup -a") };

export const networkTooEarly: ScriptRule = {
  id: "network-too-early",
  code: "IT968",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["buildroot"],
  needs: ["tree", "name", "shell"],
  sources: [
    "Buildroot manual, init scripts: S40network prepares the network, and programs that need it start after it",
    "observed: rcS of Buildroot goes by the names of the scripts (boot.json)",
  ],
  docs: {
    what: "`start` runs a program that fetches or sends something over the network, before the script that brings the network up.",
    why: "rcS runs the scripts in the order of their names: what runs before `S40network` finds no interface but the loopback, and fails or waits until its time is over.\nThe rule is silent about daemons, which can wait for the network, about what runs in the background or in a condition, and where the script brings an interface up itself.",
    instead: "Give the script a higher number than that of `S40network`.",
    wrong: [{ text: script("ntpdate pool.ntp.org"), name: "S30time", files: [network] }],
    right: [
      { text: script("ntpdate pool.ntp.org"), name: "S41time", files: [network] },
      { text: script("ntpd"), name: "S30time", files: [network] },
    ],
  },
  check: (context) => {
    const { name, tree } = context;
    const outline = bodyFacts(context)?.outline;
    if (outline === undefined || !/^S\d\d/.test(name)) return [];
    const brings = (tree?.scripts ?? [])
      .map((each) => each.name)
      .find((each) => /^S\d\d(?:network|networking)$/.test(each) && byBytesOf(name, each) < 0);
    const commands = outline.arm("start")?.commands ?? [];
    if (brings === undefined || commands.some(({ name: program }) => preparing.test(program ?? "")))
      return [];
    const reaching = commands.find(needsNetwork);
    if (reaching === undefined) return [];
    const said = { program: reaching.name ?? "", network: brings };
    return [{ range: reaching.command, message: message("network-too-early", said) }];
  },
};

/** Programs that bring an interface up, or wait for one. */
const preparing = /^(?:ifup|ifconfig|ip|udhcpc6?|dhclient|dhcpcd|pppd|wpa_supplicant|nmcli|wvdial|brctl)$/;

/** Programs that do nothing but speak to another machine, and end. */
const clients = /^(?:ntpdate|sntp|rdate|wget|curl|tftp|ftpget|ftpput|ping6?|nslookup|scp|mount\.nfs)$/;

function needsNetwork({ name = "", args, background, tested }: ReachedCommand): boolean {
  if (background || tested) return false;
  const words = args.map((word) => word ?? "");
  if (words.some((word) => /localhost|127\.0\.0\.1|::1|^(?:--help|--version|-V)$/.test(word))) return false;
  return clients.test(name) || (name === "mount" && words.some((word) => /^(?:-t)?nfs4?$/.test(word)));
}
