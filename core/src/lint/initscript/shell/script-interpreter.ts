import { type Interpreter, readFirstLine } from "../../../initscript/script/first-line.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
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
    why: "The kernel takes everything up to the end of the line, including a carriage return: no system has a program of that name, and the script ends with 127 and `not found`, although it exists.\nA path without a leading slash is looked up in the caller's current directory, which is `/` only at boot.\nImages of Buildroot, OpenEmbedded or OpenWrt contain bash, Perl or Python only if they were selected; the rule reports this as information.",
    instead:
      "Name the interpreter with its full path, and end the lines with a line feed only.\nFor an image built from BusyBox, write for its shell, or select the interpreter for the image.",
    wrong: [
      { text: `#!/bin/sh\r\n${body}`, fixed: `#!/bin/sh\n${body.replaceAll("\r", "")}` },
      { text: "#!bin/sh\nsvcd\n", fixed: "#!/bin/sh\nsvcd\n" },
    ],
    right: [{ text: "#!/bin/sh\nsvcd\n" }, { text: "#! /usr/bin/env bash\nsvcd\n" }],
  },
  scope: "script",
  families: "all",
  check: (script) => {
    const { text } = script;
    const line = readFirstLine(text);
    if (line.kind !== "interpreter" || isTemplate(text)) return [];
    return [...carriageReturn(text, line), ...relative(line), ...chosen(script, line)];
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

/** Interpreters that BusyBox does not bring. */
const optional = /^(?:\/usr)?(?:\/local)?\/bin\/(?:bash|ksh|zsh|perl|python[\d.]*|ruby|php|lua|node|expect)$/;

/** On a system of which only the family is known; where its programs are known, another rule looks at them. */
function chosen(
  { family, root, name }: ScriptContext,
  { program, programRange, argument, hasReturn }: Interpreter,
): readonly ScriptReport[] {
  const isEnv = /^\/(?:usr\/)?bin\/env$/.test(program);
  const wanted = isEnv ? `/usr/bin/${argument.replace(/^-S\s+/, "").split(/\s/)[0] ?? ""}` : program;
  const minimal = family.families.filter(({ isMinimal }) => isMinimal);
  const [first] = minimal;
  if (first === undefined || minimal.length < family.families.length) return [];
  if (root !== undefined || hasReturn || !optional.test(wanted)) return [];
  // The name alone may be that of a link in another system's folder.
  if (family.by === "script" && family.weight !== "proof") return [];
  // What its caller reads runs in the caller's shell.
  if (first.calls.sourced?.test(name) === true) return [];
  const what = wanted.slice(wanted.lastIndexOf("/") + 1);
  return [
    {
      range: programRange,
      severity: "information",
      message: message("script-interpreter.chosen", { program: what, family: first.title }),
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
