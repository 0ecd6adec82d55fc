import { writeFile } from "node:fs/promises";
import {
  defaultWayEvents,
  levelGraphSvg,
  listOf,
  type MachineSpec,
  type Message,
  questions,
  type SearchLimits,
  type ServiceFinding,
  scanInittab,
  searchedDialects,
  serviceQuestions,
  type Verification,
  verify,
  type WayEvent,
  wayEvents,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { standardInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { createProjects, type Projects } from "../project/projects.ts";
import { rootsHere } from "../project/roots-here.ts";
import {
  machineOf,
  machineOption,
  readingOptionTable,
  readOptionsFor,
  targetOf,
} from "../reading-options.ts";
import { readTable } from "../root/read-table.ts";
import { programAround } from "../simulate/program-around.ts";
import type { PlacedProblem } from "../simulate/scenario-file.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";
import { deadline } from "../verify/deadline.ts";
import { reportMessage } from "../verify/message.ts";
import type { PolicyFile } from "../verify/policies.ts";
import { reportOf } from "../verify/report.ts";
import type { SystemServices } from "../verify/services.ts";
import { programVersion } from "../version.ts";

const questionIds = [...questions, ...serviceQuestions].map(({ id }) => id);

const options = {
  ...readingOptionTable,
  profile: machineOption,
  question: {
    type: "string",
    multiple: true,
    value: "ID",
    about: message("verify.option.question", { questions: listOf(questionIds, "comma") }),
  },
  without: {
    type: "string",
    multiple: true,
    value: "EVENT",
    about: message("verify.option.without", { events: listOf([...defaultWayEvents], "comma") }),
  },
  graph: { type: "string", value: "FILE", about: reportMessage("verify.option.graph") },
  policy: { type: "string", multiple: true, value: "FILE", about: reportMessage("verify.option.policy") },
  "max-states": { type: "string", value: "N", about: message("verify.option.max-states") },
  "max-seconds": { type: "string", value: "N", about: message("verify.option.max-seconds") },
  format: { type: "string", value: "FORMAT", about: message("verify.option.format") },
  quiet: { type: "boolean", short: "q", about: message("verify.option.quiet") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab verify`: what holds for every way that the machine can go. */
export const verifyCommand: Command = {
  name: "verify",
  help: {
    usage: message("verify.usage"),
    about: message("verify.about"),
    options,
    more: [message("verify.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const projects = createProjects(values.settings, streams, positionals);
  const paths = positionals.length > 0 ? positionals : await rootsHere(projects, streams);
  if (paths.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  if (values.graph !== undefined && paths.length > 1) throw new UsageError(reportMessage("verify.graph-one"));
  const states = countOf("max-states", values["max-states"]);
  const asking: Asking = {
    target: targetOf(values),
    machine: machineOf(values.profile),
    projects,
    asked: questionsOf(values.question),
    events: eventsOf(values.without ?? []),
    states,
    seconds: countOf("max-seconds", values["max-seconds"]) ?? usualSeconds,
    policies: [],
    graph: values.graph !== undefined,
    progress: progressOn(streams),
  };
  const format = oneOf("format", values.format, ["text", "json", "sarif", "md"], "text");
  const { out, localizer } = streams;
  const policies = await policiesOf(values.policy ?? [], streams);
  if (policies === undefined) return 2;
  const report = reportOf(format, { localizer, quiet: values.quiet === true, version: programVersion() });
  await out.write(report.start());
  let unreadable = false;
  let warned = false;
  for (const path of paths) {
    const { shown, result, isWhole } = await verifyOne(path, { ...asking, policies }, streams);
    if (!isWhole) unreadable = true;
    if (result === undefined) continue;
    if (result.findings.some(({ severity }) => severity === "warning")) warned = true;
    const { graph, ...told } = result;
    if (graph !== undefined && values.graph !== undefined) {
      const title = localizer.text(
        reportMessage("verify.graph-title", { path: shown, states: result.states }),
      );
      const why = await writeGraph(values.graph, levelGraphSvg(graph, { localizer, title }));
      if (why !== undefined) {
        unreadable = true;
        await tellOf(streams, values.graph, why);
      }
    }
    await out.write(report.file(shown, told));
  }
  await out.write(report.end());
  if (unreadable) return 2;
  return warned ? 1 : 0;
}

/** Writes the picture, or reports why it cannot. */
async function writeGraph(path: string, svg: string): Promise<Message | undefined> {
  try {
    await writeFile(path, svg);
    return undefined;
  } catch (error) {
    return whyUnreadable(error);
  }
}

/** What is asked of each table. */
interface Asking {
  readonly target: ReturnType<typeof targetOf>;
  readonly projects: Projects;
  readonly machine: MachineSpec | undefined;
  readonly asked: readonly string[] | undefined;
  readonly events: ReadonlySet<WayEvent>;
  readonly states: number | undefined;
  readonly seconds: number;
  readonly policies: readonly PolicyFile[];
  readonly graph: boolean;
  readonly progress: Progress;
}

/** What came of a table; `isWhole`: everything that was asked could be looked at. */
interface Verified {
  readonly shown: string;
  readonly result: Verification | undefined;
  readonly isWhole: boolean;
}

async function verifyOne(path: string, asking: Asking, streams: Streams): Promise<Verified> {
  const input = await readTable(path, streams.stdin);
  const { path: shown } = input;
  if ("why" in input) {
    await tellOf(streams, shown, input.why);
    return { shown, result: undefined, isWhole: false };
  }
  if (input.note !== undefined) await tellOf(streams, shown, input.note);
  const { target, projects, asked, events, states, seconds, progress } = asking;
  const settings = await projects.around(input);
  const policies = [...asking.policies, ...(await policiesIn(settings, streams))];
  const reading = readOptionsFor(target, input, settings);
  const { dialect, version } = scanInittab(input.text, reading);
  const system = await servicesAt(path, input.text, settings);
  const aboutServices = system === undefined ? asked?.find(isAboutServices) : undefined;
  if (aboutServices !== undefined)
    await tellOf(streams, shown, reportMessage("verify.no-system", { question: aboutServices }));
  const table = { text: input.text, reading: { ...reading, dialect } };
  const judged =
    policies.length === 0
      ? undefined
      : (await import("../verify/policies.ts")).judgeFiles(policies, table, system?.ways);
  for (const problem of judged?.problems ?? []) await tellProblem(streams, problem);
  const isOver = deadline(seconds);
  const machine = asking.machine ?? settings.settings.profile;
  const result = verify(input.text, dialect, {
    ...(await programAround(input, dialect, settings)),
    version,
    ...(machine !== undefined && { machine }),
    events,
    ...(asked !== undefined && { questions: asked }),
    further: judged?.questions ?? [],
    graph: asking.graph,
    limits: {
      ...(states !== undefined && { states }),
      keepsStarts: judged !== undefined,
      isCancelled: (come) => {
        progress.tell?.(come);
        return isOver();
      },
    },
  });
  await progress.wipe();
  if (result === undefined) {
    const known = listOf(searchedDialects, "and");
    await tellOf(streams, shown, message("verify.no-machine", { dialect, known }));
    return { shown, result, isWhole: false };
  }
  const whole = await withServices(result, system, asked, judged?.findings ?? []);
  return { shown, result: whole, isWhole: (judged?.problems.length ?? 0) === 0 };
}

/** The policies of an `inittab.json`. */
async function policiesIn({ file }: FileSettings, streams: Streams): Promise<readonly PolicyFile[]> {
  if (file === undefined) return [];
  return (await import("../project/read-project.ts")).policiesOf(file, streams);
}

/** The policies of all files; undefined if one of them is wrong, which is reported. */
async function policiesOf(
  paths: readonly string[],
  streams: Streams,
): Promise<readonly PolicyFile[] | undefined> {
  if (paths.length === 0) return [];
  const { readPolicyFile } = await import("../verify/policies.ts");
  const files: PolicyFile[] = [];
  for (const path of paths) {
    const file = await readPolicyFile(path, streams.stdin);
    if ("policies" in file) files.push(file);
    else if ("why" in file) await tellOf(streams, file.path, file.why);
    else for (const problem of file.problems) await tellProblem(streams, problem);
  }
  return files.length === paths.length ? files : undefined;
}

async function tellProblem({ err, localizer }: Streams, problem: PlacedProblem): Promise<void> {
  const { problemLine } = await import("../simulate/scenario-file.ts");
  await err.write([`inittab: ${problemLine(problem, localizer)}\n`]);
}

/** The services of the system at a path; undefined where there is only a table. What reads them is loaded with the first. */
async function servicesAt(
  path: string,
  table: string,
  settings: FileSettings,
): Promise<SystemServices | undefined> {
  if (path === standardInput.argument) return undefined;
  const { isSystem, readServices } = await import("../verify/services.ts");
  return (await isSystem(path)) ? readServices(path, table, settings) : undefined;
}

async function withServices(
  result: Verification,
  system: SystemServices | undefined,
  asked: readonly string[] | undefined,
  policies: readonly ServiceFinding[],
): Promise<Verification> {
  if (system === undefined) return result;
  const { askServices, findingOf } = await import("../verify/services.ts");
  const { exhausted, states, steps } = system.ways;
  return {
    ...result,
    services: { exhausted, states: states.length, steps },
    findings: [...result.findings, ...policies.map(findingOf), ...askServices(system, asked)],
  };
}

function isAboutServices(question: string): boolean {
  return serviceQuestions.some(({ id }) => id === question);
}

function questionsOf(ids: readonly string[] | undefined): readonly string[] | undefined {
  for (const value of ids ?? [])
    if (!questionIds.includes(value))
      throw new UsageError(message("verify.no-question", { value, questions: listOf(questionIds, "comma") }));
  return ids;
}

function eventsOf(without: readonly string[]): ReadonlySet<WayEvent> {
  for (const value of without)
    if (!wayEvents.some((event) => event === value))
      throw new UsageError(message("verify.no-event", { value, events: listOf(wayEvents, "comma") }));
  return new Set([...defaultWayEvents].filter((event) => !without.includes(event)));
}

/** So long a search goes on, in seconds of processor time: few tables take that long. */
const usualSeconds = 10;

function countOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(message("usage.no-number", { option, value }));
  return Number(value);
}

/** How often the progress of a search is shown on a terminal, in milliseconds. */
const beat = 200;

/** What is shown while a search is under way. */
interface Progress {
  readonly tell: ((come: Parameters<NonNullable<SearchLimits["isCancelled"]>>[0]) => void) | undefined;
  readonly wipe: () => Promise<void>;
}

/** Shows the progress of the search on a terminal, on one line that is erased at the end; any other output gets nothing. */
function progressOn({ err, localizer }: Streams): Progress {
  if (!err.terminal) return { tell: undefined, wipe: async () => {} };
  let last = performance.now();
  return {
    tell: ({ states, steps }) => {
      const now = performance.now();
      if (now - last < beat) return;
      last = now;
      void err.write([`\r${localizer.text(message("verify.progress", { states, steps }))}\x1b[K`]);
    },
    wipe: () => err.write(["\r\x1b[K"]),
  };
}
