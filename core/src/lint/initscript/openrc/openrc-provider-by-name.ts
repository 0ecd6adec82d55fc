import { listOf } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependCalls, namedBy } from "./depend-calls.ts";
import { servicesFor, systemBoot, systemOrder } from "./tree-facts.ts";

export const openrcProviderByName: ScriptRule = {
  id: "openrc-provider-by-name",
  code: "IT895",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded case provide-two-none-in of OpenRC"],
  docs: {
    what: "A service needs or wants a virtual name that several services provide, and none of them is in a runlevel.",
    why: "OpenRC starts the first of them in alphabetical order, whichever was meant, although it is in no runlevel.",
    instead: "Add the intended service to the runlevel, or name it.",
    wrong: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed mta\n}\n",
        files: [
          { path: "etc/init.d/postfix", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide mta\n}\n" },
          { path: "etc/init.d/exim", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide mta\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/sbin/openrc-run\ndepend() {\n\tneed mta\n}\n",
        files: [
          { path: "etc/init.d/postfix", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide mta\n}\n" },
          { path: "etc/init.d/exim", text: "#!/sbin/openrc-run\ndepend() {\n\tprovide mta\n}\n" },
          { path: "etc/runlevels/default/svc", target: "/etc/init.d/svc" },
          { path: "etc/runlevels/default/postfix", target: "/etc/init.d/postfix" },
        ],
      },
    ],
  },
  scope: "script",
  families: ["openrc"],
  needs: ["shell", "name", "tree"],
  check: (script) => {
    const order = systemOrder(script);
    const members = [...(script.tree?.openrc?.runlevels.values() ?? [])].flat();
    const isMember = (service: string) => members.some(({ name }) => name === service);
    return namedBy(dependCalls(script) ?? [], ["need", "want"]).flatMap(
      ({ name, word, range, isConditional }) => {
        const providers = order === undefined ? [] : servicesFor(order, name);
        if (isConditional || providers.length < 2 || providers.some(isMember)) return [];
        const starts = systemBoot(script)?.starts;
        const started = providers.filter((each) => starts?.has(each));
        const [service, more] = started;
        if (starts?.has(script.name) !== true || service === undefined || more !== undefined) return [];
        const text = { word, name, providers: listOf(providers, "comma"), service };
        return [{ range, message: message("openrc-provider-by-name", text) }];
      },
    );
  },
};
