// Red Hat's killall script: stops at shutdown whatever still has a lock. Spec 4.3.

import type { RedHatRc } from "../facts/rc-flavors.ts";
import { byBytes, type CallOutcome, callScript, type Walking } from "./model.ts";

/** Runs killall; its status is that of its last command. */
export function killAll(rc: RedHatRc, walk: Walking, path: string, argument: string): CallOutcome {
  const { previous, runlevel } = walk;
  const { sparesNetwork, deletesOrphans, onlyStart, shellLines: lines } = rc.killall;
  const place = walk.steps.length;
  // It calls itself as rc has called it. Observed: fidelity-killall-rh5.
  const name = `${rc.callsBelow}${path}`;
  const finish = (exit: number, output: CallOutcome["output"]): CallOutcome => {
    walk.steps.splice(place, 0, {
      kind: "call",
      path,
      argument,
      previous,
      runlevel,
      exit,
      byKillall: false,
      killall: true,
    });
    return { exit, output };
  };
  if (onlyStart && !argument.endsWith("start")) {
    return finish(1, [{ text: `Usage: ${name} {start}\n`, error: false }]);
  }
  let exit = 0;
  const output: CallOutcome["output"][number][] = [];
  const names = [...walk.locks, ...walk.system.lockFolders].filter((lock) => !lock.startsWith("."));
  for (const lock of names.toSorted(byBytes)) {
    exit = 0;
    // A folder is no lock, and an earlier script may have removed this one.
    if (!walk.locks.has(lock)) continue;
    if (sparesNetwork && lock === "network") continue;
    const find = (sought: string) => walk.system.scripts.find((script) => script.name === sought);
    const script = find(`${lock}.init`) ?? find(lock);
    if (script === undefined && deletesOrphans) {
      walk.locks.delete(lock);
      walk.steps.push({ kind: "orphan-lock-removed", lock });
      continue;
    }
    const called = `init.d/${script?.name ?? lock}`;
    if (script === undefined || !script.executable) {
      exit = script === undefined ? 127 : 126;
      const line = lines[called === `init.d/${lock}.init` ? 0 : 1];
      const problem = exit === 127 ? "No such file or directory" : "Permission denied";
      const complaint = `${name}: line ${line}: ${rc.callsBelow}${called}: ${problem}\n`;
      output.push({ text: complaint, error: true });
      walk.steps.push({ kind: "failed-call", path: called, argument: "stop", exit });
      continue;
    }
    const outcome = callScript(walk, script, called, "stop", true);
    exit = outcome.exit;
    output.push(...outcome.output);
  }
  return finish(exit, output);
}
