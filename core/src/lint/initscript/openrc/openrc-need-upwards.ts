import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { neededBy, systemOrder } from "./tree-facts.ts";

export const openrcNeedUpwards: ScriptRule = {
  id: "openrc-need-upwards",
  code: "IT896",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case need-upwards of OpenRC"],
  docs: {
    what: "A service in the runlevel sysinit or boot needs one that is only in a later runlevel.",
    why: "`need` starts the other one whatever runlevel it is in: already at boot, when the services that it uses itself may not be running.",
    instead: "Add the other service to the same runlevel, or use `use` or `after`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed dbus\n}\n",
        files: [
          { path: "etc/init.d/dbus", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/boot/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/dbus", target: "/etc/init.d/dbus" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed dbus\n}\n",
        files: [
          { path: "etc/init.d/dbus", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/boot/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/boot/dbus", target: "/etc/init.d/dbus" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    const levels = script.tree?.openrc?.runlevels;
    if (order === undefined || levels === undefined) return [];
    const has = (level: string, service: string) =>
      levels.get(level)?.some(({ name, kind }) => kind === "service" && name === service) === true;
    const early = ["sysinit", "boot"].filter((level) => has(level, script.name));
    const [own] = early;
    if (own === undefined) return [];
    const named = namedBy(dependCalls(script) ?? [], ["need"]);
    return neededBy(order, script.name).flatMap(([name, service]) => {
      if (["sysinit", "boot"].some((level) => has(level, service))) return [];
      const [later] = [...levels.keys()].filter((level) => level !== "shutdown" && has(level, service));
      const place = named.find((each) => each.name === name);
      // What nothing else starts is meant to be pulled in, and a branch is for systems that have it.
      if (later === undefined || place === undefined || place.isConditional) return [];
      return [{ range: place.range, message: message("openrc-need-upwards", { service, own, later }) }];
    });
  },
};
