// What the jail has seen of the real BusyBox, as a trace in the format of the recorded cases.

import type { BusyboxScenario, BusyboxSight } from "@inittab/core";
import type { RealEvent, RealTrace } from "./agreement.ts";
import { debianBuild } from "./build.ts";

/** A line of the jail: seconds since the start of init, a word, and what belongs to it. */
export interface SeenItem {
  readonly t: number;
  readonly word: string;
  readonly fields: readonly string[];
  /** What a test process tells of itself. */
  readonly report?: Report;
}

/** What a test process tells of itself. */
export interface Report {
  readonly word: string;
  readonly pid: number;
  readonly id: string;
  readonly args: readonly string[];
  /** Everything else, by name. */
  readonly values: ReadonlyMap<string, string>;
}

/** A partial line on a terminal is complete when nothing follows for so long; seconds. */
const quiet = 0.15;

/** Takes a report apart: the number of the process, then a word and `name=value` pairs between tabs. */
export function readReport([pid, ...words]: readonly string[]): Report {
  const [word = "", ...pairs] = decoded(words.join(" ")).split("\t");
  const values = new Map<string, string>();
  const args: string[] = [];
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals);
    const value = decoded(pair.slice(equals + 1));
    if (name === "arg") args.push(value);
    else values.set(name, value);
  }
  return { word, pid: Number(pid), id: values.get("id") ?? "", args, values };
}

/** The trace of a run. */
export function traceOf(seen: readonly SeenItem[], scenario: BusyboxScenario): RealTrace {
  const watch: Watch = {
    devices: new Map([["1:3", "null"]]),
    running: new Map(),
    partial: new Map(),
    events: [],
  };
  for (const item of seen) {
    for (const [terminal, { t }] of [...watch.partial]) if (item.t - t > quiet) flush(watch, terminal);
    take(watch, item);
  }
  for (const terminal of [...watch.partial.keys()]) flush(watch, terminal);
  return {
    ...(scenario.name === undefined ? {} : { scenario: scenario.name }),
    init: debianBuild.init,
    events: watch.events.filter(({ t }) => t < scenario.until),
    final: { running: [...watch.running.values()].toSorted() },
  };
}

/** What is known while the lines of the jail are read. */
interface Watch {
  /** Names of terminals by the numbers of their devices. */
  readonly devices: Map<string, string>;
  /** The keys of the live test processes. */
  readonly running: Map<number, string>;
  /** By terminal: what is written of a line that has not ended, and since when. */
  readonly partial: Map<string, { readonly t: number; readonly text: string }>;
  readonly events: RealEvent[];
}

function add({ events }: Watch, t: number, sight: BusyboxSight & { readonly pid?: number }): void {
  events.push({ t: Math.round(t * 100) / 100, ...sight });
}

function flush(watch: Watch, terminal: string): void {
  const { t, text } = watch.partial.get(terminal) ?? { t: 0, text: "" };
  watch.partial.delete(terminal);
  if (text.trim() !== "") add(watch, t, { event: "log", text: text.trim(), to: terminal });
}

function take(watch: Watch, { t, word, fields, report }: SeenItem): void {
  const { devices, running, partial } = watch;
  const [first = "", second = ""] = fields;
  switch (word) {
    case "tty":
      devices.set(second, first);
      break;
    case "report":
      if (report !== undefined) takeReport(watch, t, report);
      break;
    case "gone": {
      const id = running.get(Number(first));
      if (id !== undefined) add(watch, t, { event: "killed", id });
      running.delete(Number(first));
      break;
    }
    case "out": {
      const text = (partial.get(first)?.text ?? "") + decoded(fields.slice(1).join(" "));
      const lines = text.split(/[\r\n]/);
      const open = lines.pop() ?? "";
      for (const line of lines) {
        partial.set(first, { t, text: line });
        flush(watch, first);
      }
      partial.set(first, { t, text: open });
      break;
    }
    case "log":
      add(watch, t, { event: "log", text: logText(decoded(fields.join(" "))), to: "syslog" });
      break;
    case "end":
      running.clear();
      if (first === "1") add(watch, t, { event: "init-exit", by: "HUP", meaning: "reboot" });
      if (first === "2") add(watch, t, { event: "init-exit", by: "INT", meaning: "halt-or-poweroff" });
      break;
  }
}

function takeReport(watch: Watch, t: number, { word, pid, id, args, values }: Report): void {
  const { devices, running } = watch;
  const own = running.get(pid);
  if (word === "start") {
    // Without an argument the test process has no key, and nothing is told of it.
    if (id === "") return;
    const input = values.get("input") ?? "";
    const tty = devices.get(input) ?? input;
    const runlevel = values.get("runlevel");
    const isPlain = id === (args[0] ?? "");
    running.set(pid, id);
    add(watch, t, {
      event: "start",
      id,
      ...(tty !== "console" && { tty }),
      ...(values.has("login") && { login: true }),
      ...(args.length > (isPlain ? 1 : 0) && { args }),
      ...(runlevel !== undefined && { runlevel }),
      ...(values.has("pid1") && { pid1: true }),
      pid,
    });
  } else if (own === undefined) return;
  else if (word === "signal") add(watch, t, { event: "signal", id: own, signal: values.get("signal") ?? "" });
  else {
    add(watch, t, { event: "exit", id: own, code: Number(values.get("code")) });
    running.delete(pid);
  }
}

function decoded(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A message without what the log adds in front, and without process numbers. */
function logText(text: string): string {
  return text
    .replace(/^<\d+>\w{3} [ \d]\d [\d:]{8} [^:]*: /, "")
    .replace(/\n$/, "")
    .replace(/starting pid \d+,/, "starting pid <pid>,")
    .replace(/\(pid \d+\)/, "(pid <pid>)");
}
