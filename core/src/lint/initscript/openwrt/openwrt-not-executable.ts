import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { linksTo, scriptInTree } from "./link-facts.ts";

const text = "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n";
const files = [
  { path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" },
  { path: "etc/rc.d/S50web", target: "../init.d/web" },
];

export const openwrtNotExecutable: ScriptRule = {
  id: "openwrt-not-executable",
  code: "IT873",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case not-executable of OpenWrt"],
  docs: {
    what: "A script has a link in `/etc/rc.d` and may not be executed.",
    why: "procd passes over it without a word, and the boot goes on.",
    instead: "Make the script executable (`chmod 755`).",
    wrong: [{ text, name: "web", mode: 0o644, files }],
    right: [{ text, name: "web", mode: 0o755, files }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["mode", "tree"],
  check: (script) => {
    const own = scriptInTree(script);
    if (script.tree === undefined || own === undefined || script.mode === undefined) return [];
    if ((script.mode & 0o111) !== 0) return [];
    const [link] = linksTo(script.tree, own);
    return link === undefined
      ? []
      : [{ range: script.lineRange(1), message: message("openwrt-not-executable", { link: link.name }) }];
  },
};
