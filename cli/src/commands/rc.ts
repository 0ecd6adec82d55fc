import {
  type FollowedChange,
  familyOfTree,
  findOpenrcVersion,
  flavorSystem,
  followChanges,
  guessFlavor,
  hasOpenrc,
  jsonText,
  type LevelChange,
  levelChanges,
  listOf,
  type Message,
  type OpenrcVersion,
  openrcAnswer,
  openrcVersionOf,
  openrcVersions,
  openrcVisits,
  rcAnswer,
  rcFlavorNames,
  rcFlavors,
  usualLevels,
  whyNoRc,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { treeText, visitText } from "../initscript/openrc-report.ts";
import { tellProblems } from "../initscript/problems.ts";
import { asStated, type ReadTree, readSystem, statedOpenrc } from "../initscript/read-tree.ts";
import { loadServiceStates } from "../initscript/service-states.ts";
import { stateJson, stateText } from "../initscript/status-report.ts";
import { walkText } from "../initscript/walk-report.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { createProjects } from "../project/projects.ts";
import { settingsOption } from "../reading-options.ts";
import { tellOf } from "../tell.ts";

/** OpenRC is not an rc, but is asked for in the same place. */
const openrcFlavors = openrcVersions.map((version) => `openrc-${version}`);

const options = {
  flavor: {
    type: "string",
    value: "NAME",
    about: message("rc.option.flavor", {
      flavors: listOf(rcFlavorNames, "comma"),
      releases: listOf(openrcFlavors, "or"),
    }),
  },
  from: { type: "string", value: "N", about: message("rc.option.from") },
  to: { type: "string", multiple: true, value: "N", about: message("rc.option.to") },
  locks: { type: "string", value: "A,B", about: message("rc.option.locks") },
  status: { type: "string", multiple: true, value: "NAME", about: message("rc.option.status") },
  kill: { type: "string", multiple: true, value: "NAME", about: message("rc.option.kill") },
  settings: settingsOption,
  format: { type: "string", value: "FORMAT", about: message("option.text-or-json") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab rc`: what rc calls and passes over on a change of runlevel. */
export const rc: Command = {
  name: "rc",
  help: {
    usage: message("rc.usage"),
    about: message("rc.about"),
    options,
    more: [message("rc.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [path, ...more] = positionals;
  if (path === undefined) throw new UsageError(message("usage.nothing-given", { what: "SYSROOT" }));
  if (more.length > 0) throw new UsageError(message("usage.several-given", { what: "SYSROOT" }));
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const { out, localizer } = streams;
  const tell = (what: Message) => tellOf(streams, path, what);

  const found = await readSystem(path);
  if ("why" in found) {
    await tell(found.why);
    return 2;
  }
  const settings = await createProjects(values.settings, streams, [path]).around({ path });
  const read = asStated(found, settings);
  const { tree } = read;
  if (values.flavor?.startsWith("openrc") === true || (values.flavor === undefined && hasOpenrc(tree)))
    return await followOpenrc(read, { ...values, format, stated: statedOpenrc(settings) }, streams);
  const asked =
    values.flavor === undefined ? undefined : oneOf("flavor", values.flavor, rcFlavorNames, "el6");
  const guess = asked === undefined ? guessFlavor(tree) : { flavor: asked, because: undefined };
  const changes = changesOf(values.from ?? "N", values.to ?? usualLevels(guess?.flavor));
  // What is wrong with the entries of the levels entered is told where rc meets them.
  const met = changes.map(({ runlevel }) => `/rc${runlevel}.d/`);
  const unreadable = await tellProblems(
    streams,
    read,
    tree.problems.filter(
      ({ path: place, kind }) => kind === "unreadable" || !met.some((folder) => place.includes(folder)),
    ),
  );
  const why = whyNoRc(tree, guess?.flavor);
  if (why !== undefined) {
    await tell(why);
    return 2;
  }
  if (guess === undefined) {
    await tell(message("rc.unknown-flavor", { flavors: listOf(rcFlavorNames, "comma") }));
    return 2;
  }
  const { flavor, because } = guess;
  if (because !== undefined)
    await tell(message("rc.taken-for", { system: flavorSystem(flavor), flavor, because }));
  const boots = changes[0]?.previous === "N";
  const byOption = values.locks?.split(",").filter((name) => name !== "");
  if (byOption === undefined && boots && tree.locks.length > 0)
    await tell(message("rc.locks-left-out", { names: tree.locks.join(" ") }));
  const locks = byOption ?? (boots ? [] : tree.locks);
  const { behaviourOf, unsure } = await loadBehaviours();
  const walks = followChanges(tree, { flavor, changes, locks, behaviours: behaviourOf });
  for (const name of calledIn(walks))
    if (rcFlavors[flavor].decidesBy === "locks" && unsure.has(name))
      await tell(message("rc.unsure", { script: name }));
  const killed = new Set(values.kill ?? []);
  const services = [...new Set([...(values.status ?? []), ...killed])];
  const asksForStates = { tree, flavor, services, killed, walks, locks };
  const states = services.length === 0 ? [] : await loadServiceStates(asksForStates);
  if (format === "json")
    await out.write([
      `${jsonText(
        rcAnswer(
          { root: path, flavor, because },
          walks,
          localizer,
          states.map((each) => each.map(stateJson)),
        ),
      )}\n`,
    ]);
  else
    for (const [at, walk] of walks.entries())
      await out.write([
        at === 0 ? "" : "\n",
        ...walkText(flavor, walk, localizer),
        ...(states[at] ?? []).flatMap((state) => [...stateText(state, localizer)]),
      ]);
  if (unreadable) return 2;
  return walks.some(({ events }) => events.some(({ broken }) => broken)) ? 1 : 0;
}

interface OpenrcValues {
  readonly flavor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly format: "text" | "json";
  /** The release that `inittab.json` names. */
  readonly stated: OpenrcVersion | undefined;
}

/** A system that boots with OpenRC: its services instead of rc folders. */
async function followOpenrc(
  { path, tree }: ReadTree,
  { flavor, from = "N", to, format, stated }: OpenrcValues,
  streams: Streams,
): Promise<ExitCode> {
  const { out, localizer } = streams;
  const release = flavor?.replace(/^openrc-?/, "");
  const version =
    release === undefined || release === "" ? (stated ?? openrcVersionOf(tree)) : findOpenrcVersion(release);
  if (version === undefined)
    throw new UsageError(message("rc.unknown-flavor", { flavors: listOf(openrcFlavors, "comma") }));
  const because = flavor === undefined ? familyOfTree(tree)?.because : undefined;
  if (because !== undefined) await tellOf(streams, path, message("rc.openrc", { version, because }));
  const walk = openrcVisits(tree, { from, to, version });
  const { visits } = walk;
  if (format === "json") await out.write([`${jsonText(openrcAnswer(path, walk))}\n`]);
  else {
    await out.write(treeText(walk, localizer));
    for (const [at, visit] of visits.entries())
      await out.write([at === 0 && walk.treeSaid.length === 0 ? "" : "\n", ...visitText(visit, localizer)]);
  }
  return visits.some(({ exit, said }) => exit !== 0 || said.some((line) => line.includes("ERROR:"))) ? 1 : 0;
}

/** The names under which scripts are called, each once. */
function calledIn(walks: readonly FollowedChange[]): ReadonlySet<string> {
  const paths = walks.flatMap(({ events }) =>
    events.flatMap(({ step }) => (step.kind === "call" && !step.killall ? step.path : [])),
  );
  return new Set(paths.map((path) => path.slice(path.lastIndexOf("/") + 1)));
}

function changesOf(from: string, to: readonly string[]): readonly LevelChange[] {
  if (to.length === 0) throw new UsageError(message("usage.nothing-given", { what: "--to" }));
  return levelChanges(
    levelOf("from", from, /^[N0-9S]$/),
    to.map((word) => levelOf("to", word, /^[0-9S]$/)),
  );
}

function levelOf(option: string, word: string, allowed: RegExp): string {
  const level = word.toUpperCase();
  if (!allowed.test(level)) throw new UsageError(message("usage.no-runlevel", { option, value: word }));
  return level;
}
