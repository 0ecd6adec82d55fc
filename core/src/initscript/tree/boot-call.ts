// Which process of an inittab goes through init scripts, and what it is asked to do.

import type { SourceText } from "../../text/source-text.ts";
import { findRcLevel } from "../levels.ts";
import type { OpenrcVersion } from "../openrc/versions.ts";

/** The programs that go through scripts: rc and its like through a folder, openrc through the services of a runlevel. */
export const bootPrograms = ["rc", "openrc"] as const;

/** One of them. */
export type BootProgram = (typeof bootPrograms)[number];

/** A call of one of them. */
export interface BootCall {
  readonly program: BootProgram;
  /** The level whose scripts it goes through; of openrc its arguments, which are a runlevel as a rule, or nothing. */
  readonly level: string;
}

/** A call, and where the machine comes from. */
export interface BootChange extends BootCall {
  /** The level before; `N` at boot. */
  readonly previous: string;
  /** The release of OpenRC, where the scenario of the call names one. */
  readonly openrc?: OpenrcVersion;
}

/** Whether a table names the program anywhere, so that it may start it. Quick where it does not, since it is asked at each key. */
export function namesProgram(text: SourceText, program: BootProgram): boolean {
  return text.indexOf(program) >= 0 && new RegExp(`\\b${program}\\b`).test(text.toString());
}

/** The call that a process is; undefined if it is not one. */
export function bootCallOf(process: string): BootCall | undefined {
  const [path = "", ...words] = process
    .replace(/^[+@-]+/, "")
    // Where its output goes, and what comes after it, is no argument.
    .replace(/\d*[<>].*|[&|;#\n].*/s, "")
    .trim()
    .split(/[ \t]+/);
  return callsBy.get(path.slice(path.lastIndexOf("/") + 1))?.(words, path);
}

const startsServices: Readonly<Record<BootProgram, boolean>> = { rc: false, openrc: true };

/** The runlevel whose services a process starts, without the options of the call; undefined if it starts none. */
export function serviceLevelOf(process: string): string | undefined {
  const call = bootCallOf(process);
  if (call === undefined || !startsServices[call.program]) return undefined;
  return call.level.split(" ").findLast((word) => !word.startsWith("-"));
}

const callsBy: ReadonlyMap<string, (words: readonly string[], path: string) => BootCall | undefined> =
  new Map([
    [
      "rcS",
      (words, path) => {
        const [mark = "", ...more] = words;
        // OpenWrt's goes through one folder, by the letter of the links: `rcS S boot` and `rcS K shutdown`.
        const level = openwrtLevels.get(mark);
        return ownCall(level === undefined ? words : more.slice(1), path, level ?? "S");
      },
    ],
    // At shutdown, whichever of the two levels it is.
    ["rcK", (words, path) => ownCall(words, path, "0")],
    [
      "rc",
      ([word = ""]) => {
        const level = findRcLevel(word);
        if (level !== undefined) return { program: "rc", level };
        // OpenRC's program had this name before it was called openrc.
        return openrcLevels.has(word) ? { program: "openrc", level: word } : undefined;
      },
    ],
    ["openrc", (words) => ({ program: "openrc", level: words.join(" ") })],
  ]);

function ownCall(words: readonly string[], path: string, level: string): BootCall | undefined {
  return path.startsWith("/etc/") && words.length === 0 ? { program: "rc", level } : undefined;
}

/** What rc is asked for by the letters that OpenWrt has (spec: openwrt.md). */
const openwrtLevels: ReadonlyMap<string, string> = new Map([
  ["S", "S"],
  ["K", "0"],
]);

/** The runlevels that inittabs of OpenRC name (openrc(8)). */
const openrcLevels: ReadonlySet<string> = new Set([
  "sysinit",
  "boot",
  "default",
  "nonetwork",
  "single",
  "shutdown",
  "reboot",
]);
