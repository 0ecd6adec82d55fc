import { type Interpreter, readFirstLine } from "../../../initscript/script/first-line.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { isTemplate } from "./template.ts";

const body = 'case "$1" in\r\n  start) svcd ;;\r\nesac\r\n';

export const scriptInterpreter: ScriptRule = {
  id: "script-interpreter",
  code: "IT876",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: [
    "execve(2), interpreter scripts",
    "observed: Linux with dash 0.5.12, bash 5.2 and BusyBox 1.35.0: `not found`, and `Illegal option -` where an option stands in front of the carriage return",
  ],
  docs: {
    what: "The first line names an interpreter that cannot be run.",
    why: "The kernel takes everything up to the end of the line, a carriage return too: no system has a program of that name, and the script ends with 127 and `not found`, although it is there.\nA path without a slash in front is looked for in the folder in which the caller happens to stand, which is `/` at boot only.",
    instead: "Name the interpreter with its whole path, and end the lines with a line feed alone.",
    wrong: [
      { text: `#!/bin/sh\r\n${body}`, fixed: `#!/bin/sh\n${body.replaceAll("\r", "")}` },
      { text: "#!bin/sh\nsvcd\n", fixed: "#!/bin/sh\nsvcd\n" },
    ],
    right: [{ text: "#!/bin/sh\nsvcd\n" }, { text: "#! /usr/bin/env bash\nsvcd\n" }],
  },
  scope: "script",
  families: "all",
  check: ({ text }) => {
    const line = readFirstLine(text);
    if (line.kind !== "interpreter" || isTemplate(text)) return [];
    return [...carriageReturn(text, line), ...relative(line)];
  },
};

/** Shells take the carriage return for an option; other languages may forgive it. */
const shells = /(?:^|\/)(?:ba|da|a|k|mk)?sh$/;

function carriageReturn(text: string, line: Interpreter): readonly ScriptReport[] {
  const { program, programRange, argument, hasReturn } = line;
  if (!hasReturn || (argument !== "" && !shells.test(program))) return [];
  const edits = [...text.matchAll(/\r(?=\n|$)/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: "",
  }));
  return [
    {
      range: { start: programRange.start, end: line.range.end },
      message:
        argument === "" ? message("script-interpreter.return") : message("script-interpreter.argument"),
      fixes: [guess(message("script-interpreter.convert"), edits)],
    },
  ];
}

/** Where programs are on every system. */
const programFolders = /^(?:usr\/)?(?:local\/)?s?bin\//;

function relative({ program, programRange }: Interpreter): readonly ScriptReport[] {
  if (program.startsWith("/")) return [];
  const { start } = programRange;
  return [
    {
      range: programRange,
      severity: "warning",
      message: message("script-interpreter.relative", { program }),
      fixes: programFolders.test(program)
        ? [guess(message("fix.write", { text: `/${program}` }), [{ start, end: start, text: "/" }])]
        : [],
    },
  ];
}
