// The real init in a jail: a root directory, the driver that runs it, and what is done to it there.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProcessSettings, Scenario, ScenarioEvent, SysvinitVersion, Trace } from "@inittab/core";
import { type SeenLine, traceOf } from "./trace.ts";

/** A program to run. */
export interface RealInit {
  /** The path of the program. */
  readonly init: string;
  readonly version: SysvinitVersion;
}

/** Perl's part of the jail: the driver, the test program, and what stands in for init when it runs itself again. */
const driver = perlFile("jail.pl");
const testProgram = perlFile("process.pl");
const stateReader = perlFile("dump.pl");

/** How long a jail may take beyond its scenario, in seconds. */
const patience = 20;

/** Runs a scenario with a real init; answers with its trace, in the format of the recorded cases. */
export async function recordTrace(scenario: Scenario, { init, version }: RealInit): Promise<Trace> {
  const root = makeRoot(scenario, init);
  try {
    const lines = await drive(root, planOf(scenario), scenario.until + patience);
    return traceOf(lines, scenario, version);
  } finally {
    spawnSync("umount", ["-l", join(root, "usr")], { stdio: "ignore" });
    rmSync(root, { recursive: true, force: true });
  }
}

function perlFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function makeRoot(scenario: Scenario, init: string): string {
  const root = mkdtempSync(join(tmpdir(), "inittab-jail-"));
  const at = (path: string): string => join(root, path);
  for (const path of ["dev", "etc", "bin", "sbin", "usr", "proc", "run", "var", "tmp", "live", "behaviour"])
    mkdirSync(at(path));
  if (scenario.inittabD !== false) mkdirSync(at("etc/inittab.d"));
  symlinkSync("/run", at("var/run"));
  for (const path of ["lib", "lib32", "lib64", "libx32"]) symlinkSync(`usr/${path}`, at(path));
  // The shell of the recorded cases: it becomes the last command of a script, which others do not.
  copyFileSync("/bin/bash", at("bin/sh"));
  const programs = {
    "sbin/init": init,
    "sbin/telinit": init,
    "sbin/init.dump": stateReader,
    "bin/p": testProgram,
    "sbin/sulogin": testProgram,
    "sbin/shutdown": testProgram,
    "sbin/agetty": testProgram,
  };
  for (const [path, source] of Object.entries(programs)) {
    copyFileSync(source, at(path));
    chmodSync(at(path), 0o755);
  }
  spawnSync("mknod", [at("dev/null"), "c", "1", "3"]);
  chmodSync(at("dev/null"), 0o666);
  spawnSync("mkfifo", [at("dev/console")]);
  const files = {
    ...scenario.files,
    ...(scenario.inittab === null ? {} : { "/etc/inittab": scenario.inittab }),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  const left = new Set(Object.values(scenario.processes ?? {}).map(({ leaves }) => leaves));
  const silent = [...left].flatMap((id): readonly [string, ProcessSettings][] =>
    id === undefined ? [] : [[id, {}]],
  );
  for (const [id, settings] of [...silent, ...Object.entries(scenario.processes ?? {})]) {
    const {
      runs = left.has(id) ? null : 0.3,
      exit = 0,
      onTerm = "exit",
      termDelay = 0,
      leaves = "",
    } = settings;
    writeFileSync(at(`behaviour/${id}`), `${runs} ${exit} ${onTerm} ${termDelay} ${leaves}\n`);
  }
  return root;
}

/** A line of the driver's input: a word and what belongs to it. */
type PlanLine = readonly (string | number)[];

function planOf(scenario: Scenario): readonly PlanLine[] {
  const environment = { HOME: "/", TERM: "linux", ...scenario.kernelEnv };
  return [
    ...(scenario.bootArgs ?? []).map((word) => ["argument", word]),
    ...Object.entries(environment).map(([name, value]) => ["environment", name, value]),
    ["until", scenario.until],
    ...(scenario.tty === true ? [["tty"]] : []),
    ...(scenario.events ?? [])
      .toSorted((one, other) => one.at - other.at)
      .flatMap((event) => doings(event).map((doing) => ["event", event.at, ...doing])),
  ];
}

function doings(event: ScenarioEvent): readonly PlanLine[] {
  if ("telinit" in event) {
    const wait = event.waitBetweenSignals === undefined ? [] : ["-t", event.waitBetweenSignals];
    return [["telinit", ...wait, ...[event.telinit].flat()]];
  }
  if ("setenv" in event) return [["telinit", ...[event.setenv].flat().flatMap((each) => ["-e", each])]];
  if ("signal" in event) {
    const path = event.powerstatusPath ?? "/var/run/powerstatus";
    const file =
      event.powerstatus === undefined ? [] : [["put", path.replace(/^\/var/, ""), event.powerstatus]];
    return [...file, ["signal", event.signal]];
  }
  if ("write" in event) return [["put", "/etc/inittab", event.write]];
  if ("writeFile" in event) return [["put", event.writeFile.path, event.writeFile.text]];
  if ("remove" in event) return [["remove", event.remove]];
  if ("console" in event) return [["console", event.console]];
  if ("kill" in event) return [["kill", event.kill, event.how ?? "exit"]];
  // A service is not init's child: init hears nothing of its end.
  if ("killService" in event) return [];
  const { cmd = 1, runlevel = "\0", sleeptime = 3, magic = 0x03091969, size = 384 } = event.initctl;
  return [["raw", cmd, runlevel, sleeptime, magic, size]];
}

function encode(field: string | number): string {
  return String(field).replace(
    /[%\t\n]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

function decode(field: string): string {
  return field.replace(/%([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Runs the driver with a plan, for so many seconds at most. */
function drive(root: string, plan: readonly PlanLine[], limit: number): Promise<readonly SeenLine[]> {
  return new Promise((resolve, reject) => {
    const child = spawn("perl", [driver, root], { stdio: ["pipe", "pipe", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGTERM"), limit * 1000);
    let output = "";
    let problems = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.stderr.on("data", (data) => {
      problems += data;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code !== 0) reject(new Error(`the jail failed (${code}): ${problems}`));
      else
        resolve(
          output
            .split("\n")
            .slice(0, -1)
            .map((line) => {
              const [time = "", kind = "", ...fields] = line.split("\t").map(decode);
              return { time: Number(time), kind, fields };
            }),
        );
    });
    child.stdin.end(plan.map((fields) => `${fields.map(encode).join("\t")}\n`).join(""));
  });
}
