import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, type NamedService, namedBy } from "./depend-calls.ts";
import { type SystemBoot, servicesFor, systemBoot, systemOrder } from "./tree-facts.ts";

export const openrcCrossLevelOrder: ScriptRule = {
  id: "openrc-cross-level-order",
  code: "IT891",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "recorded cases use-across-levels and stacked-needed of OpenRC",
    "the order in which a boot starts the services of the system",
  ],
  docs: {
    what: "`use`, `after` or `before` names a service that another runlevel starts, on the wrong side of this one.",
    why: "OpenRC goes through the services of one runlevel at a time, and through each stacked runlevel by itself: `use`, `after` and `before` have no effect between them.\nOnly services that are already started, or that are needed or wanted, come first.",
    instead: "Add both services to the same runlevel, or use `need` or `want`.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tafter sshd\n}\n",
        files: [
          { path: "etc/init.d/sshd", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/boot/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/sshd", target: "/etc/init.d/sshd" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tafter sshd\n}\n",
        files: [
          { path: "etc/init.d/sshd", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/sshd", target: "/etc/init.d/sshd" },
        ],
      },
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tafter sshd\n}\n",
        files: [
          { path: "etc/init.d/sshd", text: "#!/sbin/openrc-run\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/boot/sshd", target: "/etc/init.d/sshd" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    const surely = namedBy(dependCalls(script) ?? [], ["use", "after", "before"]).filter(
      ({ isConditional }) => !isConditional,
    );
    if (order === undefined || surely.length === 0) return [];
    const boot = systemBoot(script);
    if (boot === undefined) return [];
    return surely.flatMap((named) => {
      const { name, range, word } = named;
      const others = servicesFor(order, name).filter((each) => each !== script.name);
      // A virtual name may be used in the hope that somebody provides it by then.
      if (word === "use" && others.some((each) => each !== name)) return [];
      const wrong = others.map((other) => wronglyPlaced(script, boot, named, other));
      const [level] = wrong;
      if (level === undefined || wrong.includes(undefined)) return [];
      const [service = ""] = others;
      return [{ range, message: message("openrc-cross-level-order", { word, name, service, level }) }];
    });
  },
};

/** The level that starts the other one on the wrong side; undefined where all is well, or one of the two is not started. */
function wronglyPlaced(
  { name, tree }: ScriptContext,
  { starts }: SystemBoot,
  { word }: NamedService,
  other: string,
): string | undefined {
  const [own, its] = [starts.get(name), starts.get(other)];
  if (own === undefined || its === undefined) return undefined;
  const isWrong = word === "before" ? its.at < own.at : its.at > own.at;
  const levels = [...(tree?.openrc?.runlevels ?? [])].filter(([, members]) =>
    [name, other].every((each) =>
      members.some((member) => member.kind === "service" && member.name === each),
    ),
  );
  // Within a level there is an order, and a circle has a rule of its own.
  return isWrong && levels.length === 0 ? its.level : undefined;
}
