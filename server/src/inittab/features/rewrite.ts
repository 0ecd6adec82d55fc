// A table for another init. What the other init does not know is said in the text, where it stood.

import {
  type Dialect,
  defaultRunlevelOf,
  dialectTitle,
  fieldTextAt,
  findAction,
  type InittabScan,
  readScan,
} from "@inittab/core";
import type { Remedy } from "../../features/code-actions.ts";
import { proposalMessage } from "./proposal-message.ts";

/** A longer table was made by a program, which can make another one. */
const mostLines = 2000;

/** A record of the old table. */
interface OldRecord {
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
}

/** What becomes of a record: the line for it, if there is one, and what is lost. */
interface NewLine {
  readonly text: string | undefined;
  readonly lost: readonly string[];
}

/** The tables that can be made of this one; each title says how many records lose something. */
export function rewrites(scan: InittabScan): readonly Remedy[] {
  const rewriting = rewritings[scan.dialect];
  if (rewriting === undefined || scan.lines.length > mostLines) return [];
  const make = rewriting.makerFor(scan);
  let lost = 0;
  const lines = scan.lines.map((line, index) => {
    const start = scan.starts[index] ?? 0;
    const text = scan.text.slice(start, start + line.end).replace(/\r$/, "");
    if (line.kind !== "record") return line.kind === "rejected" ? `# ${oneLine(text)}` : text;
    const made = make({
      id: line.id,
      runlevels: fieldTextAt(scan, index, "runlevels"),
      action: line.action,
      process: fieldTextAt(scan, index, "process").trim(),
    });
    if (made.lost.length > 0) lost++;
    const note = made.lost.length === 0 ? [] : [`# Lost: ${made.lost.join(", ")}.`];
    return [...note, made.text ?? `# ${oneLine(text)}`].join("\n");
  });
  const title = proposalMessage("refactor.rewrite", { init: dialectTitle(rewriting.target), count: lost });
  const text = `${[...rewriting.head, ...lines].join("\n")}\n`;
  const edits = [{ start: 0, end: scan.text.length, text }];
  return [{ kind: "refactor", title, finding: undefined, safe: false, edits }];
}

/** How a table becomes one for another init. */
interface Rewriting {
  readonly target: Dialect;
  /** What the new table begins with. */
  readonly head: readonly string[];
  readonly makerFor: (scan: InittabScan) => (record: OldRecord) => NewLine;
}

/** By the dialect of the old table. */
const rewritings: Readonly<Partial<Record<Dialect, Rewriting>>> = {
  sysvinit: {
    target: "busybox",
    head: [],
    makerFor: (scan) => forBusybox(defaultRunlevelOf(readScan(scan))),
  },
  busybox: {
    target: "sysvinit",
    // Without a default level sysvinit would ask for one at each boot.
    head: ["id:2:initdefault:"],
    makerFor: () => forSysvinit(),
  },
};

function oneLine(text: string): string {
  return text.replace(/\\?\r?\n/g, " ");
}

/** The actions that mean the same without levels. Source: spec/dialects.md, section 3. */
const sameInBusybox: Readonly<Record<string, string>> = {
  sysinit: "sysinit",
  boot: "once",
  bootwait: "wait",
  wait: "wait",
  once: "once",
  respawn: "respawn",
  ctrlaltdel: "ctrlaltdel",
};

/** What runs in the default level runs after boot; what runs in others only has no place. */
function forBusybox(level: string | null): (record: OldRecord) => NewLine {
  return ({ runlevels, action, process }) => {
    const same = sameInBusybox[action];
    if (same === undefined) return { text: undefined, lost: [`BusyBox init has no ${action}`] };
    const command = process.replace(/^[+@]+/, "");
    const hasLevels =
      findAction(action)?.runlevels !== "ignored" && action !== "ctrlaltdel" && runlevels !== "";
    if (!hasLevels) return { text: `::${same}:${command}`, lost: [] };
    // What is done on the way down has an action of its own.
    if (/^[06]+$/.test(runlevels)) return { text: `::shutdown:${command}`, lost: [] };
    const lost = [`the runlevels ${runlevels}`];
    if (level === null || !runlevels.toUpperCase().includes(level)) return { text: undefined, lost };
    const terminal = /(?<![\w/])(tty\w+)\b/.exec(process)?.[1];
    return { text: `${same === "respawn" ? (terminal ?? "") : ""}::${same}:${command}`, lost };
  };
}

/** Ids are made as records come. */
function forSysvinit(): (record: OldRecord) => NewLine {
  const taken = new Set<string>();
  const idFor = (wished: string): string => {
    const ids = [wished, ...Array.from({ length: 99 }, (_, index) => `${wished.slice(0, 2)}${index + 1}`)];
    const id = ids.find((each) => !taken.has(each)) ?? wished;
    taken.add(id);
    return id;
  };
  return ({ id: terminal, action, process }) => {
    const command = process.replace(/^-/, "");
    const lost = process.startsWith("-") ? ["the dash that makes a login shell"] : [];
    const tail = terminal.replace(/^.*tty/, "").slice(0, 4);
    switch (action) {
      case "sysinit":
        return { text: `${idFor("si")}::sysinit:${command}`, lost };
      case "wait":
      case "once":
        return { text: `${idFor(action === "wait" ? "w" : "o")}:2345:${action}:${command}`, lost };
      case "respawn":
        return { text: `${idFor(tail || "r")}:2345:respawn:${command}`, lost };
      case "askfirst":
        return {
          text: `${idFor(tail || "r")}:2345:respawn:${command}`,
          lost: [...lost, "the wait for Enter"],
        };
      case "ctrlaltdel":
        return { text: `${idFor("ca")}:12345:ctrlaltdel:${command}`, lost };
      case "shutdown":
        return { text: `${idFor("sd")}:06:wait:${command}`, lost };
      default:
        return { text: undefined, lost: [`sysvinit has no ${action}`] };
    }
  };
}
