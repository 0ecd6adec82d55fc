// OpenRC's programs, by the words of a command line.

import { baseName } from "./files.ts";
import { changeRunlevel, overrideNext } from "./openrc.ts";
import { readOptions } from "./options.ts";
import { rcService, runScript } from "./rc-service.ts";
import { rcDepend, rcStatus } from "./rc-status.ts";
import { rcUpdate } from "./rc-update.ts";
import type { Work } from "./tasks.ts";
import type { OpenrcWorld } from "./world.ts";

const openrcOptions = {
  names: { n: "no-stop", o: "override", s: "service", S: "sys", q: "quiet", v: "verbose" },
  withValue: "os",
  untilWord: true,
};

const scriptOptions = {
  names: { d: "debug", D: "nodeps", s: "ifstarted", S: "ifstopped", Z: "dry-run", q: "quiet", v: "verbose" },
  withValue: "l",
};

/** Whether a command line calls a program of OpenRC's, or a script in its folder. */
export function isOpenrcCommand(words: readonly string[]): boolean {
  const [program = ""] = words;
  const name = baseName(program);
  return programs.includes(name) || /^\/(?:usr\/local\/)?etc\/init\.d\//.test(program);
}

const programs = ["openrc", "rc", "rc-service", "rc-update", "rc-status", "rc-depend", "openrc-run"];

/** Runs a command line; 127 if it calls nothing of OpenRC's. */
export function* runOpenrcCommand(
  world: OpenrcWorld,
  words: readonly string[],
  environment: ReadonlyMap<string, string> = new Map(),
): Work {
  const [program = "", ...args] = words;
  switch (baseName(program)) {
    case "openrc":
    case "rc": {
      const { letters, values, words: levels } = readOptions(args, openrcOptions);
      const [next] = values.get("o") ?? [];
      if (next !== undefined) return overrideNext(world, next);
      const [service] = values.get("s") ?? [];
      if (service !== undefined) return yield* rcService(world, [service, ...levels], environment);
      return yield* changeRunlevel(world, { level: levels[0], noStop: letters.has("n"), environment });
    }
    case "rc-service":
      return yield* rcService(world, args, environment);
    case "rc-update":
      return rcUpdate(world, args);
    case "rc-status":
      return rcStatus(world, args);
    case "rc-depend":
      return rcDepend(world, args);
    default: {
      if (!isOpenrcCommand(words)) return 127;
      const isRunner = baseName(program) === "openrc-run";
      const script = isRunner ? (args[0] ?? "") : program;
      const { letters, words: commands } = readOptions(isRunner ? args.slice(1) : args, scriptOptions);
      return yield* runScript(
        world,
        { service: baseName(script), script, commands, environment, letters },
        "sh",
      );
    }
  }
}
