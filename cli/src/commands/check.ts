import { resolve } from "node:path";
import {
  dialects,
  findAnyRule,
  inittabRules,
  isInitScriptPlace,
  type LintOptions,
  lintInittab,
  releaseOf,
  type Severity,
  scanInittab,
  scriptFamilies,
  severities,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { findFiles } from "../find-files.ts";
import type { CheckedInittab, Format, FormatOptions } from "../formats/format.ts";
import { githubFormat } from "../formats/github.ts";
import { jsonFormat } from "../formats/json.ts";
import { sarifFormat } from "../formats/sarif.ts";
import { textFormat } from "../formats/text.ts";
import { createScriptChecker, isCheckable, kindOf } from "../initscript/check-script.ts";
import { type Input, readInput, type Unreadable } from "../input.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { readingOptionTable, readOptionsFor, type Target, targetOf } from "../reading-options.ts";
import { visible } from "../terminal-text.ts";
import { placesOf } from "../text-place.ts";
import { programVersion } from "../version.ts";
import { count } from "../words.ts";

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
    about: "whose manner init scripts are judged by: auto (default), redhat\nor debian",
  },
  format: { type: "string", value: "FORMAT", about: "text (default), json, sarif or github" },
  "max-warnings": { type: "string", value: "N", about: "exit 1 if there are more warnings than this" },
  rule: {
    type: "string",
    multiple: true,
    value: "ID=SEVERITY",
    about: `another severity for a rule: ${severities.join(", ")} or off;\nmay be repeated`,
  },
  quiet: { type: "boolean", short: "q", about: "tell errors alone, and no summary" },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab check`: the findings of all rules. */
export const check: Command = {
  name: "check",
  summary: "tell what init will not do, or hardly as meant",
  help: () => `inittab check [options] PATH...

Checks inittabs and init scripts: files, standard input (-), and folders. In
a folder it looks for files called inittab, inittab.* or *.inittab, for the
scripts below init.d and rc.d, and beside them for files with an LSB or a
chkconfig header. A script below init.d is judged with the rest of its system.

${optionHelp(options)}

Exit status: 0 if no error was found, 1 if there are errors or too many
warnings, 2 for wrong usage or if something could not be read.
`,
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0) throw new UsageError("no PATH given");
  const target = targetOf(values);
  const chosen = severitiesOf(values.rule ?? []);
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
    await err.write([`inittab: ${visible(problem.path)}: ${visible(problem.why)}\n`]);
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  for (const problem of found.unreadable) await tellUnreadable(problem);
  await out.write(format.start());
  if (found.files.some((path) => isInitScriptPlace(resolve(path)))) scripts.prepare();
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
    if (input.note !== undefined) await err.write([`inittab: ${visible(input.path)}: ${input.note}\n`]);
    if (kind === "script" && !named.has(path))
      for (const problem of await scripts.linkProblems(path))
        await err.write([`inittab: ${visible(problem.path)}: ${visible(problem.why)}\n`]);
    const file =
      kind === "script" ? await scripts.check(input) : checkInittab(input, target, { severities: chosen });
    files++;
    for (const finding of file.findings) counts[finding.severity]++;
    await out.write(format.file(file));
  }
  await out.write(format.end({ files, counts, unreadable }));
  const tooMany = counts.warning > allowedWarnings;
  if (tooMany)
    await err.write([`inittab: ${count(counts.warning, "warning")}, but only ${allowedWarnings} allowed\n`]);
  if (unreadable.length > 0) return 2;
  return counts.error > 0 || tooMany ? 1 : 0;
}

/** So many files are read before their turn: the disk works while the rules do. */
const ahead = 4;

async function* readAll(
  paths: readonly string[],
  stdin: Streams["stdin"],
): AsyncGenerator<{ readonly path: string; readonly input: Input | Unreadable }> {
  const reading: Promise<Input | Unreadable>[] = [];
  for (const [index, path] of paths.entries()) {
    while (reading.length < paths.length && reading.length <= index + ahead)
      reading.push(readInput(paths[reading.length] ?? "", stdin));
    const input = await reading[index];
    if (input !== undefined) yield { path, input };
    // What was checked need not be kept.
    delete reading[index];
  }
}

function checkInittab(input: Input, target: Target, lintOptions: LintOptions): CheckedInittab {
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
    if (rule === undefined) throw new UsageError(`--rule ${setting}: there is no rule ${name}`);
    if (severity === undefined) throw new UsageError(`--rule ${setting}: write ID=SEVERITY`);
    const known = ([...severities, "off"] as const).find((word) => word === severity);
    if (known === undefined)
      throw new UsageError(`--rule ${setting}: the severities are ${severities.join(", ")} and off`);
    chosen[rule.id] = known;
  }
  return chosen;
}

function numberOf(option: string, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} ${value}: not a number`);
  return Number(value);
}
