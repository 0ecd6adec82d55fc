// The events and processes of a scenario, as they are written on the command line.

import type { ProcessSettings, ScenarioEvent } from "@inittab/core";
import { UsageError } from "../options.ts";

/** An event that needs the text of a file before it is one. */
export type ArgumentEvent = ScenarioEvent | { readonly at: number; readonly writeFrom: string };

/** What `--at` takes, for the help text. */
export const eventForms: readonly string[] = [
  "SECONDS telinit ARGUMENT...",
  "SECONDS signal NAME [POWERSTATUS]",
  "SECONDS kill ID [exit|TERM|KILL]",
  "SECONDS console TEXT",
  "SECONDS write FILE",
];

/** An event from `SECONDS WHAT ...`; a `UsageError` if it is none. */
export function parseEvent(argument: string): ArgumentEvent {
  const [, time = "", what = "", rest = ""] = /^\s*(\S+)\s+(\S+)\s*(.*)$/s.exec(argument) ?? [];
  const at = Number(time);
  const wrong = (why: string) => new UsageError(`--at '${argument}': ${why}`);
  if (time === "" || !Number.isFinite(at) || at < 0) throw wrong("begin with the time in seconds");
  const words = rest.split(/\s+/).filter((word) => word !== "");
  const [first, second] = words;
  switch (what) {
    case "telinit":
    case "init":
      if (first === undefined) throw wrong("telinit needs an argument");
      return { at, telinit: words.length === 1 ? first : words };
    case "signal": {
      if (first === undefined || words.length > 2) throw wrong("write signal NAME [POWERSTATUS]");
      const signal = first.toUpperCase().replace(/^SIG/, "");
      return { at, signal, ...(second !== undefined && { powerstatus: second }) };
    }
    case "kill":
      if (first === undefined || words.length > 2) throw wrong("write kill ID [exit|TERM|KILL]");
      if (second === undefined) return { at, kill: first };
      if (second !== "exit" && second !== "TERM" && second !== "KILL")
        throw wrong("ends: exit, TERM or KILL");
      return { at, kill: first, how: second };
    case "console":
      return { at, console: `${rest}\n` };
    case "write":
      if (rest === "") throw wrong("write needs the name of a file");
      return { at, writeFrom: rest };
    default:
      throw wrong(`${what} is none of telinit, signal, kill, console, write`);
  }
}

/** What `--run` takes, for the help text. */
export const processForm = "ID=SECONDS|forever[,exit=N][,term=SECONDS][,ignore-term]";

/** A process from the form above; a `UsageError` if it is none. */
export function parseProcess(argument: string): readonly [string, ProcessSettings] {
  const wrong = (why: string) => new UsageError(`--run '${argument}': ${why}`);
  const match = /^(?<id>.+?)=(?<runs>forever|\d+(\.\d+)?|\.\d+)(?<more>(,[^,]*)*)$/s.exec(argument);
  if (match === null) throw wrong(`write ${processForm}`);
  const { id = "", runs = "", more = "" } = match.groups ?? {};
  let settings: ProcessSettings = { runs: runs === "forever" ? null : Number(runs) };
  for (const part of more.split(",").filter((word) => word !== "")) {
    const [name, value = ""] = part.split("=", 2);
    if (name === "exit" && /^\d{1,3}$/.test(value) && Number(value) < 256)
      settings = { ...settings, exit: Number(value) };
    else if (name === "term" && /^\d+(\.\d+)?$/.test(value))
      settings = { ...settings, termDelay: Number(value) };
    else if (part === "ignore-term") settings = { ...settings, onTerm: "ignore" };
    else throw wrong(`${part} is none of exit=N, term=SECONDS, ignore-term`);
  }
  return [id, settings];
}
