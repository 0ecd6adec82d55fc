// The commands of openrc-run.

import type { DependType } from "./deptree.ts";
import { stateFolder } from "./runlevels.ts";
import {
  callScript,
  changeIs,
  mark,
  type Outcome,
  related,
  type ServiceRun,
  scriptOf,
  treeFor,
} from "./service.ts";
import { restartService, startedServices, startService, stopService } from "./start-stop.ts";
import { scheduleStart, stateOf } from "./states.ts";
import type { Work } from "./tasks.ts";
import { eerror, einfo } from "./world.ts";

const questions: readonly DependType[] = [
  "ineed",
  "iuse",
  "iwant",
  "needsme",
  "usesme",
  "wantsme",
  "iafter",
  "iprovide",
];

/** Does what a command of openrc-run does. */
export function* runCommand(run: ServiceRun, command: string): Work<Outcome> {
  const { world, process, service } = run;
  const question = questions.find((type) => type === command);
  if (question !== undefined) {
    process.stdout.push(
      `${related(run, yield* treeFor(run), [question])
        .map((each) => `${each} `)
        .join("")}\n`,
    );
    return "go on";
  }
  switch (command) {
    case "start":
      return yield* startService(run, runCommand);
    case "stop":
      return yield* stopByHand(run);
    case "pause":
      eerror(process, "WARNING: 'pause' is deprecated; please use '--nodeps stop'");
      return yield* stopByHand({ ...run, nodeps: true });
    case "restart":
      return yield* restartService(run, runCommand);
    case "condrestart":
    case "conditionalrestart":
      if (stateOf(world.files, service).base === "started") return yield* restartService(run, runCommand);
      return "go on";
    case "zap":
      einfo(process, `Manually resetting ${service} to stopped state`);
      mark(run, "stopped");
      unhotplug(run);
      return "go on";
    default: {
      const { exit } = yield* callScript(run, command);
      return exit === 0 ? "go on" : { exit };
    }
  }
}

function* stopByHand(run: ServiceRun): Work<Outcome> {
  const { world, service, inBackground, nodeps } = run;
  const up = nodeps !== true && inBackground ? startedServices(run) : [];
  const outcome = yield* stopService(run, runCommand);
  if (outcome === "was stopped") return "go on";
  if (outcome !== "go on") return { ...outcome, startAgain: up };
  if (nodeps === true) return outcome;
  const { base } = stateOf(world.files, service);
  if (!inBackground && !changeIs(world, "stopping") && base === "stopped") unhotplug(run);
  if (inBackground && base === "inactive")
    for (const other of up)
      if (stateOf(world.files, other).base === "stopped")
        scheduleStart(world.files, service, other, scriptOf(world.files, other) ?? "");
  return "go on";
}

function unhotplug({ world, service }: ServiceRun): void {
  world.files.remove(`${stateFolder}/hotplugged/${service}`);
}
