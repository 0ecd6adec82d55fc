import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { circlesThrough } from "./circles.ts";
import { dependCalls, namedBy, without } from "./depend-calls.ts";
import { systemBoot, systemOrder } from "./tree-facts.ts";

export const openrcCircleStall: ScriptRule = {
  id: "openrc-circle-stall",
  code: "IT890",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases stop-stall, stop-stall-want, want-loop and need-loop-2 of OpenRC"],
  docs: {
    what: "A service uses or wants another one that needs it, directly or through others.",
    why: "OpenRC does not look for loops and reports none.\nIf it reaches the service with the `use` or `want` first, the one with the `need` does not start at boot; and when one of them is stopped, OpenRC hangs for 60 seconds, waiting for a service that is itself waiting.",
    instead: "Remove the `use` or the `want`, or the need on the other side.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\twant db\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\t:\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\ndepend() {\n\tneed svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/db", target: "/etc/init.d/db" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tbefore db\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\ndepend() {\n\tneed svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/db", target: "/etc/init.d/db" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    if (order === undefined) return [];
    const calls = dependCalls(script) ?? [];
    const surely = namedBy(calls, ["use", "want"]).filter(({ isConditional }) => !isConditional);
    return surely.flatMap((named) => {
      const { word, name, range } = named;
      for (const { services: all, isFirm } of circlesThrough(script, order, named)) {
        const boot = isFirm ? systemBoot(script) : undefined;
        if (boot === undefined) continue;
        const failing = all.find((each) => all.includes(boot.failed.get(each) ?? ""));
        const atShutdown = all.find((each) => boot.waiting.has(each));
        const byHand = all.find((each) => boot.waitsByHand(each));
        const service = failing ?? atShutdown ?? byHand;
        if (service === undefined) continue;
        const what = failing !== undefined ? "start" : atShutdown !== undefined ? "shutdown" : "hand";
        const other = boot.failed.get(service) ?? "";
        const services = listOf(all, "comma");
        return [
          {
            range,
            message: message("openrc-circle-stall", { services, what, service, other }),
            fixes: [
              {
                title: message("openrc-circle.fix", { word, name }),
                kind: "suggestion" as const,
                edits: [without(script.text, calls, named)],
              },
            ],
          },
        ];
      }
      return [];
    });
  },
};
