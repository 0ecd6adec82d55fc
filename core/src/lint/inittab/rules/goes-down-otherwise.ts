import { dialectFacts } from "../../../inittab/dialect.ts";
import type { Report } from "../../contract.ts";
import { nothing } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";
import { type ProgramInTurn, startedInTurn } from "../started-in-turn.ts";

export const goesDownOtherwise: LineRule = {
  id: "goes-down-otherwise",
  code: "IT250",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: [
    "observed: BusyBox 1.35.0, `reboot` with a shutdown entry of poweroff, halt and reboot, with -f and without",
    "halt(8): called in runlevel 0 or 6 it acts at once",
  ],
  docs: {
    what: "An entry that runs at shutdown halts, switches off or restarts the machine, although something else may have been asked for.",
    why: "BusyBox runs its shutdown entries for `reboot`, `halt` and `poweroff` alike: with `poweroff -f` among them a reboot switches the machine off, and the entries after it do not run.\nWithout `-f` the program only sends init a signal, which init ignores while it shuts down.\nSysvinit enters runlevel 6 to restart and runlevel 0 to halt; an entry there that does the other thing reverses the two.",
    instead:
      "Delete the entry: BusyBox itself does what was asked for. In runlevels 0 and 6 of sysvinit, call the program for that runlevel.",
    wrong: [
      { text: "::shutdown:/sbin/poweroff -f\n", dialect: "busybox" },
      { text: "::shutdown:/sbin/reboot\n", dialect: "busybox" },
      { text: "l6:6:wait:/sbin/halt -p\n" },
    ],
    right: [
      { text: "::shutdown:/bin/umount -a -r\n::ctrlaltdel:/sbin/reboot\n", dialect: "busybox" },
      { text: "l0:0:wait:/sbin/halt -p\nl6:6:wait:/sbin/reboot\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["known"],
  check: (context) => {
    const started = context.started();
    if (started === undefined) return nothing;
    for (const each of startedInTurn(started)) {
      const found = reportOf(context, each);
      if (found !== undefined) return [found];
    }
    return nothing;
  },
};

function reportOf(context: LineContext, started: ProgramInTurn): Report | undefined {
  if (started.program?.kind !== "power" || !started.plain) return undefined;
  const range = inProcess(context, started.word);
  if (context.action?.trigger !== "shutdown" || context.line.action !== "shutdown") {
    const turned = turnedRound(context, started);
    return turned && { range, message: turned };
  }
  const { name: program, words, single } = started;
  if (!["halt", "poweroff", "reboot"].includes(program)) return undefined;
  if (words.some(({ text }) => /^(?:-[a-z]*f[a-z]*|--force)$/.test(text)))
    return { range, message: message("goes-down-otherwise.forced", { program }) };
  // Others in the same line may do something.
  return single
    ? { range, message: message("goes-down-otherwise.ignored", { program }), severity: "information" }
    : undefined;
}

function turnedRound({ action, line, dialect }: LineContext, { name, words }: ProgramInTurn) {
  if (dialectFacts[dialect].linuxLevels !== true || action?.trigger !== "runlevel") return undefined;
  const says = (option: RegExp) => words.some(({ text }) => option.test(text));
  if (says(/^(?:-[a-z]*w[a-z]*|--wtmp-only)$/)) return undefined;
  const ends = endsIn(
    name,
    words.map(({ text }) => text),
  );
  if (line.runlevels === "6" && ends === "0")
    return message("goes-down-otherwise.restart", { program: name });
  if (line.runlevels === "0" && ends === "6") return message("goes-down-otherwise.halt", { program: name });
  return undefined;
}

/** The level that a program of the way down leads to, or in which it does at once what the level is for. */
function endsIn(name: string, words: readonly string[]): "0" | "6" | undefined {
  const says = (option: RegExp) => words.some((text) => option.test(text));
  switch (name) {
    case "reboot":
      return says(/^(?:--halt|--poweroff|-p)$/) ? undefined : "6";
    case "halt":
    case "poweroff":
      return says(/^--reboot$/) ? undefined : "0";
    case "shutdown":
      if (says(/^-[A-Za-z]*[ck]/)) return undefined;
      return says(/^-[A-Za-z]*r/) ? "6" : says(/^-[A-Za-z]*[hHP]/) ? "0" : undefined;
    case "init":
    case "telinit":
      return says(/^0$/) ? "0" : says(/^6$/) ? "6" : undefined;
    default:
      return undefined;
  }
}
