import type { TextEdit } from "../../../text/range.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { type DaemonCall, daemonCall } from "./start-stop-daemon.ts";

export const ssdExecScript: ScriptRule = {
  id: "ssd-exec-script",
  code: "IT856",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "start-stop-daemon(8)",
    "observed: start-stop-daemon of dpkg 1.21.22 and of BusyBox 1.35.0: a second start starts a second one, a stop finds none",
  ],
  docs: {
    what: "start-stop-daemon looks for a program with `--exec`, but the program is a script.",
    why: "`--exec` compares the file that a process runs, and the process of a script runs its interpreter, `python3` or `sh`.\nIt is never the script: a second start runs a second copy beside the first, and `--stop` finds nothing; with `--oknodo` it does so silently.\nAdding a pid file to `--exec` does not help, because both must match.",
    instead:
      "Start the script with `--startas` and find it by its pid file.\nThe rule recognizes a script by the ending of its name.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --background --exec /usr/local/bin/svc.py ;;\n  stop) start-stop-daemon --stop --exec /usr/local/bin/svc.py ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --background --make-pidfile --pidfile /run/svc.pid --startas /usr/local/bin/svc.py ;;\n  stop) start-stop-daemon --stop --pidfile /run/svc.pid ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --background --make-pidfile --pidfile /run/svc.pid --startas /usr/local/bin/svc.py ;;\n  stop) start-stop-daemon --stop --pidfile /run/svc.pid ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) start-stop-daemon --start --exec /usr/bin/python3 --startas /usr/local/bin/svc.py ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    const calls = everyCommand(facts.outline).flatMap(({ reached }) => {
      const call = daemonCall(facts.outline, reached);
      return call !== undefined && execOf(call) !== undefined ? [call] : [];
    });
    const fixes = fixesFor(script, calls);
    return calls.flatMap((call): readonly ScriptReport[] => {
      const exec = execOf(call);
      if (exec === undefined || call.command === undefined) return [];
      const { word, valueWord = word } = exec;
      return [
        {
          range: { start: word.start, end: Math.max(word.end, valueWord.end) },
          message: message(`ssd-exec-script.${call.command}`),
          fixes,
        },
      ];
    });
  },
};

const scripts = /\.(?:py|pl|rb|sh|bash|php|tcl|lua)$/;

/** The option that names a script. */
function execOf({ options }: DaemonCall): DaemonCall["options"][number] | undefined {
  return options.find(({ name, value }) => name === "exec" && value !== undefined && scripts.test(value));
}

/** All calls at once, since they must find the same process. */
function fixesFor({ name }: ScriptContext, calls: readonly DaemonCall[]): readonly Fix[] {
  const own = `/run/${name.replace(/\.(?:sh|init)$/, "") || "svc"}.pid`;
  const edits: TextEdit[] = [];
  for (const call of calls) {
    const exec = execOf(call);
    if (exec === undefined || !/^(?:--exec|-x)$/.test(exec.word.text) || exec.valueWord === undefined)
      return [];
    const has = (wanted: string): boolean => call.options.some((option) => option.name === wanted);
    const { word, valueWord } = exec;
    if (call.command === "start") {
      // Whoever starts it in the foreground has it write a pid file itself, nobody knows which.
      if (has("startas") || (!has("pidfile") && !has("background"))) return [];
      const file = has("pidfile") ? "" : `--make-pidfile --pidfile ${own} `;
      edits.push({ start: word.start, end: word.end, text: `${file}--startas` });
    } else if (has("pidfile")) edits.push({ start: word.start - 1, end: valueWord.end, text: "" });
    else edits.push({ start: word.start, end: valueWord.end, text: `--pidfile ${own}` });
  }
  // A file that only some of them name is another one than the rest would look at.
  const named = calls.filter(({ options }) => options.some((option) => option.name === "pidfile")).length;
  if (edits.length === 0 || (named > 0 && named < calls.length)) return [];
  return [{ title: message("ssd-exec-script.fix"), kind: "suggestion", edits: edits.toSorted(byStart) }];
}

function byStart(one: TextEdit, other: TextEdit): number {
  return one.start - other.start;
}
