import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { systemOrder } from "./tree-facts.ts";

export const openrcVirtualAndReal: ScriptRule = {
  id: "openrc-virtual-and-real",
  code: "IT897",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case provide-own-name of OpenRC"],
  docs: {
    what: "A service provides a name that is also that of a script.",
    why: "OpenRC says `Error: net is the name of a real and virtual service.` each time it builds its dependency tree, and then goes on: services that need the name get the provider instead of the script, or both.",
    instead: "Choose a different virtual name, or rename the script.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tprovide net\n}\n",
        files: [
          { path: "etc/init.d/net", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tprovide network\n}\n",
        files: [
          { path: "etc/init.d/net", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const said = systemOrder(script)?.treeSaid ?? [];
    const named = namedBy(dependCalls(script) ?? [], ["provide"]);
    return named.flatMap(({ name, range }) =>
      // OpenRC itself is asked: it judges after special systems and removed names.
      said.includes(`Error: ${name} is the name of a real and virtual service.`)
        ? [{ range, message: message("openrc-virtual-and-real", { service: name }) }]
        : [],
    );
  },
};
