import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";

export const openrcBeforeContradiction: ScriptRule = {
  id: "openrc-before-contradiction",
  code: "IT884",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases before-in-need and after-star-before of OpenRC"],
  docs: {
    what: "A service has a `before` for another service that it needs, wants or uses.",
    why: "OpenRC silently drops the `before` when it builds its dependency tree.",
    instead: "Remove one of the two.",
    wrong: [{ text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n\tbefore db\n}\n" }],
    right: [
      { text: "#!/sbin/openrc-run\ndepend() {\n\tneed db\n\tbefore web\n}\n" },
      { text: "#!/sbin/openrc-run\ndepend() {\n\tafter *\n\tbefore local\n}\n" },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell"],
  check: (script) => {
    const calls = dependCalls(script) ?? [];
    const surely = namedBy(calls, ["need", "want", "use"]).filter(({ isConditional }) => !isConditional);
    return namedBy(calls, ["before"]).flatMap(({ name, range, isConditional }) => {
      const other = surely.find((each) => each.name === name);
      return other === undefined || isConditional
        ? []
        : [{ range, message: message("openrc-before-contradiction", { service: name }) }];
    });
  },
};
