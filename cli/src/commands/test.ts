// Runs scenarios with expectations, and tells which of them are not met.

import { dirname, join } from "node:path";
import {
  describePath,
  type Message,
  readScenarioTests,
  runScenarioTest,
  type ScenarioTests,
  scanInittab,
  visible,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { type FoundFile, findFiles } from "../find-files.ts";
import { readInput } from "../input.ts";
import { readJson } from "../json-text.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { createProjects, type Projects } from "../project/projects.ts";
import { readOptionsFor, settingsOption } from "../reading-options.ts";
import { programAround } from "../simulate/program-around.ts";
import { tellOf } from "../tell.ts";
import { junit, type TestedFile, textReport } from "../test/report.ts";

const options = {
  settings: settingsOption,
  format: { type: "string", value: "FORMAT", about: message("test.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab test`: scenarios and what is expected of them. */
export const testCommand: Command = {
  name: "test",
  help: {
    usage: message("test.usage"),
    about: message("test.about"),
    options,
    more: [message("test.exit")],
  },
  run,
};

/** The end of the name of a file of tests, by which folders are searched. */
const testName = /\.inittab-test\.json$/;

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  const format = oneOf("format", values.format, ["text", "junit"], "text");
  const { files, unreadable } = await findFiles(positionals, ({ name }) => testName.test(name));
  for (const { path, why } of unreadable) await tellOf(streams, path, why);
  const projects = createProjects(values.settings, streams, positionals);
  let isWhole = unreadable.length === 0;
  const tested: TestedFile[] = [];
  for (const file of files) {
    const result = await testFile(file, projects, streams);
    if (result === undefined) isWhole = false;
    else tested.push(result);
  }
  const report = format === "junit" ? junit : textReport;
  await streams.out.write([report(tested, streams.localizer)]);
  if (!isWhole) return 2;
  return tested.some(({ tests }) => tests.some(({ failures }) => failures.length > 0)) ? 1 : 0;
}

/** The results of a file; undefined if it or its table cannot be read, which is reported. */
async function testFile(
  { path, within }: FoundFile,
  projects: Projects,
  streams: Streams,
): Promise<TestedFile | undefined> {
  const read = await readTests(path, within, streams);
  if (read === undefined) return undefined;
  const tablePath = join(dirname(path), read.inittab);
  const table = await readInput(tablePath, streams.stdin);
  if ("why" in table) {
    await tellOf(streams, tablePath, table.why);
    return undefined;
  }
  const settings = await projects.around(table);
  const reading = readOptionsFor({ dialect: undefined, version: undefined }, table, settings);
  const { dialect } = scanInittab(table.text, reading);
  const ofTable = {
    read: reading,
    program: await programAround(table, dialect, settings),
    ...(settings.settings.profile !== undefined && { machine: settings.settings.profile }),
  };
  const tests = read.tests.map((test) => ({
    name: test.name,
    failures: runScenarioTest(test, table.text, ofTable),
  }));
  return { path, tests };
}

async function readTests(
  path: string,
  within: string | undefined,
  streams: Streams,
): Promise<ScenarioTests | undefined> {
  const input = await readInput(path, streams.stdin, within);
  if ("why" in input) {
    await tellOf(streams, path, input.why);
    return undefined;
  }
  const json = readJson(input.text);
  const tell = (where: string, what: Message) =>
    streams.err.write([`${visible(where)}: ${visible(streams.localizer.text(what))}\n`]);
  if ("problem" in json) {
    const { line, column } = json.problem.place;
    await tell(`${path}:${line}:${column}`, json.problem.message);
    return undefined;
  }
  const read = readScenarioTests(json.value);
  if (!("problems" in read)) return read;
  for (const { path: where, message: what } of read.problems)
    await tell(where.length === 0 ? path : `${path}: ${describePath(where)}`, what);
  return undefined;
}
