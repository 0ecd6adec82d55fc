import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { numberRange } from "../openwrt/link-facts.ts";
import { isAfter, linkIn, linkOf } from "./order-facts.ts";

const done = {
  path: "etc/init.d/done",
  text: "#!/bin/sh /etc/rc.common\nSTART=95\nboot() { sh /etc/rc.local; }\n",
};
const app = (start: number): string =>
  `#!/bin/sh /etc/rc.common\nSTART=${start}\nstart() { /usr/sbin/app; }\n`;
const local = { path: "etc/rc.local", text: "/etc/init.d/app reload\nexit 0\n" };

export const openwrtStartAfterDone: ScriptRule = {
  id: "openwrt-start-after-done",
  code: "IT953",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  sources: ["spec of OpenWrt's base files: done runs rc.local", "openwrt packages issue 4922"],
  docs: {
    what: "`/etc/rc.local` calls the script, and `done`, which runs rc.local, comes before it.",
    why: "When rc.local calls it, the boot has not started the service yet.",
    instead: "Give it a lower START than that of `done`, which is 95.",
    wrong: [{ text: app(99), name: "app", files: [done, local] }],
    right: [{ text: app(90), name: "app", files: [done, local] }],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["tree", "name"],
  check: (script) => {
    const { tree, name, text } = script;
    if (tree?.localScript === undefined || !callsIn(tree.localScript).has(name)) return [];
    const own = linkOf(name, text, "S");
    const before = linkIn(tree, "done", "S");
    if (own === undefined || before === undefined || !isAfter(own, before)) return [];
    const said = message("openwrt-start-after-done", { own, before });
    return [{ range: numberRange(script, "S"), message: said }];
  },
};

/** The services that a script calls by their path or through `service`. */
function callsIn(local: string): ReadonlySet<string> {
  const lines = local.split("\n").filter((line) => !/^[ \t]*#/.test(line));
  const calls = lines.flatMap((line) => [
    ...line.matchAll(/(?:\/etc\/init\.d\/|\bservice[ \t]+)([\w.+-]+)[ \t]+[a-z]/g),
  ]);
  return new Set(calls.map(([, name = ""]) => name));
}
