// The services that rc has started, below the processes of init: what `service NAME status` would say, and a button to kill.

import type { ServiceState } from "@inittab/server/protocol";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { offerButton } from "./offer-button.ts";
import type { Actions } from "./view.ts";

/** A table of the services at the moment; nothing where there are none. */
export function serviceTable(services: readonly ServiceState[], actions: Actions): readonly Node[] {
  if (services.length === 0) return [];
  const rows = services.map(({ name, output, status, offers }) => {
    const buttons = offers.map((offer) => offerButton(name, offer, actions));
    return h(
      "tr",
      {},
      h("td", {}, name),
      h(
        "td",
        { class: "command" },
        output === "" ? l10n.t("prints nothing") : (output ?? l10n.t("not followed")),
      ),
      h("td", { class: "number" }, status === null ? "" : String(status)),
      h("td", { class: "joined" }, ...buttons),
    );
  });
  const head = [
    l10n.t("Service"),
    "service NAME status",
    l10n.t("Exit code"),
    l10n.t("What happens to it"),
  ].map((name) => h("th", { scope: "col" }, name));
  return [
    h(
      "table",
      { "aria-label": l10n.t("Services") },
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...rows),
    ),
  ];
}
