import { dialectFacts } from "../../../inittab/dialect.ts";
import { fateOfStarted, type StartedProgram } from "../../../inittab/started.ts";
import type { Message } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import type { Report } from "../../contract.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";
import { afterItsEnd } from "../restarts.ts";

export const sessionOfItsOwn: LineRule = {
  id: "session-of-its-own",
  code: "IT251",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: [
    "setsid(1), --wait",
    "observed: setsid of util-linux 2.38 and of BusyBox 1.35.0, called by a leader of a group",
    "observed: sysvinit 3.06 (level-process-left-group): nor are children stopped of a once record that has ended",
  ],
  docs: {
    what: "A respawn entry starts its program through setsid, or an entry of some runlevels leaves a program behind that init cannot stop.",
    why: "Init already makes each process the leader of a session, and the leader of a group cannot leave it: setsid leaves a child behind and ends at once.\nSo init starts another copy again and again, and when the runlevel ends it stops none of them.\nUnder `once` the program keeps running after its runlevels, and so does one that `nohup` and `&`, `start-stop-daemon --background` or an option of its own leave behind: init knows only the process that it has started, and that has ended.\nThis second case is reported as information.",
    instead:
      "Leave out setsid: init has given the process a session and its terminal.\nA program that should end with its runlevels must stay in the foreground.",
    wrong: [
      {
        text: "mo:2345:respawn:/usr/bin/setsid /usr/sbin/monitor\n",
        fixed: "mo:2345:respawn:/usr/sbin/monitor\n",
      },
      {
        text: "::respawn:setsid cttyhack /bin/sh\n",
        dialect: "busybox",
        fixed: "::respawn:cttyhack /bin/sh\n",
      },
    ],
    right: [
      { text: "mo:2345:respawn:/usr/sbin/monitor\n" },
      { text: "mo:2345:respawn:/usr/bin/setsid -w /usr/sbin/monitor\n" },
      { text: "mo:12345:once:/usr/bin/setsid /usr/sbin/monitor\n" },
      { text: "mo:5:once:/usr/sbin/monitor\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["known"],
  check: (context) => {
    const { action } = context;
    if (action?.trigger !== "runlevel" || (action.respawns && !/setsid/.test(context.process)))
      return nothing;
    const started = context.started();
    if (started === undefined || !started.single) return nothing;
    const [outermost] = started.through;
    const setsid = started.through.find(({ name }) => name === "setsid");
    if (setsid === undefined) return action.respawns ? nothing : leftBehind(context, started);
    if (setsid.options.some(({ text }) => waiting.test(text))) return nothing;
    if (!action.respawns)
      return outlives(context, setsid.word, (levels) => message("session-of-its-own.outlives", { levels }));
    const next = setsid.options.at(-1)?.end ?? setsid.word.end;
    const behind = context.process.slice(next).length - context.process.slice(next).trimStart().length;
    return [
      {
        range: inProcess(context, setsid.word),
        message: message("session-of-its-own", { outcome: afterItsEnd(context) }),
        fixes:
          outermost === setsid
            ? [
                suggestion(
                  message("getty-arguments.delete", { text: setsid.name }),
                  inProcess(context, { start: setsid.word.start, end: next + behind }),
                  "",
                ),
              ]
            : [],
      },
    ];
  },
};

/** Where init starts the program once, and should stop it when it leaves the record's levels. */
function outlives(
  context: LineContext,
  word: TextRange,
  why: (levels: string) => Message,
): readonly Report[] {
  const { levels } = dialectFacts[context.dialect];
  const { runlevels } = context.line;
  if (levels === "" || everyLevel.every((level) => runlevels.includes(level))) return nothing;
  return [{ range: inProcess(context, word), message: why(runlevels), severity: "information" }];
}

/** What a record leaves behind and says so: by nohup and `&`, or by an option. A service that always does so is not reported. */
function leftBehind(context: LineContext, started: StartedProgram): readonly Report[] {
  const nohup = started.ampersand ? started.through.find(({ name }) => name === "nohup") : undefined;
  const { program, name } = started;
  const asked =
    program !== undefined && program.run.kind !== "background" && fateOfStarted(started) === "background";
  // Where init waits for the shell, another rule says it.
  const within = context.action?.waits === true ? undefined : started.within;
  if (nohup === undefined && !asked && within === undefined) return nothing;
  return outlives(context, nohup?.word ?? within ?? started.word, (levels) =>
    message("session-of-its-own.left-behind", { program: nohup?.name ?? name, levels }),
  );
}

/** The levels that a machine may stay in. */
const everyLevel = ["1", "2", "3", "4", "5"] as const;

/** The option to stay until the program ends. */
const waiting = /^(?:--wait|-[cf]*w[cf]*)$/;
