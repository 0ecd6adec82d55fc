import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

export const missingId: LineRule = {
  id: "missing-id",
  code: "IT101",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "id"', "observed: sysvinit 2.88, 3.06, 3.14 (missing-id, missing-id-and-action)"],
  docs: {
    what: "An entry begins with a colon: it has no id.",
    why: "BusyBox init takes such an entry for its own console; System V init drops it.\nWhat it should have started never runs, and the only trace is one line on the console during boot.",
    instead: "Give the entry an id of one to four characters that no other entry has.",
    wrong: [{ text: "::once:/sbin/openrc async\n", fixed: "open::once:/sbin/openrc async\n" }],
    right: [{ text: "as::once:/sbin/openrc async\n" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour } = context;
    if (fault !== "missing-id") return nothing;
    const range = context.range("id");
    const id = likelyId(context);
    return [
      {
        range: { start: range.start, end: range.start + 1 },
        message: message("missing-id", { initsWords: initsWords(fault, behaviour) }),
        fixes: [suggestion(message("missing-id.fix", { id }), range, id)],
      },
    ];
  },
};

const usualIds: ReadonlyMap<string, string> = new Map([
  ["initdefault", "id"],
  ["sysinit", "si"],
  ["ctrlaltdel", "ca"],
  ["powerfail", "pf"],
  ["powerwait", "pf"],
  ["powerfailnow", "pn"],
  ["powerokwait", "po"],
  ["kbrequest", "kb"],
]);

/** An id after the habits of the distributions, or the beginning of the program's name. */
function likelyId(context: LineContext): string {
  const usual = usualIds.get(context.field("action").toLowerCase());
  if (usual !== undefined) return usual;
  const program = /^[^\s]*/.exec(context.field("process"))?.[0] ?? "";
  const name = program.replace(/.*\//, "").replace(/[^A-Za-z0-9]/g, "");
  return name.slice(0, 4) || "x";
}
