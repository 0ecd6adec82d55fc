import type { Message } from "../../../text/message.ts";
import { message } from "../message.ts";
// Problems with the names of rc entries, and with entries that are missing.

import { readInsservHeader } from "../../../initscript/header/insserv.ts";
import { type RcLevel, readLevels } from "../../../initscript/levels.ts";
import { parseRcName } from "../../../initscript/rc-name.ts";
import { scriptLocks } from "../../../initscript/tree/locks.ts";
import type { TreeRcEntry } from "../../../initscript/tree/model.ts";
import { type Slices, spend } from "../../../text/slices.ts";
import { isRun, type LinkProblem, type LinkTree, type PlacedEntry, perEntry } from "./link-tree.ts";

/** A letter, two digits, and then no third. */
const usualName = /^[SK]\d\d(?!\d)/;

const backupName = /(?:~|\.(?:bak|orig|old|swp|save|dpkg-[\w-]+|rpmnew|rpmorig|rpmsave))$/;

/** Red Hat's rc starts and stops by these two names one and the same script. */
const halting = ["halt", "reboot"];

/** Links whose name is not that of their script. */
export function nameDiffers({ rc, entries }: LinkTree): Slices<readonly LinkProblem[]> {
  return perEntry(entries, ({ entry, script }): LinkProblem[] => {
    const name = entry.name.slice(3);
    if (script === undefined || script.name === name || !usualName.test(entry.name)) return [];
    // A script that is a link itself has two names.
    if (script.realPath.endsWith(`/${name}`) || entry.target?.endsWith(`/${name}`) === true) return [];
    if (halting.includes(name) && halting.includes(script.name)) return [];
    if (name === "local" && script.name === "rc.local") return [];
    // Told as a backup copy.
    if (backupName.test(name) || backupName.test(script.name)) return [];
    if (rc.linksBy === "insserv")
      return [
        {
          rule: "rc-link-name-differs",
          entry,
          severity: "information",
          text: message("rc-link-name-differs.insserv", { script: script.name }),
        },
      ];
    const { touched } = scriptLocks(script.text);
    // Which lock it is cannot be told from the text.
    if (touched.length === 0 && script.text.includes("/var/lock/subsys/")) return [];
    if (script.name === `${name}.init` || touched.includes(name) || touched.includes(`${name}.init`))
      return [];
    return [
      {
        rule: "rc-link-name-differs",
        entry,
        text: message("rc-link-name-differs.lock", { lock: name, script: script.name }),
      },
    ];
  });
}

/** Entries with less or more than two digits. */
export function nameCut({ rc, entries }: LinkTree): Slices<readonly LinkProblem[]> {
  return perEntry(entries, ({ entry, script }): LinkProblem[] => {
    if (script === undefined || usualName.test(entry.name)) return [];
    const rest = entry.name.slice(3);
    // A script whose name begins with a digit.
    if (/^[SK]\d\d/.test(entry.name) && rest === script.name) return [];
    const text = rc.order === "names" ? cutByRedHat(entry, rest) : cutByDebian(entry, rest);
    return [{ rule: "rc-name-cut", entry, text }];
  });
}

function cutByRedHat({ name }: TreeRcEntry, rest: string): Message {
  return name.length < 3 ? message("rc-name-cut.no-lock") : message("rc-name-cut.lock", { lock: rest });
}

function cutByDebian({ name }: TreeRcEntry, rest: string): Message {
  const number = name.slice(1).replace(/[a-zA-Z].*$/s, "");
  const rc = number === "" ? message("rc-name-cut.no-number") : message("rc-name-cut.number", { number });
  const insserv =
    parseRcName(name) === undefined
      ? message("rc-name-cut.no-link")
      : message("rc-name-cut.script", { script: rest });
  return message("rc-name-cut.debian", { rc, insserv });
}

/** Backup copies that rc runs nevertheless. */
export function backupRuns({ rc, entries }: LinkTree): Slices<readonly LinkProblem[]> {
  return perEntry(entries, ({ entry, script }): LinkProblem[] => {
    const target = script?.name ?? entry.realPath?.split("/").at(-1) ?? "";
    const named = [entry.name, target].find((name) => backupName.test(name));
    if (named === undefined || !isRun(entry)) return [];
    if (rc.backupEndings.some((ending) => entry.name.endsWith(ending))) return [];
    return [
      {
        rule: "rc-backup-runs",
        entry,
        text: message("rc-backup-runs.entry", { name: named }),
      },
    ];
  });
}

/** Scripts that change nothing that a stop could undo, or that stop the machine themselves. */
const neverToStop = ["halt", "reboot", "killall", "single", "rc.local", "local"];

/** The levels that services are stopped in. */
const shutdownLevels: readonly RcLevel[] = ["0", "1", "6"];

/** Services that are started and never stopped. */
export function* neverStopped({ tree, rc, entries }: LinkTree): Slices<LinkProblem[]> {
  if (!shutdownLevels.some((level) => tree.folders.has(level))) return [];
  const byScript = groupByScript(entries);
  yield;
  const problems: LinkProblem[] = [];
  const meter = { spent: 0 };
  for (const [name, placed] of byScript) {
    problems.push(...neverStoppedIn(rc, name, placed));
    if (spend(meter, scriptCost)) yield;
  }
  return problems;
}

/** To read a header takes about as long as looking at so many things in a list. */
const scriptCost = 20;

function neverStoppedIn(rc: LinkTree["rc"], name: string, placed: readonly PlacedEntry[]): LinkProblem[] {
  const started = placed.find(({ letter, entry }) => letter === "S" && /^[2-5]$/.test(entry.level));
  const stopped = placed.some(({ letter, entry }) => letter === "K" && /^[016]$/.test(entry.level));
  if (started?.script === undefined || stopped || neverToStop.includes(name)) return [];
  const { "Default-Start": starts, "Default-Stop": stops } = readInsservHeader(started.script.text).values;
  const stopless = stops !== undefined && readLevels(stops.text).levels === 0;
  if (stopless && /[sS]/.test(starts?.text ?? "")) return [];
  if (rc.decidesBy === "locks")
    return [
      {
        rule: "rc-never-stopped",
        entry: started.entry,
        severity: "information",
        text: message("rc-never-stopped.killall"),
      },
    ];
  return [
    {
      rule: "rc-never-stopped",
      entry: started.entry,
      // Whoever leaves the list empty knows that there is nothing to stop.
      ...(stopless ? { severity: "information" as const } : {}),
      text: message("rc-never-stopped.never"),
    },
  ];
}

function groupByScript(entries: readonly PlacedEntry[]): ReadonlyMap<string, readonly PlacedEntry[]> {
  const groups = new Map<string, PlacedEntry[]>();
  for (const placed of entries) {
    if (placed.script === undefined) continue;
    const group = groups.get(placed.script.name) ?? [];
    group.push(placed);
    groups.set(placed.script.name, group);
  }
  return groups;
}
