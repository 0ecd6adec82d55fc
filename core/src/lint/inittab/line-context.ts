// What the line rules share about one line. Whatever few rules ask for is found when it is asked for the first time.

import { type Action, findAction } from "../../inittab/actions.ts";
import { type CommandLine, commandLine, mayCallShell } from "../../inittab/command.ts";
import { type Dialect, dialectFacts } from "../../inittab/dialect.ts";
import { type FieldName, fieldRange, type InittabLine } from "../../inittab/line.ts";
import { unfold } from "../../inittab/other-line.ts";
import { type InittabScan, lineTextAt, processTextAt } from "../../inittab/scan.ts";
import { mayStartKnown, type StartedProgram } from "../../inittab/started.ts";
import { behaviourOf, type SysvinitBehaviour, type SysvinitVersion } from "../../inittab/versions.ts";
import { findProgram, type ProgramFinder } from "../../programs/find.ts";
import { readShell, type ShellReading } from "../../shell/reading.ts";
import type { Encoding } from "../../text/bytes.ts";
import type { TextRange } from "../../text/range.ts";
import type { LineContext } from "./contract.ts";
import { type Fault, faultOf } from "./fault.ts";
import { startedByLine } from "./started-by-line.ts";

/** The context of the line with this index. */
export function lineContext(
  scan: InittabScan,
  index: number,
  line: InittabLine,
  find: ProgramFinder = findProgram,
): LineContext {
  return new LazyLine(scan, index, line, find);
}

/** A class and not an object of functions: a file of 100,000 lines makes 100,000 of them at once. */
class LazyLine implements LineContext {
  readonly dialect: Dialect;
  readonly version: SysvinitVersion;
  readonly behaviour: SysvinitBehaviour;
  readonly encoding: Encoding;
  readonly line: InittabLine;
  readonly text: string;
  readonly fault: Fault | undefined;
  readonly action: Action | undefined;
  readonly process: string;
  readonly runlevels: string;
  #command: CommandLine | undefined;
  #shell: ShellReading | undefined;
  readonly #find: ProgramFinder;
  #started: StartedProgram | undefined | null = null;

  constructor(scan: InittabScan, index: number, line: InittabLine, find: ProgramFinder) {
    this.#find = find;
    this.dialect = scan.dialect;
    this.version = scan.version;
    this.behaviour = behaviourOf(scan.version);
    this.encoding = scan.options.encoding ?? "utf-8";
    this.line = line;
    this.text = lineTextAt(scan, index);
    this.fault = line.rejection === undefined ? undefined : faultOf(line, this.text, this.encoding);
    const isRecord = line.kind === "record";
    this.action = isRecord ? findAction(line.action) : undefined;
    this.process = isRecord ? processTextAt(scan, index) : "";
    const decides = this.action?.runlevels === "used" && this.action.process === "run";
    this.runlevels = decides ? this.field("runlevels") : "";
  }

  field(name: FieldName): string {
    const range = fieldRange(this.line, name);
    return range === undefined ? "" : unfold(this.text.slice(range.start, range.end));
  }

  range(name: FieldName): TextRange {
    return fieldRange(this.line, name) ?? { start: this.line.end, end: this.line.end };
  }

  command(): CommandLine {
    this.#command ??= commandLine(this.process, { dialect: this.dialect, version: this.version });
    return this.#command;
  }

  shell(): ShellReading | undefined {
    if (!mayCallShell(this.process, this.dialect)) return undefined;
    const command = this.command();
    if (command.kind !== "shell") return undefined;
    const { execs, script } = command;
    const busybox = dialectFacts[this.dialect].busyboxShell === true;
    this.#shell ??= readShell(this.process, script.start, { busybox, execs });
    return this.#shell;
  }

  started(): StartedProgram | undefined {
    if (this.#started !== null) return this.#started;
    const runs = this.action?.process === "run" && mayStartKnown(this.process, this.#find);
    this.#started = runs ? startedByLine(this, this.line, () => this.process, this.#find) : undefined;
    return this.#started;
  }
}
