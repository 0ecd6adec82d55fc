import { listOf } from "../../../initscript/openrc/deptree.ts";
import type { OpenrcOrder } from "../../../initscript/openrc/level-orders.ts";
import { listOf as commaList } from "../../../text/message.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { circlesThrough } from "./circles.ts";
import { type DependCall, dependCalls, type NamedService, namedBy, without } from "./depend-calls.ts";
import { dependsPlainly, servicesFor, systemBoot, systemOrder } from "./tree-facts.ts";

export const openrcCircle: ScriptRule = {
  id: "openrc-circle",
  code: "IT889",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases mixed-loop, mixed-loop-reversed, mixed-loop-long and after-both of OpenRC"],
  docs: {
    what: "A service has an `after` for another service that itself starts after it, because that one needs or wants this service, directly or through others.",
    why: "OpenRC does not look for loops and reports none.\nBetween two services it drops the `after`; in a longer loop, either the service that it reaches first does not start, because one that it needs is not running, or the `after` has no effect.",
    instead: "Remove the `after`, or the need on the other side.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tafter web\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\t:\n}\n",
        files: [
          { path: "etc/init.d/web", text: "#!/sbin/openrc-run\ndepend() {\n\tneed svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/web", target: "/etc/init.d/web" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tbefore web\n}\n",
        files: [
          { path: "etc/init.d/web", text: "#!/sbin/openrc-run\ndepend() {\n\tneed svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/web", target: "/etc/init.d/web" },
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
    const surely = namedBy(calls, ["after"]).filter(({ isConditional }) => !isConditional);
    return surely.flatMap(
      (named) => dropped(script, order, calls, named) ?? longer(script, order, named) ?? [],
    );
  },
};

/** Between two services the `after` is not in the tree. */
function dropped(
  script: ScriptContext,
  order: OpenrcOrder,
  calls: readonly DependCall[],
  named: NamedService,
): ScriptReport | undefined {
  const { name } = named;
  const own = order.deptree?.byName.get(script.name);
  if (own === undefined || listOf(own, "iafter").includes(name)) return undefined;
  const others = servicesFor(order, name).filter((each) => each !== script.name);
  for (const how of ["ineed", "iwant", "iuse"] as const)
    for (const service of others) {
      const says = listOf(order.deptree?.byName.get(service), how);
      if (!says.includes(script.name) || !dependsPlainly(script, service)) continue;
      return {
        range: named.range,
        message: message("openrc-circle.dropped", { service, how, name }),
        fixes: [
          {
            title: message("openrc-circle.fix", { word: "after", name }),
            kind: "safe",
            edits: [without(script.text, calls, named)],
          },
        ],
      };
    }
  return undefined;
}

/** Over other services it is in the tree, and what comes of it depends on the one that OpenRC comes to first. */
function longer(script: ScriptContext, order: OpenrcOrder, named: NamedService): ScriptReport | undefined {
  const boot = systemBoot(script);
  if (boot === undefined) return undefined;
  for (const { services } of circlesThrough(script, order, named)) {
    const service = services.find((each) => services.includes(boot.failed.get(each) ?? ""));
    const other = service && boot.failed.get(service);
    if (service !== undefined && other !== undefined)
      return {
        range: named.range,
        message: message("openrc-circle.fails", { services: commaList(services, "comma"), service, other }),
      };
  }
  return undefined;
}
