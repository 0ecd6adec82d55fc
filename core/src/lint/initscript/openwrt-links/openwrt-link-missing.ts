import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { linksTo, numberRange, scriptInTree } from "../openwrt/link-facts.ts";
import { linkOf } from "./order-facts.ts";

const text = "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n";
const around = [
  { path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" },
  { path: "etc/init.d/log", text: "#!/bin/sh /etc/rc.common\nSTART=12\nstart() { /sbin/logd; }\n" },
  { path: "etc/rc.d/S12log", target: "../init.d/log" },
];

export const openwrtLinkMissing: ScriptRule = {
  id: "openwrt-link-missing",
  code: "IT950",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases enable… of OpenWrt"],
  docs: {
    what: "The script sets START, but no link in `/etc/rc.d` leads to it.",
    why: "procd goes only by the links.\nThe image builder makes them for the scripts of packages; a script that was only copied into the image has none.",
    instead:
      "Call `/etc/init.d/web enable`, or put the link into the image. If the service is off on purpose, silence the rule.",
    wrong: [{ text, name: "web", files: around }],
    right: [{ text, name: "web", files: [...around, { path: "etc/rc.d/S50web", target: "../init.d/web" }] }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree"],
  check: (script) => {
    const { tree, name } = script;
    const own = scriptInTree(script);
    const link = linkOf(name, script.text, "S");
    if (tree === undefined || own === undefined || link === undefined) return [];
    // Without any link it is a folder of scripts, and no image.
    if (!tree.singleFolder.some((entry) => entry.kind === "link" && entry.name.startsWith("S"))) return [];
    const isLinked = linksTo(tree, own).some((entry) => entry.name.startsWith("S"));
    return isLinked
      ? []
      : [{ range: numberRange(script, "S"), message: message("openwrt-link-missing", { link }) }];
  },
};
