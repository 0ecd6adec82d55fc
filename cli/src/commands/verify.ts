import {
  defaultWayEvents,
  listOf,
  questions,
  type SearchLimits,
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
import { readingOptionTable, readOptionsFor, targetOf } from "../reading-options.ts";
import { readTable } from "../root/read-table.ts";
import { tellOf } from "../tell.ts";
import { reportOf } from "../verify/report.ts";
import type { SystemServices } from "../verify/services.ts";
import { programVersion } from "../version.ts";

const questionIds = [...questions, ...serviceQuestions].map(({ id }) => id);

const options = {
  ...readingOptionTable,
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
  if (positionals.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  const target = targetOf(values);
  const asked = questionsOf(values.question);
  const events = eventsOf(values.without ?? []);
  const states = countOf("max-states", values["max-states"]);
  const seconds = countOf("max-seconds", values["max-seconds"]) ?? usualSeconds;
  const format = oneOf("format", values.format, ["text", "json", "sarif", "md"], "text");
  const { out, localizer } = streams;
  const report = reportOf(format, { localizer, quiet: values.quiet === true, version: programVersion() });
  const progress = progressOn(streams);
  await out.write(report.start());
  let unreadable = false;
  let warned = false;
  for (const path of positionals) {
    const input = await readTable(path, streams.stdin);
    if ("why" in input) {
      unreadable = true;
      await tellOf(streams, input.path, input.why);
      continue;
    }
    if (input.note !== undefined) await tellOf(streams, input.path, input.note);
    const { dialect, version } = scanInittab(input.text, readOptionsFor(target, input));
    const isOver = deadline(seconds);
    const isCancelled: SearchLimits["isCancelled"] = (come) => {
      progress.tell?.(come);
      return isOver();
    };
    const result = verify(input.text, dialect, {
      version,
      events,
      ...(asked !== undefined && { questions: asked }),
      limits: {
        ...(states !== undefined && { states }),
        isCancelled,
      },
    });
    await progress.wipe();
    const system = await servicesAt(path, input.text);
    if (system === undefined && asked !== undefined && asked.some(isAboutServices))
      await tellOf(
        streams,
        input.path,
        message("verify.no-system", { question: asked.find(isAboutServices) ?? "" }),
      );
    if (result === undefined) {
      unreadable = true;
      await tellOf(
        streams,
        input.path,
        message("verify.no-machine", { dialect, known: listOf(searchedDialects, "and") }),
      );
      continue;
    }
    const whole = await withServices(result, system, asked);
    if (whole.findings.some(({ severity }) => severity === "warning")) warned = true;
    await out.write(report.file(input.path, whole));
  }
  await out.write(report.end());
  if (unreadable) return 2;
  return warned ? 1 : 0;
}

/** The services of the system at a path; undefined where there is only a table. What reads them is loaded with the first. */
async function servicesAt(path: string, table: string): Promise<SystemServices | undefined> {
  if (path === standardInput.argument) return undefined;
  const { isSystem, readServices } = await import("../verify/services.ts");
  return (await isSystem(path)) ? readServices(path, table) : undefined;
}

function isAboutServices(question: string): boolean {
  return serviceQuestions.some(({ id }) => id === question);
}

async function withServices(
  result: Verification,
  system: SystemServices | undefined,
  asked: readonly string[] | undefined,
): Promise<Verification> {
  if (system === undefined) return result;
  const { askServices } = await import("../verify/services.ts");
  const { exhausted, states, steps } = system.ways;
  return {
    ...result,
    services: { exhausted, states: states.length, steps },
    findings: [...result.findings, ...askServices(system, asked)],
  };
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

/** A clock is asked for the time that the processor has spent at most so often, in milliseconds: the question is slow. */
const processorBeat = 100;

/** However busy the machine is, nobody waits longer than this many times the bound. */
const patience = 6;

/** Whether the processor has worked for so many seconds from now on. */
function deadline(seconds: number): () => boolean {
  const began = performance.now();
  const spent = processorSeconds();
  let next = seconds * 1000;
  return () => {
    const waited = performance.now() - began;
    if (waited < next) return false;
    next = waited + processorBeat;
    return waited > patience * seconds * 1000 || processorSeconds() - spent >= seconds;
  };
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function countOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(message("usage.no-number", { option, value }));
  return Number(value);
}

/** So often a terminal is told how far a search has come, in milliseconds. */
const beat = 200;

/** Tells a terminal how far the search has come, on one line that is wiped out again; no other output is told anything. */
function progressOn({ err, localizer }: Streams): {
  readonly tell: ((come: Parameters<NonNullable<SearchLimits["isCancelled"]>>[0]) => void) | undefined;
  readonly wipe: () => Promise<void>;
} {
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
