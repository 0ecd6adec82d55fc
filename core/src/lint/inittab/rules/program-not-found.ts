import { dialectFacts } from "../../../inittab/dialect.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const programNotFound: LineRule = {
  id: "program-not-found",
  code: "IT254",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: [
    "observed: sysvinit 3.06 (exec-shell), BusyBox 1.35.0 (shell-metachar): a process in quotes is one word for the shell",
    "observed: sysvinit 3.06 and BusyBox 1.35.0 (relative-path): init works in /",
  ],
  docs: {
    what: "The whole process is in quotes, or it begins with `~` or `./`.",
    why: "Quotes make one word of a command and its arguments, and the shell looks for a program with all of that as its name.\n`~` is the home folder of the user who logs in, but init has not logged anyone in.\n`./` starts from the folder that init works in, which is `/`.",
    instead: "Remove the quotes around the whole, and write the program's full path.",
    wrong: [
      {
        text: '9:2345:respawn:"/sbin/getty 38400 tty9"\n',
        fixed: "9:2345:respawn:/sbin/getty 38400 tty9\n",
      },
      { text: "my:5:once:~/bin/start\n" },
      { text: "my:5:once:./start\n", fixed: "my:5:once:/start\n" },
    ],
    right: [
      { text: "9:2345:respawn:/sbin/getty 38400 tty9\n" },
      { text: 'my:5:once:"/opt/My Player/start"\n' },
      { text: 'my:5:once:/bin/sh -c "cd && ./start"\n' },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "odd-start"],
  check: (context) => {
    const { action, process, dialect } = context;
    if (action?.process !== "run") return nothing;
    const [flags = ""] = (dialectFacts[dialect].id === "terminal" ? /^-?/ : /^[+@]*/).exec(process) ?? [];
    const first = process.charAt(flags.length);
    // Most lines begin with a slash.
    if (first === "" || !"\"'~.$".includes(first)) return nothing;
    return first === '"' || first === "'" ? ofQuotes(context, flags.length) : ofPath(context, flags.length);
  },
};

function ofPath(context: LineContext, from: number) {
  const [text = "", home = ""] =
    /^(?:(~[A-Za-z0-9_-]*|\$HOME|\$\{HOME\})\/|\.\/)[^\s;&|<>]*/.exec(context.process.slice(from)) ?? [];
  if (text === "") return nothing;
  const range = inProcess(context, { start: from, end: from + text.length });
  // A named user's home is found in /etc/passwd, without anybody's login.
  if (home !== "")
    return home === "~" || home.startsWith("$")
      ? [{ range, message: message("program-not-found.home", { home, text }) }]
      : nothing;
  const absolute = text.slice(1);
  return [
    {
      range,
      message: message("program-not-found.relative", { text, absolute }),
      fixes: [suggestion(message("fix.write", { text: absolute }), range, absolute)],
    },
  ];
}

/** A program of a usual folder, or one without blanks, with a word or an option behind it. */
const isCommand =
  /^(?:\/(?:usr\/(?:local\/)?)?(?:s?bin|etc\/init\.d|etc\/rc\.d)\/[\w.+-]+[ \t]+\S|[\w.+/-]+[ \t]+(?:[\w./:=-]+[ \t]+)*--?[A-Za-z])/;

/** A whole command in quotes; a program whose own name has a blank is left alone. */
function ofQuotes(context: LineContext, from: number) {
  const rest = context.process.slice(from).trimEnd();
  const [whole = "", , inside = ""] = /^(["'])([^"'`$\\]*)\1(?=[ \t]|$)/.exec(rest) ?? [];
  if (!isCommand.test(inside)) return nothing;
  const range = inProcess(context, { start: from, end: from + whole.length });
  return [
    {
      range,
      message: message("program-not-found.quotes", { inside }),
      fixes: [suggestion(message("program-not-found.unquote"), range, inside)],
    },
  ];
}
