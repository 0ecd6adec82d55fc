import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { servicesFor, systemBoot, systemOrder } from "./tree-facts.ts";

export const openrcNostopNeeds: ScriptRule = {
  id: "openrc-nostop-needs",
  code: "IT899",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases keyword-nostop and rc-nostop of OpenRC", "the way down of the system"],
  docs: {
    what: "A service that is never stopped needs one that is.",
    why: "`keyword -stop` keeps OpenRC from stopping the service, but not from stopping what it needs: on shutdown, it runs on without it.",
    instead: "Give the needed service the same keyword, or let this service be stopped.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n\tkeyword -stop\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/db", target: "/etc/init.d/db" },
          { path: "etc/init.d/mount-ro", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/shutdown/mount-ro", target: "/etc/init.d/mount-ro" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n\tkeyword -stop\n}\n",
        files: [
          { path: "etc/init.d/db", text: "#!/sbin/openrc-run\ndepend() {\n\tkeyword -stop\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/db", target: "/etc/init.d/db" },
          { path: "etc/init.d/mount-ro", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/shutdown/mount-ro", target: "/etc/init.d/mount-ro" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    const calls = dependCalls(script) ?? [];
    const surely = (word: "keyword" | "need") =>
      namedBy(calls, [word]).filter(({ isConditional }) => !isConditional);
    const keyword = surely("keyword").find(({ name }) => name === "-stop" || name === "nostop");
    if (order === undefined || keyword === undefined) return [];
    const boot = systemBoot(script);
    if (boot?.left.has(script.name) !== true) return [];
    return surely("need").flatMap(({ name, range }) =>
      servicesFor(order, name)
        .filter((service) => boot.stopped.has(service) && !boot.left.has(service))
        .slice(0, 1)
        .map((service) => ({
          range,
          message: message("openrc-nostop-needs", { service, keyword: keyword.name }),
        })),
    );
  },
};
