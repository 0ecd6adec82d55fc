import {
  type FollowedChange,
  followChanges,
  guessFlavor,
  type LevelChange,
  rcFlavorNames,
  rcFlavors,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { tellProblems } from "../initscript/problems.ts";
import { readSystem } from "../initscript/read-tree.ts";
import { walkJson, walkText } from "../initscript/walk-report.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { visible } from "../terminal-text.ts";

const options = {
  flavor: {
    type: "string",
    value: "NAME",
    about: `whose rc: ${rcFlavorNames.join(", ")};\nwithout this it is guessed from the tree`,
  },
  from: {
    type: "string",
    value: "N",
    about: "the runlevel before: N (default: the machine boots), 0 to 9 or S",
  },
  to: {
    type: "string",
    multiple: true,
    value: "N",
    about: "the new runlevel; may be repeated: one change after the other",
  },
  locks: {
    type: "string",
    value: "A,B",
    about:
      "lock files that are there at the beginning; without this, those in\nvar/lock/subsys of the tree, but at boot none",
  },
  format: { type: "string", value: "FORMAT", about: "text (default) or json" },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab rc`: what rc calls and passes over on a change of runlevel. */
export const rc: Command = {
  name: "rc",
  summary: "tell which scripts rc calls on a change of runlevel",
  help: () => `inittab rc [options] --to N SYSROOT

Follows rc through the tree of a system: which scripts it calls with which
argument, which it passes over and why, and which lock files remain. Runs
nothing: what a script does to lock files is taken from its text, by what the
shell would run if every command succeeds.

${optionHelp(options)}

Exit status: 0, 1 if rc meets an entry that it cannot run (nothing behind a
link, no permission to execute), 2 for wrong usage or if something could not
be read.
`,
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [path, ...more] = positionals;
  if (path === undefined) throw new UsageError("no SYSROOT given");
  if (more.length > 0) throw new UsageError("more than one SYSROOT given");
  const format = oneOf("format", values.format, ["text", "json"], "text");
  const asked =
    values.flavor === undefined ? undefined : oneOf("flavor", values.flavor, rcFlavorNames, "el6");
  const changes = changesOf(values.from ?? "N", values.to ?? []);
  const { out, err } = streams;
  const tell = (what: string) => err.write([`inittab: ${visible(path)}: ${what}\n`]);

  const read = await readSystem(path);
  if ("why" in read) {
    await tell(visible(read.why));
    return 2;
  }
  const { tree } = read;
  // What is wrong with the entries of the levels entered is told where rc meets them.
  const met = changes.map(({ runlevel }) => `/rc${runlevel}.d/`);
  const unreadable = await tellProblems(
    streams,
    read,
    tree.problems.filter(
      ({ path: place, kind }) => kind === "unreadable" || !met.some((folder) => place.includes(folder)),
    ),
  );
  if (tree.folders.size === 0) {
    await tell("there is no folder etc/rcN.d or etc/rc.d/rcN.d");
    return 2;
  }
  const guess = asked === undefined ? guessFlavor(tree) : { flavor: asked, because: undefined };
  if (guess === undefined) {
    await tell(`nothing tells whose rc this is; give --flavor (${rcFlavorNames.join(", ")})`);
    return 2;
  }
  if (guess.because !== undefined)
    await tell(
      `taken for ${rcFlavors[guess.flavor].system}, flavor ${guess.flavor}, because ${visible(guess.because)}`,
    );
  const boots = changes[0]?.previous === "N";
  const byOption = values.locks?.split(",").filter((name) => name !== "");
  if (byOption === undefined && boots && tree.locks.length > 0)
    await tell(`the locks in the tree are left out (${visible(tree.locks.join(" "))}): booting removes them`);
  const locks = byOption ?? (boots ? [] : tree.locks);
  const { behaviourOf, unsure } = await loadBehaviours();
  const walks = followChanges(tree, { flavor: guess.flavor, changes, locks, behaviours: behaviourOf });
  for (const name of calledIn(walks))
    if (rcFlavors[guess.flavor].decidesBy === "locks" && unsure.has(name))
      await tell(`${visible(name)}: not all that it may do to lock files can be told from its text`);
  if (format === "json") await out.write([`${JSON.stringify(walkJson(path, guess, walks))}\n`]);
  else for (const [at, walk] of walks.entries()) await out.write([at === 0 ? "" : "\n", ...walkText(walk)]);
  if (unreadable) return 2;
  return walks.some(({ events }) => events.some(({ broken }) => broken)) ? 1 : 0;
}

/** The names under which scripts are called, each once. */
function calledIn(walks: readonly FollowedChange[]): ReadonlySet<string> {
  const paths = walks.flatMap(({ events }) =>
    events.flatMap(({ step }) => (step.kind === "call" && !step.killall ? step.path : [])),
  );
  return new Set(paths.map((path) => path.slice(path.lastIndexOf("/") + 1)));
}

function changesOf(from: string, to: readonly string[]): readonly LevelChange[] {
  if (to.length === 0) throw new UsageError("no --to given");
  let previous = levelOf("from", from, /^[N0-9S]$/);
  return to.map((word) => {
    const runlevel = levelOf("to", word, /^[0-9S]$/);
    const change = { previous, runlevel };
    // The boot phase is no runlevel of its own: the level after it still follows N.
    if (!(previous === "N" && runlevel === "S")) previous = runlevel;
    return change;
  });
}

function levelOf(option: string, word: string, allowed: RegExp): string {
  const level = word.toUpperCase();
  if (!allowed.test(level)) throw new UsageError(`--${option} ${word}: not a runlevel`);
  return level;
}
