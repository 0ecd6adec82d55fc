// What the line rules share about one line. Whatever few rules ask for is found when it is asked for the first time.

import { findAction } from "../inittab/actions.ts";
import { type CommandLine, commandLine } from "../inittab/command.ts";
import { type FieldName, fieldRange, type InittabLine, type TextRange } from "../inittab/line.ts";
import { unfold } from "../inittab/other-line.ts";
import { type InittabScan, lineTextAt } from "../inittab/scan.ts";
import { behaviourOf } from "../inittab/versions.ts";
import type { LineContext } from "./contract.ts";
import { faultOf } from "./fault.ts";
import { readShell, type ShellReading } from "./shell.ts";

/** The context of the line with this index. */
export function lineContext(scan: InittabScan, index: number, line: InittabLine): LineContext {
  const { dialect, version } = scan;
  const text = lineTextAt(scan, index);
  const encoding = scan.options.encoding ?? "utf-8";
  const isRecord = line.kind === "record";
  const process = isRecord ? processOf(line, text) : "";
  let command: CommandLine | undefined;
  let shell: ShellReading | undefined;
  const getCommand = () => {
    command ??= commandLine(process, { dialect, version });
    return command;
  };
  return {
    dialect,
    version,
    behaviour: behaviourOf(version),
    encoding,
    line,
    text,
    fault: line.rejection === undefined ? undefined : faultOf(line, text, encoding),
    action: isRecord ? findAction(line.action) : undefined,
    process,
    field: (name) => {
      const range = fieldRange(line, name);
      return range === undefined ? "" : unfold(text.slice(range.start, range.end));
    },
    range: (name: FieldName): TextRange => fieldRange(line, name) ?? { start: line.end, end: line.end },
    command: getCommand,
    shell: () => {
      const known = getCommand();
      if (known.kind !== "shell") return undefined;
      shell ??= readShell(process, known.script.start);
      return shell;
    },
  };
}

function processOf(line: InittabLine, text: string): string {
  const end = text.charCodeAt(line.end - 1) === carriageReturn ? line.end - 1 : line.end;
  return unfold(text.slice(line.actionEnd + 1, Math.max(end, line.actionEnd + 1)));
}

const carriageReturn = 13;
