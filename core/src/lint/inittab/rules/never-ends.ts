import { findAction } from "../../../inittab/actions.ts";
import { dialectFacts } from "../../../inittab/dialect.ts";
import { staysForGood } from "../../../inittab/started.ts";
import type { Report } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const neverEnds: FileRule = {
  id: "never-ends",
  code: "IT245",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: [
    'inittab(5), "wait"; the manual page of each program, in core\'s table of programs',
    "spec/dialects.md, section 3: the order of BusyBox's actions",
  ],
  docs: {
    what: "Init waits for a program that does not end, and there are entries after it.",
    why: "Init continues with its list only when the process has ended.\nA display manager, a daemon in the foreground or `tail -f` never does, so what comes after it never starts; often that is the login.",
    instead: "Use `respawn`, or `once`; or let the program go into the background.",
    wrong: [
      {
        text: "x1:45:wait:/usr/bin/xdm -nodaemon\nc1:12345:respawn:/sbin/agetty 38400 tty1 linux\n",
        fixed: "x1:45:respawn:/usr/bin/xdm -nodaemon\nc1:12345:respawn:/sbin/agetty 38400 tty1 linux\n",
      },
      {
        text: "::sysinit:/sbin/syslogd -n\ntty1::respawn:/sbin/getty 38400 tty1\n",
        dialect: "busybox",
        fixed: "::respawn:/sbin/syslogd -n\ntty1::respawn:/sbin/getty 38400 tty1\n",
      },
    ],
    right: [
      { text: "c1:12345:respawn:/sbin/agetty 38400 tty1 linux\nx1:45:respawn:/usr/bin/xdm -nodaemon\n" },
      { text: "c1:123:respawn:/sbin/agetty 38400 tty1 linux\nx1:5:wait:/usr/bin/xdm -nodaemon\n" },
      { text: "::sysinit:/sbin/syslogd\ntty1::respawn:/sbin/getty 38400 tty1\n", dialect: "busybox" },
    ],
  },
  scope: "file",
  check: (file) =>
    waiting
      .flatMap((action) => file.linesOf(action).slice(0, patience))
      .flatMap((index) => reportOf(file, index) ?? []),
};

const waiting = ["sysinit", "bootwait", "wait"] as const;

/** So many records that init waits for are no machine's table. */
const patience = 1000;

function reportOf(file: FileContext, index: number): Report | undefined {
  const started = file.started(index);
  if (started === undefined || !staysForGood(started)) return undefined;
  const blocked = firstBehind(file, index);
  if (blocked < 0) return undefined;
  const { start } = file.range(index, "process");
  const { word } = started;
  return {
    range: { start: start + word.start, end: start + word.end },
    message: message("never-ends", { program: started.name, line: file.lineNumber(blocked) }),
    related: [{ range: file.range(blocked, "process"), message: message("never-ends.related") }],
    fixes: [suggestion(message("fix.make-it-respawn"), file.range(index, "action"), "respawn")],
  };
}

/** The first record that would start after this one; -1 if there is none. */
function firstBehind(file: FileContext, index: number): number {
  const action = file.scan.lines[index]?.action ?? "";
  const levels = file.scan.lines[index]?.runlevels ?? "";
  const phase = phases.indexOf(action);
  const hasLevels = dialectFacts[file.scan.dialect].levels !== "";
  const later = phases.flatMap((name, at) => {
    if (at < phase) return [];
    // BusyBox goes from action to action; sysvinit goes through the list once the boot is over.
    const sameRun = at === phase || (hasLevels && phase >= firstOfLevels);
    const from = sameRun ? index + 1 : 0;
    return nextRunning(file, name, from, hasLevels && phase >= firstOfLevels ? levels : undefined);
  });
  return later.length === 0 ? -1 : Math.min(...later);
}

/** The order in which init comes to its actions; those of the levels are one run for sysvinit. */
const phases = ["sysinit", "boot", "bootwait", "wait", "once", "respawn", "askfirst", "ondemand"];
const firstOfLevels = 3;

function nextRunning(
  file: FileContext,
  action: string,
  from: number,
  levels: string | undefined,
): readonly number[] {
  for (let index = file.nextOf(action, from); index >= 0; index = file.nextOf(action, index + 1)) {
    const other = file.scan.lines[index]?.runlevels ?? "";
    if (findAction(action)?.process !== "run") continue;
    if (levels === undefined || [...levels].some((level) => /[0-9S]/.test(level) && other.includes(level)))
      return [index];
  }
  return [];
}
