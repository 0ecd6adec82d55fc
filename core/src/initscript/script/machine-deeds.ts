// What a script does to the whole machine on its way down: TERM and KILL to all that is left, swap, file systems, the end.

import type { ShellLoop } from "../../shell/script.ts";
import type { ReachedCommand, ScriptOutline } from "./outline.ts";
import { walkStatements } from "./walk-statements.ts";

/** One thing that a script does to all processes, to the file systems, or to the machine itself. */
export type MachineDeed =
  | { readonly kind: "term" | "kill" | "swap" | "unmount" | "read-only" }
  /** `most`: in a loop that may end before. */
  | { readonly kind: "pause"; readonly seconds: number; readonly most: boolean }
  | { readonly kind: "down"; readonly how: "halt" | "poweroff" | "reboot" };

/** The deeds of these commands of a script that is called by this name, in the order of the text. */
export function machineDeeds(
  outline: ScriptOutline,
  commands: readonly ReachedCommand[],
  calledAs: string,
): readonly MachineDeed[] {
  const found = commands.flatMap((command) => deedOf(outline, command) ?? []);
  const ends = found.filter(({ kind }) => kind === "down");
  const deeds = found.filter((deed, index) => {
    if (deed.kind === "down") return deed === endFor(calledAs, ends);
    // A pause tells something only between the two signals.
    return deed.kind !== "pause" || (isSignalled(found.slice(0, index)) && !isKilled(found.slice(0, index)));
  });
  return deeds.some(({ kind }) => kind !== "pause") ? inOneLine(deeds) : [];
}

function isSignalled(before: readonly MachineDeed[]): boolean {
  return before.some(({ kind }) => kind === "term");
}

function isKilled(before: readonly MachineDeed[]): boolean {
  return before.some(({ kind }) => kind === "kill");
}

/** A script that both halts and reboots goes by its own name: halt, or reboot. */
function endFor(calledAs: string, ends: readonly MachineDeed[]): MachineDeed | undefined {
  const isReboot = (deed: MachineDeed) => deed.kind === "down" && deed.how === "reboot";
  const wanted = ends.filter((deed) => isReboot(deed) === /reboot/.test(calledAs));
  return wanted.at(-1) ?? ends.at(-1);
}

/** The same deed twice in a row, such as unmounting one file system after the other, is told once. */
function inOneLine(deeds: readonly MachineDeed[]): readonly MachineDeed[] {
  return deeds.filter(
    ({ kind }, index) => kind === "pause" || deeds.findIndex((other) => other.kind === kind) === index,
  );
}

/** Commands that run the command in their arguments, and how many words stand before it. */
const wrappers: Readonly<Record<string, number>> = { action: 2, busybox: 1, command: 1, exec: 1, runcmd: 2 };

function deedOf(outline: ScriptOutline, reached: ReachedCommand): MachineDeed | undefined {
  let { name, args } = reached;
  for (let skip = wrappers[name ?? ""]; skip !== undefined; skip = wrappers[name ?? ""]) {
    const word = args[skip - 1];
    if (word === undefined) return undefined;
    name = word.slice(word.lastIndexOf("/") + 1);
    args = args.slice(skip);
  }
  if (name === undefined || outline.functions.has(name)) return undefined;
  const has = (pattern: RegExp) => args.some((arg) => arg !== undefined && pattern.test(arg));
  switch (name) {
    case "killall5":
      if (args.length === 0 || has(/^-(?:15|(?:SIG)?TERM)$/)) return { kind: "term" };
      return has(/^-(?:9|(?:SIG)?KILL)$/) ? { kind: "kill" } : undefined;
    case "kill":
      if (args.at(-1) !== "-1") return undefined;
      if (has(/^-(?:15|(?:SIG)?TERM)$/)) return { kind: "term" };
      return has(/^-(?:9|(?:SIG)?KILL)$/) ? { kind: "kill" } : undefined;
    case "sleep":
    case "usleep":
      return pauseOf(outline, reached, name === "sleep" ? 1 : 1_000_000, args[0]);
    case "swapoff":
      return has(/^-a/) ? { kind: "swap" } : undefined;
    case "umount":
      return has(/^-[a-z]*a/) ? { kind: "unmount" } : undefined;
    case "mount":
      return has(/remount/) && has(/(?:^|,)ro(?:,|$)|^-[a-z]*r/) ? { kind: "read-only" } : undefined;
    case "halt":
      return { kind: "down", how: has(/^-[a-z]*p|^--poweroff$/) ? "poweroff" : "halt" };
    case "poweroff":
      return { kind: "down", how: "poweroff" };
    case "reboot":
      return { kind: "down", how: "reboot" };
    default:
      return undefined;
  }
}

function pauseOf(
  { shell }: ScriptOutline,
  { command }: ReachedCommand,
  unit: number,
  arg: string | undefined,
): MachineDeed | undefined {
  const seconds = Number(arg) / unit;
  if (arg === undefined || !(seconds > 0)) return undefined;
  let around: ShellLoop | undefined;
  walkStatements(
    shell.body,
    () => false,
    (statement) => {
      if (statement.kind === "loop" && statement.start <= command.start && command.end <= statement.end)
        around = statement;
    },
  );
  const turns = around?.words.length ?? 0;
  return { kind: "pause", seconds: seconds * Math.max(1, turns), most: around !== undefined };
}
