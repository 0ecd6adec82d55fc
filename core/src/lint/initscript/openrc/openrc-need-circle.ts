import type { OpenrcOrder } from "../../../initscript/openrc/level-orders.ts";
import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { neededBy, systemOrder } from "./tree-facts.ts";

export const openrcNeedCircle: ScriptRule = {
  id: "openrc-need-circle",
  code: "IT887",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded cases need-loop-2 and need-loop-3 of OpenRC"],
  docs: {
    what: "Services need each other in a loop.",
    why: "OpenRC does not detect loops: none of the services starts, each reports ` * ERROR: cannot start a as b would not start`, and services that need one of them do not start either.",
    instead: "Replace one `need` with `use` or `after`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\ndepend() {\n\tneed svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\ndepend() {\n\tuse svc\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    if (order === undefined) return [];
    const named = namedBy(dependCalls(script) ?? [], ["need"]);
    const told = new Set<string>();
    return neededBy(order, script.name).flatMap(([name, service]) => {
      const way =
        service === script.name || told.has(name) ? undefined : wayBack(order, service, script.name);
      if (way === undefined) return [];
      told.add(name);
      const services = listOf([script.name, ...way], "comma");
      const range = named.find((each) => each.name === name)?.range ?? script.lineRange(1);
      return [{ range, message: message("openrc-need-circle", { services }) }];
    });
  },
};

/** The shortest way of needs from one service to another, both included; undefined where there is none. */
function wayBack(order: OpenrcOrder, from: string, to: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const service of before.keys()) {
    if (service === to) {
      const way: string[] = [];
      for (let each: string | undefined = service; each !== undefined; each = before.get(each))
        way.unshift(each);
      return way;
    }
    for (const [, next] of neededBy(order, service)) if (!before.has(next)) before.set(next, service);
  }
  return undefined;
}
