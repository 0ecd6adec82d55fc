// The real BusyBox in a jail: a root folder with the test process, the jail that runs it, and the trace of what was seen.

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

/** A partial line on a terminal is complete when nothing follows for so long; seconds. */
const quiet = 0.15;

/** Compiles the jail and the test process into a folder; answers with the reason if that fails. */
export function buildJail(folder) {
  const compile = (source, ...options) =>
    spawnSync(
      "cc",
      ["-O2", "-Wall", ...options, "-o", join(folder, source), join(import.meta.dirname, `${source}.c`)],
      {
        encoding: "utf8",
      },
    );
  for (const built of [compile("jail"), compile("process", "-static")]) {
    if (built.error !== undefined) return "there is no C compiler";
    if (built.status !== 0) return `the jail does not compile: ${built.stderr}`;
  }
  return undefined;
}

/** Runs a scenario with the real program; answers with its trace, in the format of the recorded cases. */
export async function recordTrace(scenario, { folder, busybox }) {
  const root = makeRoot(scenario, { folder, busybox });
  try {
    return traceOf(await drive(root, scenario, folder), scenario);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function makeRoot(scenario, { folder, busybox }) {
  const root = mkdtempSync(join(tmpdir(), "inittab-jail-"));
  const at = (path) => join(root, path);
  for (const path of ["bin", "dev", "etc/init.d", "sbin", "run", "usr"])
    mkdirSync(at(path), { recursive: true });
  copyFileSync(busybox, at("bin/busybox"));
  copyFileSync(busybox, at("bin/sh"));
  const put = (path) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    rmSync(at(path), { force: true });
    copyFileSync(join(folder, "process"), at(path));
    chmodSync(at(path), 0o755);
  };
  for (const path of ["/bin/p", ...(scenario.stubs ?? [])]) put(path);
  symlinkSync("../bin/busybox", at("run/init"));
  if (scenario.inittab !== null) writeFileSync(at("etc/inittab"), bytes(scenario.inittab));
  const lines = Object.entries(scenario.processes ?? {}).map(
    ([key, { runs = null, exit = 0, onTerm = "exit" }]) => `${key}\t${runs ?? "-"}\t${exit}\t${onTerm}\n`,
  );
  writeFileSync(at("run/processes"), bytes(lines.join("")));
  return root;
}

/** Characters of a scenario are bytes. */
function bytes(text) {
  return Buffer.from(text, "latin1");
}

function drive(root, scenario, folder) {
  return new Promise((resolve, reject) => {
    const ttys = ["console", ...(scenario.ttys ?? [])].join(",");
    const jail = spawn(join(folder, "jail"), [root, ttys, "/run/init", ...(scenario.bootArgs ?? [])], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    const seen = [];
    const live = new Map();
    let rest = "";
    let problems = "";
    let began = false;
    const tell = (text) => jail.stdin.write(`${text}\n`);
    jail.stdin.on("error", () => {});
    jail.stderr.on("data", (data) => {
      problems += data;
    });
    jail.stdout.setEncoding("latin1");
    jail.stdout.on("data", (data) => {
      const lines = (rest + data).split("\n");
      rest = lines.pop();
      for (const line of lines) take(line);
    });
    jail.on("error", reject);
    jail.on("close", (code) => {
      if (code === 0) resolve(seen);
      else reject(new Error(`the jail failed (${code}): ${problems}`));
    });

    function take(line) {
      const [time, word, ...fields] = line.split(" ");
      const item = { t: Number(time), word, fields };
      seen.push(item);
      if (word === "report") {
        const report = parseReport(fields);
        item.report = report;
        if (report.word === "start") live.set(Number(fields[0]), report.id);
      } else if (word === "gone") live.delete(Number(fields[0]));
      else if (word === "begin" && !began) {
        began = true;
        for (const event of scenario.events ?? []) setTimeout(() => happen(event), event.at * 1000);
        setTimeout(() => jail.stdin.end(), scenario.until * 1000);
      }
    }

    function happen(event) {
      if ("signal" in event) tell(`signal ${constants.signals[`SIG${event.signal}`]}`);
      else if ("write" in event) write(join(root, "etc/inittab"), event.write);
      else if ("kill" in event) {
        const number = constants.signals[`SIG${event.with ?? "KILL"}`];
        for (const [pid, id] of live) if (id === event.kill) tell(`kill ${pid} ${number}`);
      } else if ("console" in event) tell(`type console ${bytes(event.console).toString("hex")}`);
      else tell(`type ${event.tty} ${bytes(event.input).toString("hex")}`);
    }
  });
}

/** Init never sees half a file. */
function write(path, text) {
  if (text === null) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, bytes(text));
  renameSync(`${path}.new`, path);
}

function decoded(text) {
  return text.replace(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function parseReport([pid, ...words]) {
  const [word, ...pairs] = decoded(words.join(" ")).split("\t");
  const report = { word, pid: Number(pid), args: [] };
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals);
    const value = decoded(pair.slice(equals + 1));
    if (name === "arg") report.args.push(value);
    else report[name] = value;
  }
  return report;
}

function traceOf(seen, scenario) {
  const devices = new Map([["1:3", "null"]]);
  const running = new Map();
  const partial = new Map();
  const events = [];
  const add = (t, event) => events.push({ t: Math.round(t * 100) / 100, ...event });
  const flush = (terminal) => {
    const { t, text } = partial.get(terminal) ?? { t: 0, text: "" };
    partial.delete(terminal);
    if (text.trim() !== "") add(t, { event: "log", text: text.trim(), to: terminal });
  };
  for (const { t, word, fields, report } of seen) {
    for (const [terminal, part] of [...partial]) if (t - part.t > quiet) flush(terminal);
    switch (word) {
      case "tty":
        devices.set(fields[1], fields[0]);
        break;
      case "report":
        takeReport(t, report);
        break;
      case "gone": {
        const pid = Number(fields[0]);
        if (running.has(pid)) add(t, { event: "killed", id: running.get(pid) });
        running.delete(pid);
        break;
      }
      case "out": {
        const [terminal, ...rest] = fields;
        const lines = ((partial.get(terminal)?.text ?? "") + decoded(rest.join(" "))).split(/[\r\n]/);
        const open = lines.pop();
        for (const line of lines) {
          partial.set(terminal, { t, text: line });
          flush(terminal);
        }
        partial.set(terminal, { t, text: open });
        break;
      }
      case "log":
        add(t, { event: "log", text: logText(decoded(fields.join(" "))), to: "syslog" });
        break;
      case "end": {
        running.clear();
        if (fields[0] === "1") add(t, { event: "init-exit", by: "HUP", meaning: "reboot" });
        if (fields[0] === "2") add(t, { event: "init-exit", by: "INT", meaning: "halt-or-poweroff" });
      }
    }
  }
  for (const terminal of [...partial.keys()]) flush(terminal);
  return {
    scenario: scenario.name,
    init: "busybox-1.35",
    events: events.filter(({ t }) => t < scenario.until),
    final: { running: [...running.values()].toSorted() },
  };

  function takeReport(t, { word, pid, id, input, login, runlevel, pid1, args, signal, code }) {
    const own = running.get(pid);
    // Without an argument the test process has no key, and nothing is told of it.
    if (word === "start" ? id === "" : own === undefined) return;
    if (word === "start") {
      const tty = devices.get(input) ?? input;
      const isPlain = id === (args[0] ?? "");
      running.set(pid, id);
      add(t, {
        event: "start",
        id,
        ...(tty !== "console" && { tty }),
        ...(login !== undefined && { login: true }),
        ...(args.length > (isPlain ? 1 : 0) && { args }),
        ...(runlevel !== undefined && { runlevel }),
        ...(pid1 !== undefined && { pid1: true }),
        pid,
      });
    } else if (word === "signal") add(t, { event: "signal", id: own, signal });
    else {
      add(t, { event: "exit", id: own, code: Number(code) });
      running.delete(pid);
    }
  }
}

/** A message without what the log adds in front, and without process numbers. */
function logText(text) {
  return text
    .replace(/^<\d+>\w{3} [ \d]\d [\d:]{8} [^:]*: /, "")
    .replace(/\n$/, "")
    .replace(/starting pid \d+,/, "starting pid <pid>,")
    .replace(/\(pid \d+\)/, "(pid <pid>)");
}
