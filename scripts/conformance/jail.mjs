// The real init in a jail: a root directory, the driver that runs it, and the trace of what was seen.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const jail = join(import.meta.dirname, "jail");

/** How long a jail may take beyond its scenario, in seconds. */
const patience = 20;

/** Why namespaces cannot be had here, or undefined. */
export function namespacesForbidden() {
  if (process.getuid?.() !== 0) return "it needs root";
  const tried = spawnSync("unshare", [
    "--pid",
    "--mount",
    "--ipc",
    "--uts",
    "--fork",
    "mount",
    "-t",
    "proc",
    "proc",
    "/proc",
  ]);
  return tried.status === 0 ? undefined : "namespaces are not allowed here";
}

/** Runs a scenario with a real init; answers with its trace, in the format of the recorded cases. */
export async function recordTrace(scenario, { init, version }) {
  const root = makeRoot(scenario, init);
  try {
    const lines = await drive(root, planOf(scenario, version), scenario.until + patience);
    return traceOf(lines, scenario, version);
  } finally {
    spawnSync("umount", ["-l", join(root, "usr")], { stdio: "ignore" });
    rmSync(root, { recursive: true, force: true });
  }
}

function makeRoot(scenario, init) {
  const root = mkdtempSync(join(tmpdir(), "inittab-jail-"));
  const at = (path) => join(root, path);
  for (const path of ["dev", "etc", "bin", "sbin", "usr", "proc", "run", "var", "tmp", "live", "behaviour"])
    mkdirSync(at(path));
  if (scenario.inittabD !== false) mkdirSync(at("etc/inittab.d"));
  symlinkSync("/run", at("var/run"));
  for (const path of ["lib", "lib32", "lib64", "libx32"]) symlinkSync(`usr/${path}`, at(path));
  // The shell of the recorded cases: it becomes the last command of a script, which others do not.
  copyFileSync("/bin/bash", at("bin/sh"));
  copyFileSync(init, at("sbin/init"));
  copyFileSync(init, at("sbin/telinit"));
  copyFileSync(join(jail, "dump.pl"), at("sbin/init.dump"));
  for (const path of ["bin/p", "sbin/sulogin", "sbin/shutdown", "sbin/agetty"])
    copyFileSync(join(jail, "p.pl"), at(path));
  for (const path of [
    "bin/p",
    "sbin/sulogin",
    "sbin/shutdown",
    "sbin/agetty",
    "sbin/init",
    "sbin/telinit",
    "sbin/init.dump",
  ])
    chmodSync(at(path), 0o755);
  spawnSync("mknod", [at("dev/null"), "c", "1", "3"]);
  chmodSync(at("dev/null"), 0o666);
  spawnSync("mkfifo", [at("dev/console")]);
  const files = { ...scenario.files };
  if (scenario.inittab !== null) files["/etc/inittab"] = scenario.inittab;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  for (const [id, { runs = 0.3, exit = 0, onTerm = "exit", termDelay = 0 }] of Object.entries(
    scenario.processes ?? {},
  ))
    writeFileSync(at(`behaviour/${id}`), `${runs} ${exit} ${onTerm} ${termDelay}\n`);
  return root;
}

function planOf(scenario, version) {
  const environment = { HOME: "/", TERM: "linux", ...scenario.kernelEnv };
  return [
    ...(scenario.bootArgs ?? []).map((word) => ["argument", word]),
    ...Object.entries(environment).map(([name, value]) => ["environment", name, value]),
    ["until", scenario.until],
    ...(scenario.tty === true ? [["tty"]] : []),
    ...(scenario.events ?? [])
      .toSorted((one, other) => one.at - other.at)
      .flatMap((event) => doings(event, version).map((doing) => ["event", event.at, ...doing])),
  ];
}

function doings(event, version) {
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
  if ("initctl" in event) {
    const { cmd = 1, runlevel = "\0", sleeptime = 3, magic = 0x03091969, size = 384 } = event.initctl;
    return [["raw", cmd, runlevel, sleeptime, magic, size]];
  }
  throw new Error(`not possible in the jail (${version}): ${JSON.stringify(event)}`);
}

function encode(field) {
  return String(field).replace(
    /[%\t\n]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

function decode(field) {
  return field.replace(/%([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function drive(root, plan, limit) {
  return new Promise((resolve, reject) => {
    const child = spawn("perl", [join(jail, "jail.pl"), root], { stdio: ["pipe", "pipe", "pipe"] });
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
            .map((line) => line.split("\t").map(decode)),
        );
    });
    child.stdin.end(plan.map((fields) => `${fields.map(encode).join("\t")}\n`).join(""));
  });
}

function traceOf(lines, scenario, version) {
  const syslog = lines.filter(([, kind]) => kind === "syslog").map(([t, , text]) => ({ t: Number(t), text }));
  const events = [];
  const final = { running: [], alive: true };
  const dump = [];
  const pids = new Map();
  for (const [time, kind, ...fields] of lines) {
    const t = Math.round(Number(time) * 100) / 100;
    switch (kind) {
      case "start": {
        const [id, runlevel, prevlevel, pid, ...argv] = fields;
        const start = { t, event: "start", id, runlevel, prevlevel, ...(argv.length > 2 ? { argv } : {}) };
        events.push(start);
        pids.set(start, Number(pid));
        break;
      }
      case "exit":
        events.push({ t, event: "exit", id: fields[0], code: Number(fields[1]) });
        break;
      case "signal":
        events.push({ t, event: "signal", id: fields[0], signal: fields[1] });
        break;
      case "killed":
        events.push({ t, event: "killed", id: fields[0] });
        break;
      case "console": {
        const text = fields[0];
        // Luck in the real system: ten milliseconds are short.
        if (/^Pid \d+ \[id .*\] seems to hang$/.test(text)) break;
        const twin = syslog.findIndex((other) => other.text === text && Math.abs(other.t - Number(time)) < 1);
        if (twin >= 0) syslog.splice(twin, 1);
        events.push({ t, event: "log", text, to: twin >= 0 ? "both" : "console" });
        break;
      }
      case "prompt":
        events.push({ t, event: "prompt" });
        break;
      case "output":
        events.push({ t, event: "output", text: fields[0] });
        break;
      case "running":
        final.running = fields;
        break;
      case "runlevel":
        final.runlevelFile = fields[0];
        break;
      case "alive":
        final.alive = fields[0] !== "0";
        break;
      case "dump":
        dump.push(fields[0]);
    }
  }
  for (const { t, text } of syslog)
    events.push({ t: Math.round(t * 100) / 100, event: "log", text, to: "syslog" });
  Object.assign(final, handedOver(dump));
  return {
    ...(scenario.name === undefined ? {} : { scenario: scenario.name }),
    init: `sysvinit-${version}`,
    events: inForkOrder(
      events.toSorted((one, other) => one.t - other.t),
      pids,
    ),
    final,
  };
}

/** Children report when they come to it, but their process ids tell in which order they were forked. */
function inForkOrder(events, pids) {
  const starts = [...pids.keys()].toSorted((one, other) => pids.get(one) - pids.get(other));
  return events.map((event) => (pids.has(event) ? starts.shift() : event));
}

const flagNames = { RU: "running", DE: "demand", XD: "executed", WT: "waiting" };

function handedOver(dump) {
  if (!dump.includes("END")) return {};
  const final = { table: [] };
  for (const line of dump) {
    const rest = line.slice(3);
    const entry = final.table.at(-1);
    switch (line.slice(0, 3)) {
      case "-RL":
        final.runlevel = rest;
        break;
      case "-TL":
        final.thislevel = rest;
        break;
      case "-PL":
        final.prevlevel = rest;
        break;
      case "-DB":
        final.didBoot = rest === "1";
        break;
      case "REC":
        final.table.push({ id: rest, runlevels: "", action: "", process: "", flags: [] });
        break;
      case "LEV":
        entry.runlevels = rest;
        break;
      case "FL ":
        entry.flags.push(flagNames[rest] ?? rest);
        break;
      case "AC ":
        entry.action = rest;
        break;
      case "CMD":
        entry.process = rest;
    }
  }
  return final;
}
