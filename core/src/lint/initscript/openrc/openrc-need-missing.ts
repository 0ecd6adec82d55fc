import { nearestName } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { hasBase, systemOrder } from "./tree-facts.ts";

export const openrcNeedMissing: ScriptRule = {
  id: "openrc-need-missing",
  code: "IT886",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["recorded cases missing-need and missing-need-chain of OpenRC"],
  docs: {
    what: "A service needs a name that neither belongs to a script nor is provided by one.",
    why: "OpenRC reports it once, when it builds its dependency tree, and never starts the service: ` * ERROR: svc needs service(s) postgres`.\nServices that need this one do not start either.",
    instead:
      "Correct the name; if the service can do without the other one, use `use`, `want` or `after`, which may name a service that does not exist.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed postgres\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\tneed postgresql\n}\n",
        files: [
          { path: "etc/init.d/postgresql", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/boot/postgresql", target: "/etc/init.d/postgresql" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed postgresql\n\tuse postgres\n}\n",
        files: [
          { path: "etc/init.d/postgresql", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/boot/postgresql", target: "/etc/init.d/postgresql" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["name", "tree"],
  check: (script) => {
    const order = hasBase(script) ? systemOrder(script) : undefined;
    const missing = order?.deptree?.byName.get(script.name)?.lists.get("broken") ?? [];
    if (missing.length === 0) return [];
    const named = namedBy(dependCalls(script) ?? [], ["need"]);
    const names = (order?.deptree?.entries ?? []).filter(({ name }) => name !== script.name);
    return missing.map((name) => {
      const place = named.find((each) => each.name === name);
      const near = nearestName(name, names);
      return {
        range: place?.range ?? script.lineRange(1),
        // A branch is there for systems that have what it names.
        ...(place?.isConditional === true && { severity: "information" as const }),
        message: message("openrc-need-missing", { service: name, settings: place === undefined }),
        fixes:
          place === undefined || near === undefined
            ? []
            : [suggestion(message("openrc-unknown-word.fix", { word: near }), place.range, near)],
      };
    });
  },
};
