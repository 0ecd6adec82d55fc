import type { ExitCode, Streams } from "@inittab/cli/command";
import { findFiles } from "@inittab/cli/find-files";
import { readInput } from "@inittab/cli/input";
import { type OptionTable, parseOptions, UsageError } from "@inittab/cli/options";
import { sysvinitVersion } from "@inittab/cli/reading-options";
import type { Runnable } from "@inittab/cli/run-command";
import { tellOf } from "@inittab/cli/tell";
import {
  busyboxBuilds,
  findBusyboxBuild,
  findOpenrcVersion,
  type MessageValue,
  openrcVersions,
} from "@inittab/core";
import { CaseError } from "./case-error.ts";
import { casesIn } from "./cases.ts";
import type { ReplayKind } from "./kind.ts";
import { kinds } from "./kinds.ts";

const options = {
  init: {
    type: "string",
    value: "NAME",
    about: {
      verbatim:
        "the program to play, such as sysvinit-3.14, busybox-1.38.0-oe or openrc-0.45.2,\nwhatever the case names",
    },
  },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `npm run -s replay`: our own result for recorded cases, one JSON document a line. */
export const replay: Runnable<Streams> = {
  name: "replay",
  help: {
    usage: "inittab replay KIND [options] PATH...",
    about: {
      verbatim: `Reads recorded cases: files with one case or an array of them, and folders of
such files (*.json but not *.trace.json). Prints for each, on a line of its
own, {"name": ..., "result": ...}, or {"name": ..., "skipped": why}.

Kinds:
${Object.entries(kinds)
  .map(([name, { about }]) => `  ${name.padEnd(14)}${about}`)
  .join("\n")}`,
    },
    options,
    more: ["Exit status: 0, or 2 for wrong usage or if a case could not be read."],
  },
  run,
};

/** The program that an option names, by the name that recorded cases have for it. */
function programNamed(name: string | undefined): Parameters<ReplayKind["run"]>[1] {
  if (name === undefined) return {};
  const build = findBusyboxBuild(name);
  if (build !== undefined) return { build };
  if (name.startsWith("openrc-")) {
    const openrc = findOpenrcVersion(name.slice("openrc-".length));
    if (openrc !== undefined) return { openrc };
    throw new UsageError(`--init ${name}: the known releases of OpenRC are ${openrcVersions.join(", ")}`);
  }
  if (!name.startsWith("busybox")) return { version: sysvinitVersion("init", name) };
  const known = busyboxBuilds.map(({ init }) => init).join(", ");
  throw new UsageError(`--init ${name}: the known builds are ${known}`);
}

/** What a folder is searched for. */
const caseFile = /^(?!.*\.trace\.json$).+\.json$/s;

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { stdin, out, err } = streams;
  const { values, positionals } = parseOptions(args, options);
  const [name, ...paths] = positionals;
  if (name === undefined) throw new UsageError("no KIND given");
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined)
    throw new UsageError(`there is no kind ${name}; there is ${Object.keys(kinds).join(", ")}`);
  if (paths.length === 0) throw new UsageError("no PATH given");
  const init = programNamed(values.init);

  let exitCode: ExitCode = 0;
  const complain = async (path: string, why: MessageValue) => {
    exitCode = 2;
    await tellOf(streams, path, why);
  };
  const named = new Set(paths);
  const found = await findFiles(paths, ({ name: file }) => caseFile.test(file));
  let passedOver = 0;
  for (const { path, why } of found.unreadable) await complain(path, why);
  for (const { path, within } of found.files) {
    const input = await readInput(path, stdin, within);
    if ("why" in input) {
      await complain(input.path, input.why);
      continue;
    }
    const { cases, problem } = casesIn(input.text, streams.localizer);
    if (problem !== undefined) await complain(input.path, problem);
    for (const { name: caseName, value } of cases) {
      if (!named.has(path) && !kind.accepts(value)) {
        passedOver++;
        continue;
      }
      try {
        const answer = await kind.run(value, init);
        await out.write([`${JSON.stringify({ name: caseName, ...answer })}\n`]);
      } catch (error) {
        if (!(error instanceof CaseError)) throw error;
        await complain(input.path, `${caseName}: ${error.message}`);
      }
    }
  }
  if (passedOver > 0)
    await err.write([
      `inittab: ${passedOver} case${passedOver === 1 ? "" : "s"} of another kind passed over\n`,
    ]);
  return exitCode;
}
