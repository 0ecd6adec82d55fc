import { stat, writeFile } from "node:fs/promises";
import {
  type BootComparison,
  type BootLog,
  compareBoot,
  jsonText,
  measuredProcesses,
  readBootLog,
  type SimulatedInit,
  scanInittab,
  seenScripts,
  simulatedInit,
  whyNotSimulated,
} from "@inittab/core";
import { message as bootMessage } from "../boot-log/message.ts";
import { type BootReport, bootJson, bootText, parts } from "../boot-log/report.ts";
import { scriptsOfBoot } from "../boot-log/scripts.ts";
import type { Command, ExitCode, Streams } from "../command.ts";
import { isInittabName } from "../find-files.ts";
import { type Input, readInput, standardInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { createProjects } from "../project/projects.ts";
import { readOnce } from "../read-once.ts";
import { readingOptionTable, readOptionsFor, targetOf } from "../reading-options.ts";
import { archiveAt } from "../root/open.ts";
import { readTable } from "../root/read-table.ts";
import type { Root } from "../root/root.ts";
import { programAround } from "../simulate/program-around.ts";
import { tellOf } from "../tell.ts";
import { type Unreadable, whyUnreadable } from "../unreadable.ts";

const options = {
  ...readingOptionTable,
  scenario: { type: "string", value: "FILE", about: bootMessage("boot-log.option.scenario") },
  format: { type: "string", value: "FORMAT", about: bootMessage("boot-log.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab boot-log`: a boot as it really was beside the simulated one. */
export const bootLogCommand: Command = {
  name: "boot-log",
  help: {
    usage: bootMessage("boot-log.usage"),
    about: bootMessage("boot-log.about"),
    options,
    more: [bootMessage("boot-log.exit")],
  },
  run,
};

/** So long a boot is simulated, in seconds: each thing takes a second there. */
const span = 3600;

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const { logs: paths, table: tablePath } = await divided(positionals);
  if (paths.length === 0) throw new UsageError(message("usage.nothing-given", { what: "LOG" }));
  readOnce(positionals);
  const logs = await readLogs(paths, streams);
  if (logs === undefined) return 2;
  const table = await readTable(tablePath ?? ".", streams.stdin);
  if ("why" in table) {
    const why = tablePath === undefined ? bootMessage("boot-log.no-table") : table.why;
    await tellOf(streams, table.path, why);
    return 2;
  }
  if (table.note !== undefined) await tellOf(streams, table.path, table.note);
  const settings = await createProjects(values.settings, streams, [table.path]).around(table);
  const scan = scanInittab(table.text, readOptionsFor(targetOf(values), table, settings));
  const machine = simulatedInit(scan.dialect, {
    ...(await programAround(table, scan.dialect, settings)),
    version: scan.version,
  });
  if (machine === undefined) {
    await tellOf(streams, table.path, whyNotSimulated(scan.dialect, scan.guess.because));
    return 2;
  }
  const opening = machine.open({ inittab: table.text, until: span });
  if (opening.kind === "wrong") throw new Error("a boot of any table can be simulated");
  const play = opening.simulation.play();
  const scripts = await scriptsOfBoot(tablePath ?? ".", opening.simulation.run(), settings);
  const reports = logs.map(({ path, log, text }): BootReport => {
    const comparison = compareBoot(log, play);
    return { path, log, table: table.path, comparison, scripts: seenScripts(text, scripts, linesOf(log)) };
  });
  if (values.scenario !== undefined) {
    const scenario = scenarioOf(
      table,
      machine,
      reports.map(({ comparison }) => comparison),
    );
    const written = await writeNew(values.scenario, `${jsonText(scenario, 2)}\n`);
    if (written !== undefined) {
      await tellOf(streams, written.path, written.why);
      return 2;
    }
  }
  const { out, localizer } = streams;
  await out.write(format === "json" ? bootJson(reports, localizer) : bootText(reports, localizer));
  return reports.some(parts) ? 1 : 0;
}

/** The lines of a log in which the scripts of its last boot may be seen. */
function linesOf({ form, seen }: BootLog): { readonly from: number; readonly to: number } {
  const to = seen.find(({ kind }) => kind === "down")?.line ?? Number.POSITIVE_INFINITY;
  return { from: seen[0]?.line ?? 1, to: form === "log" || form === "rclog" ? to : 0 };
}

/** The last path is the table where it is one, or a root; all others are logs. */
async function divided(
  positionals: readonly string[],
): Promise<{ readonly logs: readonly string[]; readonly table: string | undefined }> {
  const last = positionals.at(-1);
  if (last === undefined || positionals.length < 2) return { logs: positionals, table: undefined };
  const name = last.slice(last.lastIndexOf("/") + 1);
  const isTable = isInittabName(name) || (await isFolder(last)) || (await hasTable(last));
  return isTable ? { logs: positionals.slice(0, -1), table: last } : { logs: positionals, table: undefined };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** Whether a file is the archive of a root file system, and not that of bootchart. */
async function hasTable(path: string): Promise<boolean> {
  if (path === standardInput.argument) return false;
  const archive = await archiveAt(path);
  return archive !== undefined && !("why" in archive) && (await samplesIn(archive)) === undefined;
}

/** Where the archive of bootchart has its samples: of BusyBox and all others, and of bootchart2 where the kernel lets it. */
const samples = ["proc_ps.log", "taskstats.log"] as const;

async function samplesIn(root: Root): Promise<string | undefined> {
  for (const path of samples) {
    const node = await root.look({ path, text: true });
    if (node.kind === "file") return node.text;
  }
  return undefined;
}

/** Reads all logs; undefined where one of them cannot be read, which is told. */
async function readLogs(
  paths: readonly string[],
  streams: Streams,
): Promise<readonly { readonly path: string; readonly log: BootLog; readonly text: string }[] | undefined> {
  const logs: { path: string; log: BootLog; text: string }[] = [];
  for (const path of paths) {
    const input = await readLog(path, streams.stdin);
    const log = "why" in input ? undefined : readBootLog(input.text);
    if (log !== undefined && "text" in input) logs.push({ path: input.path, log, text: input.text });
    else await tellOf(streams, input.path, "why" in input ? input.why : bootMessage("boot-log.no-boot"));
  }
  return logs.length === paths.length ? logs : undefined;
}

async function readLog(
  path: string,
  stdin: Streams["stdin"],
): Promise<Pick<Input, "path" | "text"> | Unreadable> {
  const archive = path === standardInput.argument ? undefined : await archiveAt(path);
  if (archive === undefined) return readInput(path, stdin);
  if ("why" in archive) return archive;
  const text = await samplesIn(archive);
  return text === undefined ? { path, why: bootMessage("boot-log.no-boot") } : { path, text };
}

/** The measured boot as a scenario; what a later log shows counts. */
function scenarioOf(
  table: Input,
  { dialect }: SimulatedInit,
  comparisons: readonly BootComparison[],
): object {
  const processes = Object.assign({}, ...comparisons.map(measuredProcesses));
  const measured = comparisons.flatMap((comparison) => comparison.measured);
  const total = measured.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  return {
    name: `${table.path} (${dialect})`,
    inittab: table.text,
    processes,
    until: Math.ceil(total) + 60,
  };
}

async function writeNew(path: string, text: string): Promise<Unreadable | undefined> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    return { path, why: whyUnreadable(error) };
  }
}
