import {
  defaultSysvinitVersion,
  describePath,
  detectDialect,
  type ProcessSettings,
  type Scenario,
  type ScenarioEvent,
  type ScenarioProblem,
  sysvinitVersions,
  validateScenario,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { type Input, readInput } from "../input.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { sysvinitVersion } from "../reading-options.ts";
import { eventForms, parseEvent, parseProcess, processForm } from "../simulate/arguments.ts";
import { simulateDiff } from "../simulate/diff.ts";
import { diffJson, diffText } from "../simulate/diff-report.ts";
import { type ReportRequest, reports } from "../simulate/report.ts";
import { readScenario, type ScenarioReading } from "../simulate/scenario-file.ts";
import { visible } from "../terminal-text.ts";

const options = {
  init: {
    type: "string",
    value: "VERSION",
    about: `the release of sysvinit: ${sysvinitVersions.slice(0, -1).join(", ")}\nor ${defaultSysvinitVersion} (default)`,
  },
  boot: {
    type: "string",
    value: "'WORD...'",
    about: "the arguments init is started with, such as single or 3",
  },
  at: {
    type: "string",
    multiple: true,
    value: "'EVENT'",
    about: "something that happens; may be repeated (see below)",
  },
  run: {
    type: "string",
    multiple: true,
    value: "'PROCESS'",
    about: "how a record's process behaves; may be repeated",
  },
  until: {
    type: "string",
    value: "SECONDS",
    about: "the end of the simulation (default: 60, or after the last event)",
  },
  scenario: { type: "string", value: "FILE", about: "a scenario as JSON; other options change it" },
  diff: { type: "boolean", about: "tell what two inittabs do differently: --diff OLD NEW" },
  format: {
    type: "string",
    value: "FORMAT",
    about: "text (default), json, svg or md; with --diff text or json",
  },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab simulate`: what init would do. */
export const simulateCommand: Command = {
  name: "simulate",
  summary: "play what init would do, second by second",
  help: () => `inittab simulate [options] [INITTAB]
inittab simulate [options] --diff OLD NEW

Boots a machine with the INITTAB (default: that of the scenario, or
/etc/inittab; - is standard input) without running anything, and tells what
init does.

${optionHelp(options)}

Events:
${eventForms.map((form) => `  ${form}`).join("\n")}

Processes:
  ${processForm}

By itself a process of sysinit, boot, wait or once ends after a second, and one
of respawn or ondemand runs on; what brings a machine down does so.

  inittab simulate --at '10 telinit 3' --at '20 signal INT' /etc/inittab
  inittab simulate --boot single --run 'l3=2.5,exit=1' --until 120 inittab

Exit status: 0; 1 with --diff if there is a difference; 2 for wrong usage or if
something could not be read.
`,
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const diff = values.diff === true;
  if (diff && positionals.length !== 2) throw new UsageError("--diff needs two inittabs, OLD and NEW");
  if (!diff && positionals.length > 1) throw new UsageError("give one INITTAB, or --diff and two");
  const format = oneOf(
    "format",
    values.format,
    diff ? ["text", "json"] : ["text", "json", "svg", "md"],
    "text",
  );
  const asked = {
    events: (values.at ?? []).map(parseEvent),
    processes: Object.fromEntries((values.run ?? []).map(parseProcess)),
    until: values.until === undefined ? undefined : secondsOf(values.until),
    bootArgs: values.boot?.split(/\s+/).filter((word) => word !== ""),
  };
  const version = sysvinitVersion("init", values.init) ?? defaultSysvinitVersion;

  const files = new Files(streams);
  const file = values.scenario === undefined ? undefined : await files.read(values.scenario);
  const paths = values.scenario === undefined && positionals.length === 0 ? ["/etc/inittab"] : positionals;
  const tables: Input[] = [];
  for (const path of paths) {
    const table = await files.read(path);
    if (table !== undefined) tables.push(table);
  }
  const events: ScenarioEvent[] = [];
  for (const event of asked.events)
    if ("writeFrom" in event) {
      const written = await files.read(event.writeFrom);
      if (written !== undefined) events.push({ at: event.at, write: written.text });
    } else events.push(event);
  if (files.failed) return 2;

  const [table] = tables;
  const base: ScenarioReading =
    file === undefined
      ? { scenario: undefined, problems: [] }
      : readScenario(file.path, file.text, table?.text);
  await streams.err.write(base.problems.map((problem) => `inittab: ${visible(problem)}\n`));
  if (file !== undefined && base.scenario === undefined) return 2;
  const scenario = withArguments(base.scenario, { ...asked, events, inittab: table?.text });
  const problems = validateScenario(scenario).filter(
    ({ path }) => !isFromFile(path, base.scenario, asked.processes),
  );
  await streams.err.write(problems.map((problem) => `inittab: ${visible(describeProblem(problem))}\n`));
  if (problems.some(({ severity }) => severity === "error")) return 2;
  for (const { path, text } of tables) {
    const guess = detectDialect(text);
    if (guess.dialect !== "sysvinit" && guess.dialect !== "unknown")
      await streams.err.write([
        `inittab: ${visible(path)}: looks like ${guess.dialect} because ${visible(guess.because)}; simulated as sysvinit\n`,
      ]);
  }

  const name =
    tables.length > 0 ? tables.map(({ path }) => path).join(" → ") : (scenario.name ?? file?.path ?? "");
  const request: ReportRequest = {
    scenario,
    options: { version },
    title: `${name}, sysvinit ${version}`,
    color: streams.out.terminal,
    width: streams.out.width,
  };
  const [old, now] = tables;
  if (!diff || old === undefined || now === undefined) {
    await streams.out.write(reports[format](request));
    return 0;
  }
  const result = simulateDiff(old.text, now.text, scenario, request.options);
  await streams.out.write(format === "json" ? diffJson(result, request) : diffText(result, request));
  return result.differences.length > 0 ? 1 : 0;
}

/** Reads files, and tells of those that it cannot read. */
class Files {
  failed = false;
  private readonly streams: Streams;

  constructor(streams: Streams) {
    this.streams = streams;
  }

  async read(path: string): Promise<Input | undefined> {
    const { stdin, err } = this.streams;
    const input = await readInput(path, stdin);
    const told = "why" in input ? input.why : input.note;
    if (told !== undefined) await err.write([`inittab: ${visible(input.path)}: ${visible(told)}\n`]);
    if (!("why" in input)) return input;
    this.failed = true;
    return undefined;
  }
}

/** What the command line says about a scenario. */
interface Arguments {
  readonly inittab: string | undefined;
  readonly events: readonly ScenarioEvent[];
  readonly processes: Readonly<Record<string, ProcessSettings>>;
  readonly until: number | undefined;
  readonly bootArgs: readonly string[] | undefined;
}

/** The end of a simulation that nobody has set; seconds. */
const usualEnd = 60;

function withArguments(base: Scenario | undefined, more: Arguments): Scenario {
  const events = [...(base?.events ?? []), ...more.events];
  const processes = { ...base?.processes, ...more.processes };
  const lastEvent = events.reduce((last, { at }) => Math.max(last, at), 0);
  return {
    ...base,
    inittab: more.inittab ?? base?.inittab ?? null,
    ...(more.bootArgs !== undefined && { bootArgs: more.bootArgs }),
    ...(Object.keys(processes).length > 0 && { processes }),
    ...(events.length > 0 && { events }),
    until: more.until ?? base?.until ?? Math.max(usualEnd, lastEvent + usualEnd / 6),
    // Whoever types at the console has a console to type at.
    ...(more.events.some((event) => "console" in event) && { tty: true }),
  };
}

/** Whether a problem was told already, with its place in the file. */
function isFromFile(
  path: ScenarioProblem["path"],
  base: Scenario | undefined,
  processes: Arguments["processes"],
): boolean {
  const [member, key] = path;
  if (base === undefined) return false;
  if (member === "events") return typeof key === "number" && key < (base.events?.length ?? 0);
  if (member === "processes") return !(typeof key === "string" && Object.hasOwn(processes, key));
  return member !== "until" && member !== "bootArgs";
}

function describeProblem({ path, message, severity }: ScenarioProblem): string {
  return `${severity}: ${describePath(path)}: ${message}`;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !Number.isFinite(seconds) || seconds < 0)
    throw new UsageError(`--until ${text}: not a number of seconds`);
  return seconds;
}
