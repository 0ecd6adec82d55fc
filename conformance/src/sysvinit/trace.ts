// What the jail has seen of a real init, as a trace in the format of the recorded cases.

import type {
  FinalState,
  Scenario,
  StartEvent,
  SysvinitVersion,
  TableLine,
  Trace,
  TraceEvent,
} from "@inittab/core";

/** A line of the jail's driver. */
export interface SeenLine {
  /** Seconds since the boot. */
  readonly time: number;
  readonly kind: string;
  readonly fields: readonly string[];
}

/** The trace of a run. */
export function traceOf(lines: readonly SeenLine[], scenario: Scenario, version: SysvinitVersion): Trace {
  return {
    ...(scenario.name === undefined ? {} : { scenario: scenario.name }),
    init: `sysvinit-${version}`,
    events: eventsIn(lines),
    final: finalState(lines),
  };
}

type Start = TraceEvent & StartEvent;

function eventsIn(lines: readonly SeenLine[]): readonly TraceEvent[] {
  const syslog = lines.flatMap(({ time, kind, fields: [text = ""] }) =>
    kind === "syslog" ? [{ time, text }] : [],
  );
  const events: TraceEvent[] = [];
  const pids = new Map<TraceEvent, number>();
  for (const { time, kind, fields } of lines) {
    const t = roundTime(time);
    const [word = "", detail = ""] = fields;
    switch (kind) {
      case "start": {
        const [, , prevlevel = "", pid, ...argv] = fields;
        const start: Start = {
          t,
          event: "start",
          id: word,
          runlevel: detail,
          prevlevel,
          ...(argv.length > 2 ? { argv } : {}),
        };
        events.push(start);
        pids.set(start, Number(pid));
        break;
      }
      case "exit":
        events.push({ t, event: "exit", id: word, code: Number(detail) });
        break;
      case "signal":
        events.push({ t, event: "signal", id: word, signal: detail });
        break;
      case "killed":
        events.push({ t, event: "killed", id: word });
        break;
      case "console": {
        // Luck in the real system: ten milliseconds are short.
        if (/^Pid \d+ \[id .*\] seems to hang$/.test(word)) break;
        const twin = syslog.findIndex((other) => other.text === word && Math.abs(other.time - time) < 1);
        if (twin >= 0) syslog.splice(twin, 1);
        events.push({ t, event: "log", text: word, to: twin >= 0 ? "both" : "console" });
        break;
      }
      case "prompt":
        events.push({ t, event: "prompt" });
        break;
      case "output":
        events.push({ t, event: "output", text: word });
        break;
    }
  }
  for (const { time, text } of syslog) events.push({ t: roundTime(time), event: "log", text, to: "syslog" });
  return inForkOrder(
    events.toSorted((one, other) => one.t - other.t),
    pids,
  );
}

/** Children report when they come to it, but their process ids tell in which order they were forked. */
function inForkOrder(
  events: readonly TraceEvent[],
  pids: ReadonlyMap<TraceEvent, number>,
): readonly TraceEvent[] {
  const starts = [...pids].toSorted(([, one], [, other]) => one - other).map(([start]) => start);
  return events.map((event) => (pids.has(event) ? (starts.shift() ?? event) : event));
}

function finalState(lines: readonly SeenLine[]): FinalState {
  const last = (kind: string): readonly string[] | undefined =>
    lines.findLast((line) => line.kind === kind)?.fields;
  const runlevelFile = last("runlevel")?.[0];
  return {
    running: last("running") ?? [],
    alive: last("alive")?.[0] !== "0",
    ...(runlevelFile === undefined ? {} : { runlevelFile }),
    ...handedOver(lines.flatMap(({ kind, fields: [line = ""] }) => (kind === "dump" ? [line] : []))),
  };
}

const flagNames: Readonly<Record<string, string>> = {
  RU: "running",
  DE: "demand",
  XD: "executed",
  WT: "waiting",
};

/** What init has handed over to itself; nothing unless it is whole. */
function handedOver(dump: readonly string[]): Partial<FinalState> {
  if (!dump.includes("END")) return {};
  const lastOf = (key: string): string | undefined =>
    dump.findLast((line) => line.startsWith(key))?.slice(key.length);
  const [runlevel, thislevel, prevlevel, didBoot] = ["-RL", "-TL", "-PL", "-DB"].map(lastOf);
  const records = dump.flatMap((line, at) => (line.startsWith("REC") ? [at] : []));
  return {
    table: records.map((at, index) => tableLine(dump.slice(at, records[index + 1]))),
    ...(runlevel === undefined ? {} : { runlevel }),
    ...(thislevel === undefined ? {} : { thislevel }),
    ...(prevlevel === undefined ? {} : { prevlevel }),
    ...(didBoot === undefined ? {} : { didBoot: didBoot === "1" }),
  };
}

/** A record of init's list, from the lines about it. */
function tableLine(lines: readonly string[]): TableLine {
  const values = (key: string): readonly string[] =>
    lines.flatMap((line) => (line.startsWith(key) ? [line.slice(key.length)] : []));
  const [id = ""] = values("REC");
  const [runlevels = ""] = values("LEV");
  const [action = ""] = values("AC ");
  const [process = ""] = values("CMD");
  return { id, runlevels, action, process, flags: values("FL ").map((flag) => flagNames[flag] ?? flag) };
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
