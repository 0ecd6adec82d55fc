import {
  type AnyScenario,
  busyboxPresets,
  busyboxReleases,
  defaultBusyboxPreset,
  defaultBusyboxRelease,
  describePath,
  dialects,
  type Localizer,
  listOf,
  type MachineSpec,
  type Message,
  openrcOf,
  openrcVersions,
  type ProcessSettings,
  type ScenarioProblem,
  type SimulatedInit,
  type SimulatedProgram,
  simulateDiff,
  simulatedDialects,
  simulatedInit,
  usualEnd,
  visible,
  whyNotSimulated,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import type { Input } from "../input.ts";
import { readJson } from "../json-text.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { type FileSettings, noSettings } from "../project/file-settings.ts";
import { createProjects } from "../project/projects.ts";
import { readOnce } from "../read-once.ts";
import { aboutRelease, machineOf, machineOption, readingOptionTable } from "../reading-options.ts";
import { argumentForms, checkArguments, parseArguments } from "../simulate/arguments.ts";
import { diffJson, diffText } from "../simulate/diff-report.ts";
import { type Extras, extrasOf } from "../simulate/extras.ts";
import { Files, type TimedHappening } from "../simulate/files.ts";
import { programOf } from "../simulate/program.ts";
import { programAround } from "../simulate/program-around.ts";
import { scriptsOf } from "../simulate/rc-scripts.ts";
import { type ReportRequest, reports } from "../simulate/report.ts";
import { problemLine, readScenario, type ScenarioReading } from "../simulate/scenario-file.ts";
import { judge } from "../simulate/which-init.ts";
import { tellOf } from "../tell.ts";

const options = {
  dialect: {
    type: "string",
    value: "NAME",
    about: message("simulate.option.dialect", { dialects: listOf(simulatedDialects, "or") }),
  },
  init: {
    type: "string",
    value: "VERSION",
    about: message("simulate.option.init", {
      sysvinit: aboutRelease,
      busybox: listOf(
        busyboxReleases.filter((release) => release !== defaultBusyboxRelease),
        "comma",
      ),
      latest: defaultBusyboxRelease,
    }),
  },
  build: {
    type: "string",
    value: "NAME",
    about: message("simulate.option.build", {
      default: defaultBusyboxPreset,
      others: listOf(
        busyboxPresets.filter((preset) => preset !== defaultBusyboxPreset),
        "or",
      ),
    }),
  },
  config: {
    type: "string",
    multiple: true,
    value: "OPTION=y|n",
    about: message("simulate.option.config"),
  },
  profile: machineOption,
  settings: readingOptionTable.settings,
  boot: { type: "string", value: "'WORD...'", about: message("simulate.option.boot") },
  at: { type: "string", multiple: true, value: "'EVENT'", about: message("simulate.option.at") },
  run: { type: "string", multiple: true, value: "'PROCESS'", about: message("simulate.option.run") },
  until: { type: "string", value: "SECONDS", about: message("simulate.option.until") },
  scenario: { type: "string", value: "FILE", about: message("simulate.option.scenario") },
  rc: { type: "string", value: "SYSROOT", about: message("simulate.option.rc") },
  show: { type: "string", value: "env,utmp", about: message("simulate.option.show") },
  status: { type: "string", multiple: true, value: "NAME", about: message("simulate.option.status") },
  openrc: {
    type: "string",
    value: "VERSION",
    about: message("simulate.option.openrc", { releases: listOf(openrcVersions, "or") }),
  },
  diff: { type: "boolean", about: message("simulate.option.diff") },
  format: { type: "string", value: "FORMAT", about: message("simulate.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

const { sysvinit, busybox, procd } = argumentForms;
const lines = (forms: readonly string[]) => ({ verbatim: forms.map((form) => `  ${form}`).join("\n") });

/** `inittab simulate`: what init would do. */
export const simulateCommand: Command = {
  name: "simulate",
  help: {
    usage: message("simulate.usage"),
    about: message("simulate.about"),
    options,
    more: [
      message("simulate.events-sysvinit", { forms: lines(sysvinit.events) }),
      message("simulate.events-busybox", { forms: lines(busybox.events) }),
      message("simulate.events-procd", { forms: lines(procd.events) }),
      message("simulate.processes", { forms: lines([sysvinit.process, busybox.process, procd.process]) }),
      message("simulate.examples"),
      message("simulate.exit"),
    ],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(withBootArguments(args), options);
  const { localizer } = streams;
  const diff = values.diff === true;
  if (diff && positionals.length !== 2) throw new UsageError(message("simulate.two-inittabs"));
  if (!diff && positionals.length > 1) throw new UsageError(message("simulate.one-inittab"));
  readOnce([values.scenario, ...positionals]);
  const format = oneOf(
    "format",
    values.format,
    diff ? ["text", "json"] : ["text", "json", "svg", "md"],
    "text",
  );
  if (values.rc !== undefined && (diff || format === "svg"))
    throw new UsageError(message("simulate.no-rc", { option: diff ? "--diff" : "--format svg" }));
  if (values.openrc !== undefined && values.rc === undefined)
    throw new UsageError(message("simulate.openrc-needs-rc"));
  if (values.status !== undefined && values.rc === undefined)
    throw new UsageError(message("simulate.status-needs-rc"));
  const asked = oneOf("dialect", values.dialect, ["auto", ...dialects], "auto");
  checkArguments(asked, values.at ?? [], values.run ?? []);
  const until = values.until === undefined ? undefined : secondsOf(values.until);
  const bootArgs = values.boot?.split(/\s+/).filter((word) => word !== "");
  const program = programOf(values);

  const files = new Files(streams);
  const file = values.scenario === undefined ? undefined : await files.read(values.scenario);
  const usual = values.scenario === undefined ? [values.rc ?? "/etc/inittab"] : [];
  const paths = positionals.length === 0 ? usual : positionals;
  const tables = await files.readTables(paths);
  if (files.failed) return 2;
  const scenarioFile = file && { ...file, json: readJson(file.text) };
  const settings = await settingsAround(values.settings, tables.at(-1) ?? file, streams);
  const judged = judge(asked, tables, scenarioFile, settings);
  const machine = "why" in judged ? undefined : await machineFor(judged, settings, { ...values, program });
  if (machine === undefined || "why" in judged) {
    const why = "why" in judged ? judged.why : whyNotSimulated(judged.dialect, undefined);
    await streams.err.write([`inittab: ${visible(localizer.text(why))}\n`]);
    return 2;
  }
  const extras = extrasOf(values.show);
  if (extras !== undefined && argumentForms[machine.dialect].hasExtras !== true)
    throw new UsageError(message("simulate.show-sysvinit"));
  const refusal = argumentForms[machine.dialect].refusalOf(values, program);
  if (refusal !== undefined) throw new UsageError(refusal);
  const openrc =
    values.openrc === undefined
      ? undefined
      : oneOf("openrc", values.openrc, openrcVersions, openrcVersions[0]);
  const said = parseArguments(machine.dialect, values.at ?? [], values.run ?? []);
  const events = await files.resolve(said.events);
  if (files.failed) return 2;
  const [table] = tables;
  const base: ScenarioReading =
    scenarioFile === undefined
      ? { scenario: undefined, problems: [] }
      : readScenario(scenarioFile, machine, table?.text);
  await streams.err.write(
    base.problems.map((problem) => `inittab: ${visible(problemLine(problem, localizer))}\n`),
  );
  if (file !== undefined && base.scenario === undefined) return 2;
  const release = openrc ?? openrcOf(base.scenario);
  const scripts =
    values.rc === undefined ? undefined : await scriptsOf(values.rc, release, values.settings, streams);
  if (values.rc !== undefined && scripts === undefined) return 2;

  const { processes } = said;
  const opening = machine.open(
    withArguments(base.scenario, machine, {
      ...{ events, processes, until, bootArgs, extras },
      // A scenario says itself which machine it is about.
      machine: machineOf(values.profile) ?? (file === undefined ? settings.settings.profile : undefined),
      inittab: table?.text,
    }),
  );
  const problems = opening.problems.filter(({ path }) => !isFromFile(path, base.scenario, processes));
  await streams.err.write(
    problems.map((problem) => `inittab: ${visible(describeProblem(problem, localizer))}\n`),
  );
  if (opening.kind === "wrong") return 2;

  const { simulation } = opening;
  const { assumption } = simulation;
  if (assumption !== undefined) await tellOf(streams, judged.table?.path ?? "", assumption);
  const name =
    tables.length > 0
      ? tables.map(({ path }) => path).join(" → ")
      : (simulation.scenario.name ?? file?.path ?? "");
  const request: ReportRequest = {
    simulation,
    title: localizer.words(listOf([name, simulation.title], "comma")),
    scripts,
    services: values.status ?? [],
    localizer,
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

/** The machine of a table; what the options leave open, its settings and the system around it say. */
async function machineFor(
  { dialect, table }: Exclude<ReturnType<typeof judge>, { readonly why: Message }>,
  settings: FileSettings,
  { rc, program }: { readonly rc?: string; readonly program: SimulatedProgram },
): Promise<SimulatedInit | undefined> {
  const around = table === undefined ? settings.program : await programAround(table, dialect, settings, rc);
  return simulatedInit(dialect, { ...around, ...program });
}

/** Arguments of init may begin with a hyphen, as options do: `--boot -b`. */
function withBootArguments(args: readonly string[]): readonly string[] {
  const at = args.indexOf("--boot");
  const value = args[at + 1];
  if (at < 0 || value === undefined || !/^-[a-z]\b/.test(value)) return args;
  return [...args.slice(0, at), `--boot=${value}`, ...args.slice(at + 2)];
}

/** What `inittab.json` says of the table, or of the scenario that has one. */
async function settingsAround(
  option: string | undefined,
  input: Input | undefined,
  streams: Streams,
): Promise<FileSettings> {
  if (input === undefined) return noSettings;
  return createProjects(option, streams, [input.path]).around(input);
}

/** What the command line says about a scenario. */
interface Arguments {
  readonly inittab: string | undefined;
  readonly events: readonly TimedHappening[];
  readonly processes: Readonly<Record<string, ProcessSettings>>;
  readonly until: number | undefined;
  readonly bootArgs: readonly string[] | undefined;
  readonly machine: MachineSpec | undefined;
  readonly extras: Extras | undefined;
}

/** What the file and the command line say together, as a value that may be a scenario. */
function withArguments(base: AnyScenario | undefined, { dialect }: SimulatedInit, more: Arguments): unknown {
  const events = [...(base?.events ?? []), ...more.events];
  const processes = { ...base?.processes, ...more.processes };
  return {
    ...base,
    inittab: more.inittab ?? base?.inittab ?? null,
    ...(more.machine !== undefined && { machine: more.machine }),
    ...(more.bootArgs !== undefined && { bootArgs: more.bootArgs }),
    ...(Object.keys(processes).length > 0 && { processes }),
    ...(events.length > 0 && { events }),
    ...more.extras,
    until: more.until ?? base?.until ?? usualEnd(events),
    ...argumentForms[dialect].worldFor(more.events),
  };
}

/** Whether a problem was reported already, with its place in the file. */
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

function describeProblem({ path, message: what, severity }: ScenarioProblem, { words }: Localizer): string {
  return `${severity}: ${describePath(path)}: ${words(what)}`;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !Number.isFinite(seconds) || seconds < 0)
    throw new UsageError(message("usage.no-seconds", { option: "until", value: text }));
  return seconds;
}
