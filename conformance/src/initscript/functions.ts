// A recorded case of a library function: from its form to the function's input and back to the form of `expect`.

import {
  callDebianHelper,
  callRedHatHelper,
  type HelperOutcome,
  type HelperWorld,
  type RcFlavor,
  rcFlavors,
} from "@inittab/core";
import { toLines } from "../lines.ts";

/** The `case` part of functions.json. */
export interface FunctionCase {
  readonly flavor: RcFlavor;
  readonly call: string;
  readonly process: boolean;
  readonly pidfile: "none" | "live" | "dead" | "empty" | "garbage" | "dead+live" | "line2";
  readonly pidpath?: string;
  readonly locks?: readonly string[];
}

/** The `expect` part of functions.json. */
export interface FunctionExpect {
  readonly exit: number;
  readonly stdout: readonly string[];
  readonly stderr?: readonly string[];
  readonly "pidfile left": boolean;
  readonly "process left"?: boolean;
}

/** Numbers that stand for the living and the dead process; the answer has names in their place. */
const live = 40001;
const dead = 40002;

const contents: Readonly<Record<FunctionCase["pidfile"], string | undefined>> = {
  none: undefined,
  live: `${live}\n`,
  dead: `${dead}\n`,
  empty: "",
  garbage: "garbage\n",
  "dead+live": `${dead} ${live}\n`,
  line2: `${dead}\n${live}\n`,
};

/** Makes one call of a case. */
export function replayFunctions(recorded: FunctionCase): FunctionExpect {
  const path = recorded.pidpath ?? "/var/run/svcd.pid";
  const content = contents[recorded.pidfile];
  const words = shellCall(recorded.call);
  const assigned = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const [name = "", ...rest] = words.slice(assigned < 0 ? words.length : assigned);
  const world: HelperWorld = {
    processes: recorded.process ? [{ pid: live, executable: "/usr/sbin/svcd" }] : [],
    pidFiles: new Map(content === undefined ? [] : [[path, content]]),
    locks: recorded.locks ?? [],
    lsb: words.slice(0, Math.max(assigned, 0)).some((word) => /^LSB=./.test(word)),
    exits: new Map(),
  };
  const { library = "lsb" } = rcFlavors[recorded.flavor];
  const called =
    library === "lsb" ? callDebianHelper(world, name, rest) : callRedHatHelper(library, world, name, rest);
  const outcome: HelperOutcome = called ?? {
    exit: 127,
    stdout: "",
    stderr: `${name}: command not found\n`,
  };
  const stderr = toLines(named(outcome.stderr ?? ""));
  return {
    exit: outcome.exit,
    stdout: toLines(named(outcome.stdout)),
    ...(stderr.length > 0 ? { stderr } : {}),
    "pidfile left": content !== undefined && outcome.removed?.includes(path) !== true,
    ...(recorded.process ? { "process left": outcome.killed?.includes(live) !== true } : {}),
  };
}

function named(text: string): string {
  return text.replaceAll(String(live), "<PID>").replaceAll(String(dead), "<DEAD>");
}

/** The words of a simple command, without its quotes. */
function shellCall(text: string): string[] {
  const words = text.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, (_all, one?: string, two?: string) => one ?? two ?? ""),
  );
}
