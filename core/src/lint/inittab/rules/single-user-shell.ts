import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { isInteractiveShell } from "../login.ts";
import { message } from "../message.ts";

export const singleUserShell: LineRule = {
  id: "single-user-shell",
  code: "IT303",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["init(8), sulogin(8)", "observed: sysvinit 3.06 (level-single-basic)"],
  docs: {
    what: "Single-user mode starts a shell instead of sulogin.",
    why: "Anyone who can type `single` at the boot prompt, or reset the machine, is root without a password.\nSulogin asks for it.",
    instead: "Run `/sbin/sulogin`.\nIf anyone who can touch the machine may control it, silence the rule.",
    wrong: [{ text: "~~:S:wait:/bin/sh\n", fixed: "~~:S:wait:/sbin/sulogin\n" }],
    right: [
      { text: "~~:S:wait:/sbin/sulogin\n" },
      { text: "rs:S1:wait:/bin/sh /etc/rc.single\n" },
      { text: "z6:6:respawn:/bin/sh\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "single-user"],
  check: (context) => {
    const { action, line, process } = context;
    if (action?.process !== "run" || action.trigger !== "runlevel") return nothing;
    if (!line.runlevels.includes("S") || !/sh\b/.test(process)) return nothing;
    if (!isInteractiveShell(wordsOf(context))) return nothing;
    const range = inProcess(context, { start: 0, end: process.length });
    return [
      {
        range,
        message: message("single-user-shell"),
        fixes: [suggestion(message("single-user-shell.fix"), range, "/sbin/sulogin")],
      },
    ];
  },
};

function wordsOf(context: LineContext): readonly string[] {
  const command = context.command();
  if (command.kind === "direct") return command.argv;
  const reading = context.shell();
  if (reading === undefined || reading.goesOn) return [];
  const words = reading.firstCommand.map((word) => word.text);
  return words[0] === "exec" ? words.slice(1) : words;
}
