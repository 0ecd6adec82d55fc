// Compares core's insserv with Debian's on random folders: npm run conformance:insserv --
// [--seed N] [--count N]. The program runs in a mount namespace with an /etc of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DependencyFiles, folderNames, runInsserv } from "@inittab/core";
import { caseSystem } from "../initscript/insserv.ts";
import { toLines } from "../lines.ts";
import { caseNumbers, compareCases, difference } from "../live/compare-cases.ts";
import { needMountNamespaces, runPrivately } from "../live/namespaces.ts";
import { unpackPackages } from "../live/packages.ts";
import { listFolder, makeFolders, readDependencyFiles, readLinks } from "./folders.ts";
import { makeCase, smallerCases, type TestCase } from "./generate.ts";

const what = "insserv";

/** So many kinds of messages must be met, so that a generator that no longer reaches them is noticed. */
const enoughKinds = 12;

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  needMountNamespaces(what);
  const program = join(unpackPackages(what, ["insserv"]), "insserv/sbin/insserv");
  const told = new Set<string>();
  const agree = compareCases({
    what,
    ...caseNumbers(args, 200),
    make: makeCase,
    differs: (subject) => differs(subject, program, told),
    smaller: smallerCases,
  });
  if (!agree) return 1;
  console.log(`${what}: ${told.size} kinds of messages were compared`);
  return told.size < enoughKinds ? 1 : 0;
}

/** What differs in the first command that shows a difference; the kinds of messages met go into `told`. */
function differs(subject: TestCase, program: string, told: Set<string>): object | undefined {
  const folder = mkdtempSync(join(tmpdir(), "inittab-insserv-"));
  try {
    const etc = join(folder, "etc");
    makeFolders(etc, subject);
    const { scripts } = caseSystem(subject);
    const listing = listFolder(join(etc, "init.d"));
    const inOrder = listing.flatMap((name) => scripts.find((script) => script.name === name) ?? []);
    let files: Partial<DependencyFiles> = {};
    for (const [at, args] of subject.commands.entries()) {
      const before = { ...caseSystem(subject), scripts: inOrder, links: readLinks(etc) };
      const ours = runInsserv(before, args);
      if (ours.unpredictable) return undefined;
      files = ours.dependencyFiles ?? files;
      for (const message of ours.messages) told.add(message.kind);
      const quoted = args.map((word) => `'${word}'`).join(" ");
      const run = runPrivately(`cd /; exec '${program}' ${quoted}`, { "/etc": etc });
      const found = difference(
        {
          exit: run.signal === "SIGSEGV" ? 139 : run.status,
          stderr: toLines(run.stderr),
          stdout: toLines(run.stdout),
          rcd: folderNames(readLinks(etc)),
          ...readDependencyFiles(etc),
        },
        {
          exit: ours.exit,
          stderr: ours.stderr,
          stdout: ours.stdout,
          rcd: folderNames(new Map([...ours.links].sort())),
          ...files,
        },
      );
      if (found !== undefined) return { command: at, args, listing, ...found };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
