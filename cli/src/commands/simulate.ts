import {
  type AnyHappening,
  type AnyScenario,
  type BusyboxBuild,
  busyboxBuilds,
  type Dialect,
  defaultSysvinitVersion,
  describePath,
  dialects,
  type ProcessSettings,
  type ScenarioProblem,
  type SimulatedInit,
  scanInittab,
  scenarioDialect,
  simulatedDialects,
  simulatedInit,
  sysvinitVersions,
  usualEnd,
  whyNotSimulated,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { type Input, readInput } from "../input.ts";
import { readJson } from "../json-text.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { readOptionsFor, sysvinitVersion } from "../reading-options.ts";
import { type ArgumentEvent, argumentForms, checkArguments, parseArguments } from "../simulate/arguments.ts";
import { simulateDiff } from "../simulate/diff.ts";
import { diffJson, diffText } from "../simulate/diff-report.ts";
import { scriptsOf } from "../simulate/rc-scripts.ts";
import { type ReportRequest, reports } from "../simulate/report.ts";
import { readScenario, type ScenarioFile, type ScenarioReading } from "../simulate/scenario-file.ts";
import { visible } from "../terminal-text.ts";

const builds = Object.keys(busyboxBuilds);

const options = {
  dialect: {
    type: "string",
    value: "NAME",
    about: `which init is simulated: auto (default), ${simulatedDialects.join(" or ")}`,
  },
  init: {
    type: "string",
    value: "VERSION",
    about: `the release of sysvinit: ${sysvinitVersions.slice(0, -1).join(", ")}\nor ${defaultSysvinitVersion} (default)`,
  },
  build: {
    type: "string",
    value: "NAME",
    about: `the build of BusyBox: ${builds.join(" (default) or ")}`,
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
    about: "the end of the simulation (default: 60, or 30 after the last event)",
  },
  scenario: { type: "string", value: "FILE", about: "a scenario as JSON; other options change it" },
  rc: {
    type: "string",
    value: "SYSROOT",
    about: "the tree of a system: the scripts that rc runs are told, too",
  },
  diff: { type: "boolean", about: "tell what two inittabs do differently: --diff OLD NEW" },
  format: {
    type: "string",
    value: "FORMAT",
    about: "text (default), json, svg or md; with --diff text or json",
  },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

const { sysvinit, busybox } = argumentForms;
const lines = (forms: readonly string[]) => forms.map((form) => `  ${form}`).join("\n");

/** `inittab simulate`: what init would do. */
export const simulateCommand: Command = {
  name: "simulate",
  summary: "play what init would do, second by second",
  help: () => `inittab simulate [options] [INITTAB]
inittab simulate [options] --diff OLD NEW

Boots a machine with the INITTAB (default: that of the scenario, or
/etc/inittab; - is standard input) without running anything, and tells what
init does. The init is that of the file: sysvinit or BusyBox.

${optionHelp(options)}

Events of sysvinit:
${lines(sysvinit.events)}

Events of BusyBox, whose PROCESS is the whole process field:
${lines(busybox.events)}

Processes:
${lines([sysvinit.process, busybox.process])}

By itself a process of respawn, askfirst, ondemand or restart runs on, and any
other one ends after a second; what brings a machine down does so.

  inittab simulate --at '10 telinit 3' --at '20 signal INT' /etc/inittab
  inittab simulate --boot single --run 'l3=2.5,exit=1' --until 120 inittab
  inittab simulate --rc /mnt --at '10 telinit 1' /mnt/etc/inittab
  inittab simulate --at '10 enter tty2' --at '20 ctrl-alt-del' busybox.inittab

Exit status: 0; 1 with --diff if there is a difference; 2 for wrong usage, if
something could not be read, or if there is no simulation of the init.
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
  if (values.rc !== undefined && (diff || format === "svg"))
    throw new UsageError(`--rc does not go with ${diff ? "--diff" : "--format svg"}`);
  const asked = oneOf("dialect", values.dialect, ["auto", ...dialects], "auto");
  checkArguments(asked, values.at ?? [], values.run ?? []);
  const until = values.until === undefined ? undefined : secondsOf(values.until);
  const bootArgs = values.boot?.split(/\s+/).filter((word) => word !== "");
  const program = programOf(values);

  const files = new Files(streams);
  const file = values.scenario === undefined ? undefined : await files.read(values.scenario);
  const paths = values.scenario === undefined && positionals.length === 0 ? ["/etc/inittab"] : positionals;
  const tables: Input[] = [];
  for (const path of paths) {
    const table = await files.read(path);
    if (table !== undefined) tables.push(table);
  }
  if (files.failed) return 2;
  const scenarioFile = file && { ...file, json: readJson(file.text) };
  const judged = judge(asked, tables, scenarioFile);
  const machine = "dialect" in judged ? simulatedInit(judged.dialect, program) : undefined;
  if (machine === undefined || "why" in judged) {
    const why = "why" in judged ? judged.why : whyNotSimulated(judged.dialect, undefined);
    await streams.err.write([`inittab: ${visible(why)}\n`]);
    return 2;
  }
  checkProgram(machine, values);
  if (values.rc !== undefined && machine.dialect !== "sysvinit")
    throw new UsageError("--rc is for sysvinit, and this is BusyBox, which has no runlevels");
  const scripts = values.rc === undefined ? undefined : await scriptsOf(values.rc, streams);
  if (values.rc !== undefined && scripts === undefined) return 2;

  const said = parseArguments(machine.dialect, values.at ?? [], values.run ?? []);
  const events = await files.resolve(said.events);
  if (files.failed) return 2;
  const [table] = tables;
  const base: ScenarioReading =
    scenarioFile === undefined
      ? { scenario: undefined, problems: [] }
      : readScenario(scenarioFile, machine, table?.text);
  await streams.err.write(base.problems.map((problem) => `inittab: ${visible(problem)}\n`));
  if (file !== undefined && base.scenario === undefined) return 2;
  const { processes } = said;
  const opening = machine.open(
    withArguments(base.scenario, machine, {
      ...{ events, processes, until, bootArgs },
      inittab: table?.text,
    }),
  );
  const problems = opening.problems.filter(({ path }) => !isFromFile(path, base.scenario, processes));
  await streams.err.write(problems.map((problem) => `inittab: ${visible(describeProblem(problem))}\n`));
  if (opening.kind === "wrong") return 2;

  const { simulation } = opening;
  const name =
    tables.length > 0
      ? tables.map(({ path }) => path).join(" → ")
      : (simulation.scenario.name ?? file?.path ?? "");
  const request: ReportRequest = {
    simulation,
    title: `${name}, ${simulation.title}`,
    scripts,
    color: streams.out.terminal,
    width: streams.out.width,
  };
  const [old, now] = tables;
  if (!diff || old === undefined || now === undefined) {
    await streams.out.write(reports[format](request));
    return 0;
  }
  const result = simulateDiff(old.text, now.text, simulation);
  await streams.out.write(format === "json" ? diffJson(result, request) : diffText(result, request));
  return result.differences.length > 0 ? 1 : 0;
}

/** The options that choose a program of a dialect. */
interface ProgramOptions {
  readonly init?: string;
  readonly build?: string;
}

function programOf({ init, build }: ProgramOptions): Parameters<typeof simulatedInit>[1] {
  const version = sysvinitVersion("init", init);
  const chosen: BusyboxBuild | undefined =
    build === undefined ? undefined : Object.entries(busyboxBuilds).find(([name]) => name === build)?.[1];
  if (build !== undefined && chosen === undefined)
    throw new UsageError(`--build ${build}: not one of ${builds.join(", ")}`);
  return { ...(version !== undefined && { version }), ...(chosen !== undefined && { build: chosen }) };
}

/** Each option is for one init. */
function checkProgram({ dialect }: SimulatedInit, { init, build }: ProgramOptions): void {
  if (dialect === "busybox" && init !== undefined)
    throw new UsageError(`--init ${init} is for sysvinit, and this is BusyBox; choose with --build`);
  if (dialect === "sysvinit" && build !== undefined)
    throw new UsageError(`--build ${build} is for BusyBox, and this is sysvinit; choose with --init`);
}

/** Which init the files are for: by the option, by the scenario, or by what the tables look like. */
function judge(
  asked: Dialect | "auto",
  tables: readonly Input[],
  file: ScenarioFile | undefined,
): { readonly dialect: Dialect } | { readonly why: string } {
  const value = file !== undefined && "value" in file.json ? file.json.value : undefined;
  const own = asked === "auto" ? scenarioDialect(value) : undefined;
  if (own !== undefined) return { dialect: own };
  const inittab: unknown =
    typeof value === "object" && value !== null && "inittab" in value ? value.inittab : undefined;
  const texts: readonly Input[] =
    tables.length > 0 || file === undefined || typeof inittab !== "string"
      ? tables
      : [{ path: file.path, text: inittab, encoding: "utf-8" }];
  const judgements = texts.map((input) => {
    const { dialect, guess } = scanInittab(
      input.text,
      // A scenario's path says nothing of its table.
      input.path === file?.path
        ? { dialect: asked }
        : readOptionsFor({ dialect: asked, version: defaultSysvinitVersion }, input),
    );
    return { path: input.path, dialect, because: guess?.because };
  });
  for (const { path, dialect, because } of judgements)
    if (simulatedInit(dialect) === undefined)
      return { why: `${path}: ${whyNotSimulated(dialect, because)}; choose with --dialect` };
  const [one, other] = judgements;
  if (one !== undefined && other !== undefined && one.dialect !== other.dialect)
    return {
      why: `${one.path} is read as one of ${one.dialect}, ${other.path} as one of ${other.dialect}; choose with --dialect`,
    };
  return { dialect: one?.dialect ?? (asked === "auto" ? "sysvinit" : asked) };
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

  /** The events, with the texts of the files that they name. */
  async resolve(events: readonly ArgumentEvent[]): Promise<readonly TimedHappening[]> {
    const resolved: TimedHappening[] = [];
    for (const event of events)
      if ("writeFrom" in event) {
        const written = await this.read(event.writeFrom);
        if (written !== undefined) resolved.push({ at: event.at, write: written.text });
      } else resolved.push(event);
    return resolved;
  }
}

type TimedHappening = AnyHappening & { readonly at: number };

/** What the command line says about a scenario. */
interface Arguments {
  readonly inittab: string | undefined;
  readonly events: readonly TimedHappening[];
  readonly processes: Readonly<Record<string, ProcessSettings>>;
  readonly until: number | undefined;
  readonly bootArgs: readonly string[] | undefined;
}

/** What the file and the command line say together, as a value that may be a scenario. */
function withArguments(base: AnyScenario | undefined, { dialect }: SimulatedInit, more: Arguments): unknown {
  const events = [...(base?.events ?? []), ...more.events];
  const processes = { ...base?.processes, ...more.processes };
  return {
    ...base,
    inittab: more.inittab ?? base?.inittab ?? null,
    ...(more.bootArgs !== undefined && { bootArgs: more.bootArgs }),
    ...(Object.keys(processes).length > 0 && { processes }),
    ...(events.length > 0 && { events }),
    until: more.until ?? base?.until ?? usualEnd(events),
    // Whoever types at the console of sysvinit has a console to type at; BusyBox always has one.
    ...(dialect === "sysvinit" && more.events.some((event) => "console" in event) && { tty: true }),
  };
}

/** Whether a problem was told already, with its place in the file. */
function isFromFile(
  path: ScenarioProblem["path"],
  base: AnyScenario | undefined,
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
