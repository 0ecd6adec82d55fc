import {
  compareServices,
  defaultWayEvents,
  harmsOf,
  jsonText,
  type Localizer,
  listOf,
  type Plan,
  type PlanHarm,
  planChange,
  planHarms,
  scanInittab,
  searchedDialects,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { message as planMessage } from "../plan/message.ts";
import { type PlanHead, planMarkdown, planText } from "../plan/show.ts";
import { readSource } from "../plan/source.ts";
import { createProjects } from "../project/projects.ts";
import { readOnce } from "../read-once.ts";
import {
  machineOf,
  machineOption,
  readingOptionTable,
  readOptionsFor,
  targetOf,
} from "../reading-options.ts";
import { programAround } from "../simulate/program-around.ts";
import { tellOf } from "../tell.ts";

const options = {
  ...readingOptionTable,
  profile: machineOption,
  allow: {
    type: "string",
    multiple: true,
    value: "HARM",
    about: planMessage("plan.option.allow", { harms: listOf(planHarms, "comma") }),
  },
  "max-states": { type: "string", value: "N", about: planMessage("plan.option.max-states") },
  format: { type: "string", value: "FORMAT", about: planMessage("plan.option.format") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab plan`: what a new table does to a machine that runs with the old one. */
export const planCommand: Command = {
  name: "plan",
  help: {
    usage: planMessage("plan.usage"),
    about: planMessage("plan.about"),
    options,
    more: [planMessage("plan.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [oldPath, freshPath] = positionals;
  if (oldPath === undefined || freshPath === undefined || positionals.length > 2)
    throw new UsageError(planMessage("plan.two"));
  readOnce(positionals);
  const target = targetOf(values);
  const chosen = machineOf(values.profile);
  const allowed = allowedOf(values.allow ?? []);
  const states = statesOf(values["max-states"]);
  const format = oneOf("format", values.format, ["text", "json", "md"], "text");
  const { out, localizer } = streams;
  const old = await readSource(oldPath, streams.stdin);
  const fresh = await readSource(freshPath, streams.stdin);
  for (const source of [old, fresh]) {
    const note = "why" in source ? source.why : source.note;
    if (note !== undefined) await tellOf(streams, source.path, note);
  }
  if ("why" in old || "why" in fresh) return 2;
  // What is said of the new table holds for the old one: of a revision of git nothing is looked for.
  const settings = await createProjects(values.settings, streams, positionals).around(fresh);
  const { dialect, version } = scanInittab(old.text, readOptionsFor(target, old, settings));
  const other = scanInittab(fresh.text, readOptionsFor(target, fresh, settings)).dialect;
  if (dialect !== other) {
    await tellOf(streams, fresh.path, planMessage("plan.dialects", { one: dialect, other }));
    return 2;
  }
  const began = performance.now();
  const machine = chosen ?? settings.settings.profile;
  const plan = planChange(old.text, fresh.text, dialect, {
    ...(await programAround(fresh, dialect, settings)),
    version,
    ...(machine !== undefined && { machine }),
    events: defaultWayEvents,
    limits: {
      ...(states !== undefined && { states }),
      isCancelled: () => performance.now() - began > mostSeconds * 1000,
    },
  });
  if (plan === undefined) {
    const known = listOf(searchedDialects, "and");
    await tellOf(streams, old.path, message("verify.no-machine", { dialect, known }));
    return 2;
  }
  const services = await changedServices(oldPath, freshPath);
  const harms = harmsOf(plan).filter((harm) => !allowed.includes(harm));
  await out.write(shown(format, plan, { old: old.path, fresh: fresh.path, harms, services }, localizer));
  return harms.length > 0 ? 1 : 0;
}

/** The services whose links differ, where both are systems; undefined where one is only a table. */
async function changedServices(old: string, fresh: string): Promise<PlanHead["services"]> {
  const { isSystem } = await import("../verify/services.ts");
  if (!(await isSystem(old)) || !(await isSystem(fresh))) return undefined;
  const { readSystem } = await import("../initscript/read-tree.ts");
  const [before, after] = [await readSystem(old), await readSystem(fresh)];
  return "why" in before || "why" in after ? undefined : compareServices(before.tree, after.tree);
}

function shown(
  format: "text" | "json" | "md",
  plan: Plan,
  head: PlanHead,
  localizer: Localizer,
): Iterable<string> {
  if (format === "md") return planMarkdown(plan, head, localizer);
  if (format === "text") return planText(plan, head, localizer);
  return [`${jsonText({ ...head, ...jsonOf(plan, localizer) })}\n`];
}

function jsonOf({ comparison, warnings, ...rest }: Plan, { text }: Localizer): object {
  return {
    comparison:
      comparison.kind === "differ" ? { ...comparison, message: text(comparison.message) } : comparison,
    ...rest,
    warnings: warnings.map((finding) => ({ ...finding, message: text(finding.message) })),
  };
}

function allowedOf(values: readonly string[]): readonly PlanHarm[] {
  return values.map((value) => {
    const harm = planHarms.find((each) => each === value);
    if (harm === undefined)
      throw new UsageError(planMessage("plan.no-harm", { value, harms: listOf(planHarms, "comma") }));
    return harm;
  });
}

/** So long it is looked for what differs and for lock-outs, in seconds. */
const mostSeconds = 60;

function statesOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(message("usage.no-number", { option: "max-states", value }));
  return Number(value);
}
