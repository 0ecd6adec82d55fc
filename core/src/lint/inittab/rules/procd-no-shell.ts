import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const procdNoShell: LineRule = {
  id: "procd-no-shell",
  code: "IT621",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded cases args-quotes, args-blanks and comment-behind of procd"],
  docs: {
    what: "A process contains quotes, variables, redirections, a tab or a comment.",
    why: "procd does not call a shell: it splits the process at blanks and passes the words on as they are, including quotes and `#`.\nA tab does not separate words.",
    instead: "Put the command into a script, and a comment on a line of its own.",
    wrong: [
      { text: "tty1::respawn:/bin/sh -c 'sleep 5'\n", dialect: "procd" },
      { text: "tty1::askfirst:/bin/ash --login # the console\n", dialect: "procd" },
    ],
    right: [{ text: "tty1::askfirst:/bin/ash --login\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const found = forShell.exec(context.process);
    if (found === null) return nothing;
    const [whole, before = "", text = ""] = found;
    const start = found.index + before.length;
    const range = inProcess(context, { start, end: found.index + whole.length });
    return [{ range, message: message("procd-no-shell", { what: kindOf(text) }) }];
  },
};

/** What only a shell makes something of, where a word begins, and a tab anywhere in the process. */
const forShell = /(^| )(\d?[<>]+|[|;&]+(?= |$)|["'#`]|\$[({\w])|()(\t)(?=.)/;

function kindOf(text: string): "quote" | "comment" | "tab" | "shell" {
  if (text === "" || text === "\t") return "tab";
  if (text === "#") return "comment";
  return text === '"' || text === "'" ? "quote" : "shell";
}
