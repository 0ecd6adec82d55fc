import { type FirstLine, readFirstLine } from "../../../initscript/script/first-line.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { isTemplate } from "./template.ts";

const arms = 'case "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';

export const scriptFirstLine: ScriptRule = {
  id: "script-first-line",
  code: "IT875",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "execve(2), interpreter scripts",
    "observed: dash 0.5.12, bash 5.2 and BusyBox 1.35.0 run what the kernel refuses themselves; env runs it with /bin/sh",
  ],
  docs: {
    what: "The kernel sees no interpreter: the first two bytes of the file are not `#!`.",
    why: "Then the caller decides which shell reads the script: bash and dash each read such a file themselves, `service` uses `/bin/sh`, and a program that is not a shell cannot run it.\nThe line with the interpreter is only a comment if it is further down or preceded by spaces.\nAfter a byte order mark it is a command that the shell does not find.",
    instead:
      "Begin the file with `#!` and the shell that the script is written for, with nothing before it.\nScripts whose names end in `.sh`, which some systems read instead of running them, need no such line.",
    wrong: [
      { text: `\n#!/bin/bash\n${arms}`, fixed: `#!/bin/bash\n${arms}` },
      { text: `\uFEFF#!/bin/sh\n${arms}`, fixed: `#!/bin/sh\n${arms}` },
      { text: `#/bin/sh\n${arms}`, fixed: `#!/bin/sh\n${arms}` },
      { text: arms, fixed: `#!/bin/sh\n${arms}` },
    ],
    right: [
      { text: `#!/bin/sh\n${arms}` },
      { text: `## template:jinja\n#!/bin/sh\n${arms}` },
      { text: arms, name: "svc.sh" },
    ],
  },
  scope: "script",
  families: "all",
  check: (script) => {
    const line = readFirstLine(script.text);
    if (line.kind === "interpreter" || script.text.trim() === "" || isLinkAsText(script.text)) return [];
    const isUnmarked = line.kind === "none" || (line.kind === "unseen" && line.why !== "byte-order-mark");
    if ((isUnmarked && isReadByItsCaller(script)) || isTemplate(script.text)) return [];
    return [report(script, line)];
  },
};

/** Where links cannot be stored, version control and archives write what they point to into a file. */
function isLinkAsText(text: string): boolean {
  return /^\.{0,2}\/\S+\n?$/.test(text);
}

/** The shell that calls a script of this name may read it itself, so that it needs no interpreter. */
function isReadByItsCaller({ name, family }: ScriptContext): boolean {
  return name.endsWith(".sh") || family.families.some(({ calls }) => calls.sourced?.test(name) === true);
}

function report(script: ScriptContext, line: Exclude<FirstLine, { kind: "interpreter" }>): ScriptReport {
  const { range } = line;
  switch (line.kind) {
    case "none":
      return {
        range,
        message: message("script-first-line"),
        fixes: [insertion(script.text)],
      };
    case "escaped":
      return {
        range,
        severity: "error",
        message: message("script-first-line.escaped"),
        fixes: [guess(message("script-first-line.break"), broken(script.text, range.end))],
      };
    case "unseen":
      return {
        range,
        message: message(`script-first-line.${line.why}`),
        fixes: [moved(script.text, line)],
      };
  }
}

function insertion(text: string): Fix {
  const newline = text.slice(0, text.indexOf("\n") + 1).endsWith("\r\n") ? "\r\n" : "\n";
  return guess(message("script-first-line.insert"), [{ start: 0, end: 0, text: `#!/bin/sh${newline}` }]);
}

/** Puts the interpreter to where the kernel looks. */
function moved(text: string, { why, written, range }: Extract<FirstLine, { readonly kind: "unseen" }>): Fix {
  if (why === "byte-order-mark" || why === "indented") {
    const end = why === "indented" ? text.indexOf("#") : 1;
    const title = message(why === "indented" ? "script-first-line.unindent" : "script-first-line.unmark");
    return guess(title, [{ start: 0, end, text: "" }]);
  }
  const title = message("script-first-line.move", { written: written.trim() });
  if (why === "misspelt") return guess(title, [{ ...range, text: written }]);
  const above = text.slice(0, range.start);
  if (above.trim() === "") return guess(title, [{ start: 0, end: text.indexOf("#"), text: "" }]);
  const behind = Math.min(range.end + 1, text.length);
  return guess(title, [
    { start: 0, end: 0, text: `${written.trimEnd()}\n` },
    { start: range.start, end: behind, text: "" },
  ]);
}

/** Makes line ends of the `\n` in the first line. */
function broken(text: string, end: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { index } of text.slice(0, end).matchAll(/\\n ?/g)) {
    const length = text.charAt(index + 2) === " " ? 3 : 2;
    edits.push({ start: index, end: index + length, text: index + length >= end ? "" : "\n" });
  }
  return text.startsWith("#!") ? edits : [{ start: 0, end: 1, text: "#!" }, ...edits];
}
