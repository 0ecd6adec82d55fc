import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy, without } from "./depend-calls.ts";

export const openrcNeedOwnProvide: ScriptRule = {
  id: "openrc-need-own-provide",
  code: "IT892",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["measured with OpenRC 0.45.2: two services that provide and need the same name"],
  docs: {
    what: "A service needs, uses or comes after a name that it provides itself.",
    why: "It does not wait for itself, only for other services that provide the name.\nTwo services that need what both provide wait for each other, and neither starts.",
    instead: "Remove the name that it provides, or name the other service.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tprovide dns\n\tneed dns\n}\n",
        fixed: "#!/sbin/openrc-run\ndepend() {\n\tprovide dns\n}\n",
      },
    ],
    right: [{ text: "#!/sbin/openrc-run\ndepend() {\n\tprovide dns\n\tneed net\n}\n" }],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell"],
  check: (script) => {
    const calls = dependCalls(script) ?? [];
    const provided = namedBy(calls, ["provide"]).filter(({ isConditional }) => !isConditional);
    return namedBy(calls, ["need", "use", "after"])
      .filter(({ name, isConditional }) => !isConditional && provided.some((each) => each.name === name))
      .map((named) => {
        const { name, word, range } = named;
        return {
          range,
          // Without a need nothing fails.
          ...(word !== "need" && { severity: "information" as const }),
          message: message("openrc-need-own-provide", { name, word }),
          fixes: [
            {
              title: message("openrc-circle.fix", { word, name }),
              kind: "suggestion" as const,
              edits: [without(script.text, calls, named)],
            },
          ],
        };
      });
  },
};
