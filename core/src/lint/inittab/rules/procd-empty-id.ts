import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdEmptyId: LineRule = {
  id: "procd-empty-id",
  code: "IT620",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded case empty-id-respawn of procd"],
  docs: {
    what: "A respawn, respawnlate or askfirst entry has no id.",
    why: "The id is the terminal, and procd starts an entry again only if its terminal exists.\nWithout an id a respawn entry runs once, and an askfirst entry is skipped.",
    instead:
      "Name the terminal; for a program without one write an init script with `procd_set_param respawn`.",
    wrong: [{ text: "::respawn:/usr/sbin/daemon\n", dialect: "procd" }],
    right: [{ text: "ttyS0::respawn:/bin/ash --login\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const action = context.field("action");
    if (context.field("id") !== "" || !/^(?:respawn|respawnlate|askfirst)$/.test(action)) return nothing;
    // Where something stands in front of the fields, it was meant for the id.
    if (context.text.slice(0, context.line.start).trim() !== "") return nothing;
    const asks = action === "askfirst";
    return [{ range: context.range("action"), message: message("procd-empty-id", { asks }) }];
  },
};
