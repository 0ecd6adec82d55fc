import { generalSettingLines } from "../../../initscript/openrc/setting-lines.ts";
import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { servicesFor, systemOrder } from "./tree-facts.ts";

export const openrcSeveralProviders: ScriptRule = {
  id: "openrc-several-providers",
  code: "IT898",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases provide-fails, provide-fails-loose and provide-two-both-in of OpenRC"],
  docs: {
    what: "A service needs a virtual name that several services of its runlevel, or of boot, provide.",
    why: "OpenRC starts all of them first, and with `rc_depend_strict`, which is the default, a single failure is enough to keep the service from starting, for example a wireless network that is out of reach.",
    instead:
      'Need the intended service, or set `rc_depend_strict="NO"` in `/etc/rc.conf`, so that one started provider is enough.',
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed net\n}\n",
        files: [
          { path: "etc/init.d/net.eth0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/init.d/net.wlan0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/net.eth0", target: "/etc/init.d/net.eth0" },
          { path: "etc/runlevels/default/net.wlan0", target: "/etc/init.d/net.wlan0" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed net\n}\n",
        files: [
          { path: "etc/init.d/net.eth0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/init.d/net.wlan0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/net.eth0", target: "/etc/init.d/net.eth0" },
        ],
      },
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tuse net\n}\n",
        files: [
          { path: "etc/init.d/net.eth0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/init.d/net.wlan0", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/net.eth0", target: "/etc/init.d/net.eth0" },
          { path: "etc/runlevels/default/net.wlan0", target: "/etc/init.d/net.wlan0" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    const openrc = script.tree?.openrc;
    if (order === undefined || openrc === undefined) return [];
    const strict = generalSettingLines(openrc).findLast(({ name }) => name === "rc_depend_strict")?.value;
    if (strict !== undefined && !/^(?:yes|y|true|1)$/i.test(strict)) return [];
    const isIn = (service: string, level: string) =>
      openrc.runlevels.get(level)?.some(({ kind, name }) => kind === "service" && name === service) === true;
    const levels = [...openrc.runlevels.keys()].filter((level) => isIn(script.name, level));
    return namedBy(dependCalls(script) ?? [], ["need"]).flatMap(({ name, range, isConditional }) => {
      if (isConditional) return [];
      const all = servicesFor(order, name).filter((each) => each !== script.name);
      for (const level of levels) {
        const present = all.filter((each) => isIn(each, level) || isIn(each, "boot"));
        if (present.length > 1)
          return [
            {
              range,
              message: message("openrc-several-providers", { name, providers: listOf(present, "comma") }),
            },
          ];
      }
      return [];
    });
  },
};
