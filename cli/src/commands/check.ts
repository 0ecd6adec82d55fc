import { resolve } from "node:path";
import {
  type InittabLintOptions,
  isInitScriptPlace,
  listOf,
  type MachineSpec,
  type OwnPrograms,
  ownRuns,
  type ScriptLintOptions,
  type Severity,
  scriptFamilies,
  severities,
} from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { Command, ExitCode, Streams } from "../command.ts";
import { type FoundFile, findFiles } from "../find-files.ts";
import type { Format, FormatOptions } from "../formats/format.ts";
import type { ScriptChecker } from "../initscript/check-script.ts";
import { isCheckable, kindOf, whyNotJudged } from "../initscript/recognize.ts";
import { type Input, readInArchive, readInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { createProjects } from "../project/projects.ts";
import { rootsHere } from "../project/roots-here.ts";
import { machineOf, machineOption, readingOptionTable, targetOf } from "../reading-options.ts";
import type { RuleSeverities } from "../rule-severities.ts";
import { tellOf } from "../tell.ts";
import type { Unreadable } from "../unreadable.ts";
import { programVersion } from "../version.ts";

type FormatName = "text" | "json" | "sarif" | "github";

/** How each format is loaded. */
const formats: Readonly<Record<FormatName, () => Promise<(options: FormatOptions) => Format>>> = {
  text: async () => (await import("../formats/text.ts")).textFormat,
  json: async () => (await import("../formats/json.ts")).jsonFormat,
  sarif: async () => (await import("../formats/sarif.ts")).sarifFormat,
  github: async () => (await import("../formats/github.ts")).githubFormat,
};

/** So many names stand in a line of the help. */
const familiesInLine = 5;

const familyWords = scriptFamilies
  .map(
    (family, at) =>
      `${family}${at === scriptFamilies.length - 1 ? "" : (at + 1) % familiesInLine === 0 ? ",\n" : ", "}`,
  )
  .join("");

const options = {
  ...readingOptionTable,
  family: {
    type: "string",
    value: "NAME",
    about: message("check.option.family", { families: { verbatim: familyWords } }),
  },
  profile: machineOption,
  programs: {
    type: "string",
    value: "FILE",
    about: message("check.option.programs", {
      example: '{ "sensord": "background" }',
      runs: listOf(ownRuns, "or"),
    }),
  },
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
  const projects = createProjects(values.settings, streams, positionals);
  const paths = positionals.length > 0 ? positionals : await rootsHere(projects, streams);
  if (paths.length === 0) throw new UsageError(message("usage.nothing-given", { what: "PATH" }));
  const target = targetOf(values);
  const chosen = await severitiesOf(values.rule);
  const machine = machineOf(values.profile);
  const programs =
    values.programs === undefined ? undefined : await ownProgramsIn(values.programs, streams.stdin);
  const family =
    values.family === undefined
      ? undefined
      : oneOf("family", values.family, ["auto", ...scriptFamilies], "auto");
  const optionsFor = lintOptionsFor({ severities: chosen, programs, machine, family });
  const inittabs = loadOnce(() => import("../inittab/check-inittab.ts"));
  const recipes = loadOnce(() => import("../recipe/check-recipe.ts"));
  const scripts = scriptCheckers();
  const allowedWarnings = numberOf("max-warnings", values["max-warnings"]);
  const { out, err, localizer } = streams;
  const makeFormat =
    await formats[oneOf("format", values.format, ["text", "json", "sarif", "github"], "text")]();
  const format = makeFormat({
    color: out.terminal,
    width: out.width,
    quiet: values.quiet === true,
    // It is asked for by few formats, and stands in a file.
    get version() {
      return programVersion();
    },
    folder: process.cwd(),
    localizer,
  });

  const found = await findFiles(paths, isCheckable);
  const named = new Set(paths);
  const judged = new Set(found.files.map(({ path }) => resolve(path)));
  const unreadable: Unreadable[] = [];
  const told = new Set<string>();
  const tellUnreadable = async (problem: Unreadable) => {
    unreadable.push(problem);
    told.add(resolve(problem.path));
    await tellOf(streams, problem.path, problem.why);
  };
  /** What is judged by nobody, each path once: the search and the system around a script both meet it. */
  const tellPassedOver = async ({ path, why }: Unreadable) => {
    if (told.has(resolve(path))) return;
    told.add(resolve(path));
    await tellOf(streams, path, why);
    await out.write(format.passedOver(path, why));
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  for (const problem of found.unreadable) await tellUnreadable(problem);
  await out.write(format.start());
  const scriptsAhead = found.files.some(({ path }) => isInitScriptPlace(resolve(path)));
  if (scriptsAhead || found.files.length > 1) (await import("@inittab/host/compilers")).optimizeLater();
  // The one that needs it reports what goes wrong.
  if (scriptsAhead)
    void scripts({ severities: chosen }).then(
      ({ prepare }) => prepare(),
      () => {},
    );
  for await (const { path, input } of readAll(found.files, streams.stdin)) {
    if ("why" in input) {
      await tellUnreadable(input);
      continue;
    }
    const kind = kindOf(input, named.has(path));
    if (kind === "neither") continue;
    if (typeof kind !== "string" && "notJudged" in kind) {
      await out.write(format.notJudged(kind.path, whyNotJudged(kind.notJudged)));
      continue;
    }
    if (typeof kind !== "string") {
      await tellUnreadable(kind);
      continue;
    }
    if (input.note !== undefined) await tellOf(streams, input.path, input.note);
    const settings = await projects.around(input);
    const { ofInittabs, ofScripts, severities: levels } = optionsFor(settings);
    if (kind === "script" && !named.has(path))
      // A folder of scripts that stands alone leads nowhere else; this one may have more around it.
      for (const problem of await (await scripts(ofScripts)).linkProblems(input))
        if (!judged.has(resolve(problem.path))) await tellPassedOver(problem);
    const file =
      kind === "script"
        ? await (await scripts(ofScripts)).check(input)
        : kind === "recipe"
          ? (await recipes()).checkRecipe(input, { severities: levels })
          : await (await inittabs()).checkInittab(input, { target, settings }, ofInittabs);
    files++;
    for (const finding of file.findings) counts[finding.severity]++;
    await out.write(format.file(file));
  }
  for (const problem of found.passedOver) await tellPassedOver(problem);
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

/** What the options say of how files are checked. */
interface CheckOptions {
  readonly severities: RuleSeverities;
  readonly programs: OwnPrograms | undefined;
  readonly machine: MachineSpec | undefined;
  readonly family: ScriptLintOptions["family"];
}

/** How the files under some settings are checked: what the options say goes before what `inittab.json` says. */
function lintOptionsFor({ severities: chosen, programs, machine, family }: CheckOptions): (
  settings: FileSettings,
) => {
  readonly severities: RuleSeverities;
  readonly ofInittabs: InittabLintOptions;
  readonly ofScripts: ScriptLintOptions;
} {
  return ({ settings }) => {
    const levels = { ...settings.rules, ...chosen };
    const own =
      programs === undefined && settings.programs === undefined
        ? {}
        : { programs: { ...settings.programs, ...programs } };
    const meant = machine ?? settings.profile;
    return {
      severities: levels,
      ofInittabs: { severities: levels, ...own, ...(meant !== undefined && { machine: meant }) },
      ofScripts: { severities: levels, ...own, family: family ?? settings.family ?? "auto" },
    };
  };
}

/** A checker of scripts for each way in which they are checked; what it has read of a system is kept. */
function scriptCheckers(): (options: ScriptLintOptions) => Promise<ScriptChecker> {
  const known = new Map<string, () => Promise<ScriptChecker>>();
  return (options) => {
    const key = JSON.stringify(options);
    const checker =
      known.get(key) ??
      loadOnce(async () => (await import("../initscript/check-script.ts")).createScriptChecker(options));
    known.set(key, checker);
    return checker();
  };
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
      reading.push(
        next.place === undefined
          ? readInput(next.path, stdin, next.within)
          : Promise.resolve(readInArchive(next.place, next.path)),
      );
    const input = await reading[index];
    if (input !== undefined) yield { path, input };
    // What was checked need not be kept.
    delete reading[index];
  }
}

/** The programs of a user's own; their file is read by few. */
async function ownProgramsIn(path: string, stdin: Streams["stdin"]): Promise<OwnPrograms> {
  return (await import("../own-programs.ts")).ownProgramsIn(path, stdin);
}

async function severitiesOf(settings: readonly string[] | undefined): Promise<RuleSeverities> {
  return settings === undefined ? {} : (await import("../rule-severities.ts")).ruleSeverities(settings);
}

function numberOf(option: string, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(message("usage.no-number", { option, value }));
  return Number(value);
}
