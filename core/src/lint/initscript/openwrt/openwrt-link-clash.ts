import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numberRange, wantedLinks } from "./link-facts.ts";

const text = "#!/bin/sh /etc/rc.common\nSTART=5\nstart() { /usr/sbin/web; }\n";
const other = "#!/bin/sh /etc/rc.common\nSTART=50\nstart() { /usr/sbin/web; }\n";

export const openwrtLinkClash: ScriptRule = {
  id: "openwrt-link-clash",
  code: "IT872",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded case disable-glob of OpenWrt"],
  docs: {
    what: "Two scripts ask for the same link in `/etc/rc.d`.",
    why: "The link's name is the text of the number and the name of the script, with nothing between them: a leading digit of a name looks like part of the number.\nThe script that is enabled last gets the link, and the other one is not called.",
    instead: "Write START and STOP with two digits.",
    wrong: [{ text, name: "0web", files: [{ path: "etc/init.d/web", text: other }] }],
    right: [
      { text: text.replace("=5", "=05"), name: "0web", files: [{ path: "etc/init.d/web", text: other }] },
    ],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree", "name"],
  check: (script) => {
    const wanted = wantedLinks(script.name, script.text) ?? [];
    return (script.tree?.scripts ?? []).flatMap(({ name, text: its }) => {
      if (name === script.name) return [];
      const same = (wantedLinks(name, its) ?? []).filter((link) => wanted.includes(link));
      return same.map((link) => ({
        range: numberRange(script, link.charAt(0)),
        message: message("openwrt-link-clash", { link, script: name }),
      }));
    });
  },
};
