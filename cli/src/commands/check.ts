import { resolve } from "node:path";
import {
  dialects,
  findAnyRule,
  type InittabLintOptions,
  inittabRules,
  isInitScriptPlace,
  lintInittab,
  listOf,
  releaseOf,
  type Severity,
  scanInittab,
  scriptFamilies,
  severities,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { type FoundFile, findFiles } from "../find-files.ts";
import type { CheckedInittab, Format, FormatOptions } from "../formats/format.ts";
import { githubFormat } from "../formats/github.ts";
import { jsonFormat } from "../formats/json.ts";
import { sarifFormat } from "../formats/sarif.ts";
import { textFormat } from "../formats/text.ts";
import { createScriptChecker, isCheckable, kindOf } from "../initscript/check-script.ts";
import { type Input, readInput, type Unreadable } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import {
  machineOf,
  machineOption,
  readingOptionTable,
  readOptionsFor,
  type Target,
  targetOf,
} from "../reading-options.ts";
import { tellOf } from "../tell.ts";
import { placesOf } from "../text-place.ts";
import { programVersion } from "../version.ts";

const formats: Readonly<Record<"text" | "json" | "sarif" | "github", (options: FormatOptions) => Format>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
};

const options = {
  ...readingOptionTable,
  family: {
    type: "string",
    value: "NAME",
    about: message("check.option.family"),
  },
  profile: machineOption,
  format: { type: "string", value: "FORMAT", about: message("check.option.format") },
  "max-warnings": { type: "string", value: "N", about: message("check.option.max-warnings") },
  rule: {
    type: "string",
    multiple: true,
    value: "ID=SEVERITY",
    about: message("check.option.rule", { severities: listOf(severities, "comma") }),
  },
  quiet: { type: "boolean", short: "q", about: message("check.option.quiet") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab check`: the findings of all rules. */
export const check: Command = {
  name: "check",
  summary: message("check.summary"),
  help: {
    usage: message("check.usage"),
    about: message("check.about"),
    options,
    more: [message("check.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  const target = targetOf(values);
  const chosen = severitiesOf(values.rule ?? []);
  const machine = machineOf(values.profile);
  const inittabOptions = { severities: chosen, ...(machine !== undefined && { machine }) };
  const family = oneOf("family", values.family, ["auto", ...scriptFamilies], "auto");
  const scripts = createScriptChecker({ severities: chosen, family });
  const allowedWarnings = numberOf("max-warnings", values["max-warnings"]);
  const { out, err, localizer } = streams;
  const format = formats[oneOf("format", values.format, ["text", "json", "sarif", "github"], "text")]({
    color: out.terminal,
    width: out.width,
    quiet: values.quiet === true,
    version: programVersion(),
    folder: process.cwd(),
    localizer,
  });

  const found = await findFiles(positionals, isCheckable);
  const named = new Set(positionals);
  const unreadable: Unreadable[] = [];
  const tellUnreadable = async (problem: Unreadable) => {
    unreadable.push(problem);
    await tellOf(streams, problem.path, problem.why);
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  for (const problem of found.unreadable) await tellUnreadable(problem);
  await out.write(format.start());
  if (found.files.some(({ path }) => isInitScriptPlace(resolve(path)))) scripts.prepare();
  for await (const { path, input } of readAll(found.files, streams.stdin)) {
    if ("why" in input) {
      await tellUnreadable(input);
      continue;
    }
    const kind = kindOf(input, named.has(path));
    if (kind === "neither") continue;
    if (typeof kind !== "string") {
      await tellUnreadable(kind);
      continue;
    }
    if (input.note !== undefined) await tellOf(streams, input.path, input.note);
    if (kind === "script" && !named.has(path))
      for (const problem of await scripts.linkProblems(path))
        await tellOf(streams, problem.path, problem.why);
    const file = kind === "script" ? await scripts.check(input) : checkInittab(input, target, inittabOptions);
    files++;
    for (const finding of file.findings) counts[finding.severity]++;
    await out.write(format.file(file));
  }
  await out.write(format.end({ files, counts, unreadable }));
  const tooMany = counts.warning > allowedWarnings;
  if (tooMany) {
    const warnings = message("check.warnings", { count: counts.warning });
    const said = message("check.too-many", { warnings, allowed: allowedWarnings });
    await err.write([`inittab: ${localizer.text(said)}\n`]);
  }
  if (unreadable.length > 0) return 2;
  return counts.error > 0 || tooMany ? 1 : 0;
}

/** So many files are read before their turn: the disk works while the rules do. */
const ahead = 4;

async function* readAll(
  files: readonly FoundFile[],
  stdin: Streams["stdin"],
): AsyncGenerator<{ readonly path: string; readonly input: Input | Unreadable }> {
  const reading: Promise<Input | Unreadable>[] = [];
  for (const [index, { path }] of files.entries()) {
    for (const next of files.slice(reading.length, index + ahead + 1))
      reading.push(readInput(next.path, stdin, next.within));
    const input = await reading[index];
    if (input !== undefined) yield { path, input };
    // What was checked need not be kept.
    delete reading[index];
  }
}

function checkInittab(input: Input, target: Target, lintOptions: InittabLintOptions): CheckedInittab {
  const scan = scanInittab(input.text, readOptionsFor(target, input));
  return {
    kind: "inittab",
    path: input.path,
    text: input.text,
    encoding: input.encoding,
    dialect: scan.dialect,
    initVersion: releaseOf(scan),
    guess: scan.guess,
    // Rules about our own comments are for every dialect, and say nothing of what its init does.
    // A rule for every dialect is about our own comments and knows nothing of an init.
    hasRules: inittabRules.some(
      ({ dialects: judged }) => judged.length < dialects.length && judged.includes(scan.dialect),
    ),
    findings: lintInittab(scan, lintOptions).findings,
    places: placesOf(input.text),
  };
}

function severitiesOf(settings: readonly string[]): Readonly<Record<string, Severity | "off">> {
  const chosen: Record<string, Severity | "off"> = {};
  for (const setting of settings) {
    const [name = "", severity] = setting.split("=", 2);
    const rule = findAnyRule(name);
    if (rule === undefined) throw new UsageError(message("check.no-rule", { setting, rule: name }));
    if (severity === undefined) throw new UsageError(message("check.no-severity", { setting }));
    const known = ([...severities, "off"] as const).find((word) => word === severity);
    if (known === undefined)
      throw new UsageError(
        message("check.unknown-severity", { setting, severities: listOf(severities, "comma") }),
      );
    chosen[rule.id] = known;
  }
  return chosen;
}

function numberOf(option: string, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(message("usage.no-number", { option, value }));
  return Number(value);
}
