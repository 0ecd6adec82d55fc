import type { TextRange } from "../../../text/range.ts";
import type { Report } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { entryScripts } from "../entry-scripts.ts";
import { message } from "../message.ts";

export const rcOtherLevel: FileRule = {
  id: "rc-other-level",
  code: "IT252",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["init(8); rc of Debian and of Red Hat: the argument is the folder of links that is used"],
  docs: {
    what: "An entry calls rc with the number of a runlevel in which the entry does not run.",
    why: "Entering the runlevel then starts and stops the services of another one, while `runlevel` names the one that was asked for.\nAn entry of several runlevels that calls rc for one of them does so in the others; where other runlevels have a call of their own, this is reported as information.",
    instead: "Write the number of the entry's own runlevel.",
    wrong: [
      {
        text: "l4:4:wait:/etc/init.d/rc 3\n",
        fixed: "l4:4:wait:/etc/init.d/rc 4\n",
      },
      { text: "l3:3:wait:/etc/init.d/rc 3\nl4:45:wait:/etc/init.d/rc 4\n" },
    ],
    right: [
      { text: "l4:4:wait:/etc/init.d/rc 4\n" },
      { text: "lm:2345:wait:/etc/init.d/rc 3\n" },
      { text: "ls:S:wait:/etc/init.d/rc 1\n" },
      { text: "l6:6:wait:/etc/rc.d/rc.6\n" },
    ],
  },
  scope: "file",
  check: (file) => {
    const calls = entryScripts(file, { actions: entering, patience }).flatMap(
      (index) => callAt(file, index) ?? [],
    );
    return calls.flatMap((call) =>
      call.own.includes(call.level) ? sharedReport(call, calls) : otherReport(call),
    );
  },
};

/** What runs when a level is entered. */
const entering = new Set(["wait", "once", "respawn"]);

/** So many records are no machine's table. */
const patience = 500;

/** A record that calls rc with one of the levels. */
interface CallOfRc {
  readonly level: string;
  /** The levels in which the record runs; never empty: without levels it runs in all of them. */
  readonly own: string;
  /** The level in the process. */
  readonly range: TextRange;
}

function callAt(file: FileContext, index: number): CallOfRc | undefined {
  const process = file.field(index, "process");
  if (!process.includes("/rc")) return undefined;
  const line = file.scan.lines[index];
  // A graphical login may have the level of its own name.
  const named = line?.action === "respawn" ? undefined : namedCall.exec(process);
  const [, head = "", level = ""] = callOfRc.exec(process) ?? named ?? [];
  const own = (line?.runlevels ?? "").replace(/[^0-9S]/g, "");
  if (level === "" || own === "") return undefined;
  const whole = file.range(index, "process");
  const start = whole.start + head.length;
  return { level, own, range: line?.count === 1 ? { start, end: start + level.length } : whole };
}

function otherReport({ level, own, range }: CallOfRc): readonly Report[] {
  // Single-user mode and level 1 are used one for the other.
  if (/[S1]/.test(level) && /[S1]/.test(own)) return [];
  return [
    {
      range,
      message: message("rc-other-level", { level, count: own.length, own }),
      fixes: own.length === 1 ? [suggestion(message("fix.write", { text: own }), range, own)] : [],
    },
  ];
}

/**
 * One call for several levels is what somebody wants, unless other levels have one each. Where two calls share a level,
 * another rule says it.
 */
function sharedReport(call: CallOfRc, calls: readonly CallOfRc[]): readonly Report[] {
  const { level, own, range } = call;
  const others = [...own].filter((each) => each !== level && !(/[S1]/.test(level) && /[S1]/.test(each)));
  const isShared = calls.some((other) => other !== call && [...own].some((each) => other.own.includes(each)));
  if (others.length === 0 || isShared || !calls.some((other) => isForOne(other))) return [];
  const what = message("rc-other-level.shared", { level, count: others.length, others: others.join("") });
  return [{ range, message: what, severity: "information" }];
}

/** Whether it is the call of one of the levels in which people work. */
function isForOne({ level, own }: CallOfRc): boolean {
  return level === own && /[2-5]/.test(level);
}

/** A call of rc with a level; what a shell would do after it does not matter. */
const callOfRc =
  /^([+@]*(?:(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh[ \t]+(?:-c[ \t]+["'])?)?\/(?:[^\s/]+\/)*rc[ \t]+)([0-9S])(?=[ \t;&|<>"']|$)/;

/** A script of a level that has the level in its name, as Slackware's. */
const namedCall = /^([+@]*\/(?:[^\s/]+\/)*rc\.?)([0-6])(?=[ \t]*(?:[;&|<>]|$))/;
