import type { Report } from "../../contract.ts";
import { type Console, consolesOf } from "../consoles.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const terminalShared: FileRule = {
  id: "terminal-shared",
  code: "IT243",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox", "procd"],
  sources: [
    "getty(8), login(1): each reads the terminal for itself",
    "console(4): tty0 is the virtual console that is shown",
  ],
  docs: {
    what: "Two entries wait for input on the same terminal at the same time.",
    why: "Each character that is typed goes to one of them or the other: the name, the password or a command arrives in pieces.\nAgetty also hangs up the line that the other one holds.",
    instead:
      "Keep one login for each terminal and runlevel.\n`tty0` is not a terminal of its own: it is whatever virtual console is shown.",
    wrong: [
      { text: "1:2345:respawn:/sbin/getty 38400 tty1\nc1:12345:respawn:/sbin/agetty --noclear tty1 linux\n" },
      {
        text: "ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\nttyS0::askfirst:-/bin/sh\n",
        dialect: "busybox",
      },
    ],
    right: [
      { text: "1:2345:respawn:/sbin/getty 38400 tty1\n2:2345:respawn:/sbin/getty 38400 tty2\n" },
      { text: "1:23:respawn:/sbin/getty 38400 tty1\nc1:45:respawn:/sbin/getty 38400 tty1\n" },
      { text: "ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n::askfirst:-/bin/sh\n", dialect: "busybox" },
    ],
  },
  scope: "file",
  check: (file) => {
    const reports: Report[] = [];
    const consoles = consolesOf(file);
    const byTerminal = new Map<string, Console[]>();
    for (const one of consoles) {
      const earlier = rivalOf(one, byTerminal);
      const list = byTerminal.get(one.terminal) ?? [];
      list.push(one);
      byTerminal.set(one.terminal, list);
      if (earlier === undefined) continue;
      const levels = commonLevels(one, earlier);
      reports.push({
        range: file.range(one.index, "process"),
        message: message("terminal-shared", {
          program: one.program,
          terminal: `/dev/${one.terminal}`,
          shown: one.terminal !== earlier.terminal,
          line: file.lineNumber(earlier.index),
          levels:
            levels === undefined ? "" : message("terminal-shared.levels", { count: levels.length, levels }),
        }),
        related: [
          { range: file.range(earlier.index, "process"), message: message("terminal-shared.related") },
        ],
      });
    }
    return reports;
  },
};

/** The first earlier record on the same terminal, or on the one that is shown, in a common level. */
function rivalOf(one: Console, byTerminal: ReadonlyMap<string, readonly Console[]>): Console | undefined {
  const meets = (other: Console) => commonLevels(one, other) !== "";
  const same = byTerminal.get(one.terminal)?.find(meets);
  if (same !== undefined) return same;
  if (one.terminal === "tty0") return [...byTerminal].find(([name]) => isVirtual(name))?.[1].find(meets);
  return isVirtual(one.terminal) ? byTerminal.get("tty0")?.find(meets) : undefined;
}

function isVirtual(terminal: string): boolean {
  return /^tty[1-9]\d?$/.test(terminal);
}

/** The levels in which both run; undefined where the init has none, and empty where they never meet. */
function commonLevels(one: Console, other: Console): string | undefined {
  if (one.levels === undefined || other.levels === undefined) return undefined;
  const theirs = other.levels;
  return [...new Set(one.levels)].filter((level) => theirs.includes(level)).join("");
}
