import { isServiceText } from "../../../initscript/openrc/recognise.ts";
import { type OpenrcRelease, openrcRelease } from "../../../initscript/openrc/versions.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { systemOrder } from "./tree-facts.ts";

export const openrcNotInTree: ScriptRule = {
  id: "openrc-not-in-tree",
  code: "IT888",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: [
    "recorded cases plain-sh-in-level, not-executable, dot-sh, syntax-error, exit-in-script of OpenRC",
  ],
  docs: {
    what: "A script is in a runlevel, but OpenRC does not accept it as a service.",
    why: "A service must be executable and begin with `#!/sbin/openrc-run`, its name must not end in `.sh`, and a shell must be able to read it from the first line to the last without `exit` and with status 0.\nAnything else is silently left out of the dependency tree and is not started.",
    instead: "Correct what the finding names, or remove the script from the runlevel.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\n[ -e /etc/svc.conf ] || exit 0\ncommand=/usr/sbin/svcd\n",
        files: [{ path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" }],
      },
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        mode: 0o644,
        files: [{ path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" }],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ncommand=/usr/sbin/svcd\n",
        files: [{ path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" }],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["name", "tree"],
  check: (script) => {
    const { tree, name } = script;
    const levels = [...(tree?.openrc?.runlevels ?? [])].flatMap(([level, members]) =>
      members.some((member) => member.name === name && member.kind === "service") ? level : [],
    );
    const order = systemOrder(script);
    // Without a tree at all, something else is wrong.
    if (levels.length === 0 || order?.deptree === undefined) return [];
    const why = whyOutside(script, order.deptree.byName.has(name), openrcRelease(order.version));
    const [level = ""] = levels;
    return why === undefined
      ? []
      : [{ range: script.lineRange(1), message: message("openrc-not-in-tree", { level, why }) }];
  },
};

function whyOutside(
  { text, name, mode }: ScriptContext,
  isIn: boolean,
  { takesShNames }: OpenrcRelease,
): "line" | "mode" | "name" | "shell" | undefined {
  if (name.endsWith(".sh") && !takesShNames) return "name";
  // Debian's build takes scripts with a header, whatever their first line says.
  if (isIn) return undefined;
  if (!isServiceText(text, "tree")) return "line";
  return mode !== undefined && (mode & 0o111) === 0 ? "mode" : "shell";
}
