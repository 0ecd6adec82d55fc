import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdIdCut: LineRule = {
  id: "procd-id-cut",
  code: "IT125",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded cases id-cut and placeholder of procd"],
  docs: {
    what: "The id contains characters other than letters and digits.",
    why: "procd looks for the three fields anywhere in the line and accepts only letters and digits in them: of `tts/0` the id is `0`.\nThere is no such terminal, so an askfirst entry is skipped and a respawn entry is never started again.",
    instead: "Write the name of a device as it is in /dev, without the folder.",
    wrong: [{ text: "tts/0::askfirst:/bin/ash --login\n", dialect: "procd" }],
    right: [{ text: "ttyS0::askfirst:/bin/ash --login\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const before = context.text.slice(0, context.line.start);
    // `/dev/` leaves the name whole, and the marks of a build are filled in.
    if (/^\s*(?:$|#|\/dev\/$)/.test(before) || before.includes("@")) return nothing;
    const { end } = context.range("id");
    const id = context.field("id");
    return [{ range: { start: 0, end }, message: message("procd-id-cut", { id, some: id !== "" }) }];
  },
};
