import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { linksTo, numberRange, scriptInTree, wantedLinks } from "./link-facts.ts";

const text = "#!/bin/sh /etc/rc.common\nSTART=70\nstart() { /usr/sbin/web; }\n";
const release = { path: "etc/openwrt_release", text: "DISTRIB_ID='OpenWrt'\n" };

export const openwrtLinkStale: ScriptRule = {
  id: "openwrt-link-stale",
  code: "IT870",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case renumber of OpenWrt"],
  docs: {
    what: "A link in `/etc/rc.d` has a number that differs from START or STOP.",
    why: "`enable` makes the link for the current number and does not remove an older one.\nThen procd runs the script twice, or at a point that the script does not ask for.",
    instead: "Call `/etc/init.d/web disable`, then `enable`; in an image, delete the link.",
    wrong: [{ text, name: "web", files: [release, { path: "etc/rc.d/S50web", target: "../init.d/web" }] }],
    right: [{ text, name: "web", files: [release, { path: "etc/rc.d/S70web", target: "../init.d/web" }] }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree"],
  check: (script) => {
    const own = scriptInTree(script);
    const wanted = wantedLinks(script.name, script.text);
    if (script.tree === undefined || own === undefined || wanted === undefined) return [];
    return linksTo(script.tree, own).flatMap(({ name }) => {
      // A link of another name was made by a person, who meant it.
      if (wanted.includes(name) || !name.endsWith(script.name)) return [];
      const letter = name.charAt(0);
      const right = wanted.find((link) => link.startsWith(letter)) ?? "";
      return [
        {
          range: numberRange(script, letter),
          message: message("openwrt-link-stale", { link: name, other: right !== "", right }),
        },
      ];
    });
  },
};
