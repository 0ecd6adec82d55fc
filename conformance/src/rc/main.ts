// Compares core's walk through runlevels with Debian's rc, alone and with insserv and startpar, on random trees:
// npm run conformance:rc -- [--seed N] [--count N].

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rcLevels } from "@inittab/core";
import { replayRc } from "../initscript/rc.ts";
import { toLines } from "../lines.ts";
import { caseNumbers, compareCases, difference } from "../live/compare-cases.ts";
import { needMountNamespaces, runPrivately } from "../live/namespaces.ts";
import { unpackPackages } from "../live/packages.ts";
import { makeFolders, takeCalls } from "./folders.ts";
import { makeCase, smallerCases, type TestCase } from "./generate.ts";

const what = "Debian's rc";

/** Compares as the arguments say; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  needMountNamespaces(what);
  const packages = unpackPackages(what, ["sysv-rc", "sysvinit-utils", "insserv", "startpar"]);
  const agree = compareCases({
    what,
    ...caseNumbers(args, 60),
    make: makeCase,
    differs: (subject) => differs(subject, packages),
    smaller: smallerCases,
  });
  return agree ? 0 : 1;
}

/** What differs in the first step that shows a difference. */
function differs(subject: TestCase, packages: string): object | undefined {
  const folder = mkdtempSync(join(tmpdir(), "inittab-rc-"));
  const etc = join(folder, "etc");
  // Without pseudo terminals startpar runs one script at a time, so the order is always the same.
  const privately = (
    command: string,
    environment: Readonly<Record<string, string>> = {},
  ): ReturnType<typeof runPrivately> =>
    runPrivately(`mount -t tmpfs none /dev/pts; cd /; exec ${command}`, { "/etc": etc }, environment);
  try {
    makeFolders(etc, subject, packages);
    const ours = replayRc(subject);
    if (subject.depend === true) {
      privately(`${packages}/insserv/sbin/insserv ${Object.keys(subject.services).join(" ")}`);
      const lists = rcLevels.map((level) => [level, readdirSync(join(etc, `rc${level}.d`)).sort()] as const);
      const rcd = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
      const found = difference({ rcd }, { rcd: ours.rcd });
      if (found !== undefined) return found;
    }
    for (const [at, { previous, runlevel, args = [runlevel] }] of subject.steps.entries()) {
      const run = privately(`/bin/sh /etc/init.d/rc ${args.join(" ")}`, {
        RUNLEVEL: runlevel,
        PREVLEVEL: previous,
      });
      const { stderr: _, ...expected } = ours.steps[at] ?? {};
      const found = difference(
        {
          calls: takeCalls(etc),
          locks: readdirSync(join(etc, "locks")).sort(),
          exit: run.status,
          stdout: toLines(run.stdout),
        },
        expected,
      );
      if (found !== undefined) return { step: at, ...found, stderr: run.stderr };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
