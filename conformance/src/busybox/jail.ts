// The real BusyBox in a jail: a root folder with the test process, the jail that runs it, and what is done to it there.

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BusyboxScenario, BusyboxScenarioEvent } from "@inittab/core";
import type { RealTrace } from "./agreement.ts";
import { readReport, type SeenItem, traceOf } from "./trace.ts";

/** A program to run. */
export interface RealBusybox {
  /** Where `buildJail` has put its programs. */
  readonly folder: string;
  /** The path of the program. */
  readonly busybox: string;
}

const signals: ReadonlyMap<string, number> = new Map(Object.entries(constants.signals));

/** Compiles the jail and the test process into a folder; answers with the reason if that fails. */
export function buildJail(folder: string): string | undefined {
  const programs = [
    { name: "jail", options: [] },
    { name: "process", options: ["-static"] },
  ];
  for (const { name, options } of programs) {
    const source = fileURLToPath(new URL(`${name}.c`, import.meta.url));
    const built = spawnSync("cc", ["-O2", "-Wall", ...options, "-o", join(folder, name), source], {
      encoding: "utf8",
    });
    if (built.error !== undefined) return "there is no C compiler";
    if (built.status !== 0) return `the jail does not compile: ${built.stderr}`;
  }
  return undefined;
}

/** Runs a scenario with the real program; answers with its trace, in the format of the recorded cases. */
export async function recordTrace(scenario: BusyboxScenario, real: RealBusybox): Promise<RealTrace> {
  const root = makeRoot(scenario, real);
  try {
    return traceOf(await drive(root, scenario, real.folder), scenario);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function makeRoot(scenario: BusyboxScenario, { folder, busybox }: RealBusybox): string {
  const root = mkdtempSync(join(tmpdir(), "inittab-jail-"));
  const at = (path: string): string => join(root, path);
  for (const path of ["bin", "dev", "etc/init.d", "sbin", "run", "usr"])
    mkdirSync(at(path), { recursive: true });
  copyFileSync(busybox, at("bin/busybox"));
  copyFileSync(busybox, at("bin/sh"));
  for (const path of ["/bin/p", ...(scenario.stubs ?? [])]) {
    mkdirSync(dirname(at(path)), { recursive: true });
    rmSync(at(path), { force: true });
    copyFileSync(join(folder, "process"), at(path));
    chmodSync(at(path), 0o755);
  }
  symlinkSync("../bin/busybox", at("run/init"));
  if (scenario.inittab !== null) writeFileSync(at("etc/inittab"), bytes(scenario.inittab));
  const lines = Object.entries(scenario.processes ?? {}).map(
    ([key, { runs = null, exit = 0, onTerm = "exit", leaves = "" }]) =>
      `${key}\t${runs ?? "-"}\t${exit}\t${onTerm}\t${leaves}\n`,
  );
  writeFileSync(at("run/processes"), bytes(lines.join("")));
  return root;
}

/** Characters of a scenario are bytes. */
function bytes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** Runs the jail and lets the events happen; answers with what was seen. */
function drive(root: string, scenario: BusyboxScenario, folder: string): Promise<readonly SeenItem[]> {
  return new Promise((resolve, reject) => {
    const ttys = ["console", ...(scenario.ttys ?? [])].join(",");
    const jail = spawn(join(folder, "jail"), [root, ttys, "/run/init", ...(scenario.bootArgs ?? [])], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    const seen: SeenItem[] = [];
    const live = new Map<number, string>();
    let rest = "";
    let problems = "";
    let began = false;
    const tell = (text: string): unknown => jail.stdin.write(`${text}\n`);
    const take = (line: string): void => {
      const item = readItem(line);
      seen.push(item);
      const pid = Number(item.fields[0]);
      if (item.report?.word === "start") live.set(pid, item.report.id);
      else if (item.word === "gone") live.delete(pid);
      else if (item.word === "begin" && !began) {
        began = true;
        for (const event of scenario.events ?? [])
          setTimeout(() => happen(event, { root, live, tell }), event.at * 1000);
        setTimeout(() => jail.stdin.end(), scenario.until * 1000);
      }
    };
    jail.stdin.on("error", () => {});
    jail.stderr.on("data", (data) => {
      problems += data;
    });
    jail.stdout.setEncoding("latin1");
    jail.stdout.on("data", (data) => {
      const lines = (rest + data).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    });
    jail.on("error", reject);
    jail.on("close", (code) => {
      if (code === 0) resolve(seen);
      else reject(new Error(`the jail failed (${code}): ${problems}`));
    });
  });
}

function readItem(line: string): SeenItem {
  const [time, word = "", ...fields] = line.split(" ");
  const item = { t: Number(time), word, fields };
  return word === "report" ? { ...item, report: readReport(fields) } : item;
}

/** The jail while it runs. */
interface Running {
  readonly root: string;
  /** The keys of the live test processes. */
  readonly live: ReadonlyMap<number, string>;
  /** Has the jail do something. */
  readonly tell: (text: string) => unknown;
}

function happen(event: BusyboxScenarioEvent, { root, live, tell }: Running): void {
  if ("signal" in event) tell(`signal ${signals.get(`SIG${event.signal}`)}`);
  else if ("write" in event) write(join(root, "etc/inittab"), event.write);
  else if ("kill" in event) {
    const number = signals.get(`SIG${event.with ?? "KILL"}`);
    for (const [pid, id] of live) if (id === event.kill) tell(`kill ${pid} ${number}`);
  } else if ("console" in event) tell(`type console ${bytes(event.console).toString("hex")}`);
  else tell(`type ${event.tty} ${bytes(event.input).toString("hex")}`);
}

/** Init never sees half a file. */
function write(path: string, text: string | null): void {
  if (text === null) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, bytes(text));
  renameSync(`${path}.new`, path);
}
