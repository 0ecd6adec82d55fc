// The functions of Debian's /lib/lsb/init-functions, as far as init scripts rely on what they print and return.
// Spec 7.2.

import { baseName } from "../base-name.ts";
import { type HelperOutcome, type HelperWorld, livePid, pidsOf, shellWords } from "./world.ts";

type Helper = (world: HelperWorld, words: readonly string[]) => HelperOutcome;

const helpers: Readonly<Record<string, Helper>> = {
  pidofproc,
  status_of_proc: statusOfProc,
  killproc,
  log_daemon_msg: (_world, [text, name]) => ({
    exit: text ? 0 : 1,
    stdout: text ? `${text}:${name ? ` ${name}` : ""}` : "",
  }),
  log_progress_msg: (_world, words) => ({
    exit: words[0] ? 0 : 1,
    stdout: words[0] ? ` ${words.join(" ")}` : "",
  }),
  log_begin_msg: (_world, words) => ({ exit: words[0] ? 0 : 1, stdout: words[0] ? words.join(" ") : "" }),
  log_end_msg: (_world, [status]) => endMessage(status),
  log_success_msg: (_world, words) => oneLine(words, "0"),
  log_failure_msg: (_world, words) => oneLine(words, "1"),
  log_warning_msg: (_world, words) => oneLine(words, "255"),
  log_action_msg: (_world, words) => ({ exit: 0, stdout: `${words.join(" ")}.\n` }),
  log_action_begin_msg: (_world, words) => ({ exit: 0, stdout: `${words.join(" ")}...` }),
  log_action_cont_msg: (_world, words) => ({ exit: 0, stdout: `${words.join(" ")}...` }),
  log_action_end_msg: (_world, [status, why]) => ({
    exit: 0,
    stdout: `${Number(status) === 0 ? "done" : "failed"}${why ? ` (${why}).` : "."}\n`,
  }),
};

/** Runs a function of the library; undefined when it is not one that is modelled. */
export function callDebianHelper(
  world: HelperWorld,
  name: string,
  words: readonly string[],
): HelperOutcome | undefined {
  return Object.hasOwn(helpers, name) ? helpers[name]?.(world, words) : undefined;
}

/** `log_end_msg` returns its argument, so under `set -e` a failure ends the script here. */
function endMessage(status: string | undefined): HelperOutcome {
  if (!status) return { exit: 1, stdout: "" };
  const code = Number(status);
  const end = code === 0 ? "." : code === 255 ? " (warning)." : " failed!";
  return { exit: code & 255, stdout: `${end}\n` };
}

function oneLine(words: readonly string[], status: string): HelperOutcome {
  const said = status === "0" ? words : [...words, "..."];
  return { exit: 0, stdout: (words[0] ? said.join(" ") : "") + endMessage(status).stdout };
}

interface PidArguments {
  readonly pidFile: string | undefined;
  readonly words: readonly string[];
}

function takePidFile(words: readonly string[]): PidArguments {
  const [first = "", second = ""] = words;
  if (first === "-p") return { pidFile: second, words: words.slice(2) };
  if (first.startsWith("-p")) return { pidFile: first.slice(2), words: words.slice(1) };
  return { pidFile: undefined, words: first === "--" ? words.slice(1) : words };
}

function pidofproc(world: HelperWorld, words: readonly string[]): HelperOutcome {
  const { pidFile, words: rest } = takePidFile(words);
  const [program = ""] = rest;
  if (rest.length !== 1) return { exit: 4, stdout: "", stderr: "/bin/sh: invalid arguments\n" };
  const content = world.pidFiles.get(pidFile ?? `/var/run/${baseName(program)}.pid`);
  if (content === undefined) {
    const pids = pidFile === undefined ? pidsOf(world, program) : [];
    return pids.length > 0 ? { exit: 0, stdout: `${pids.join(" ")}\n` } : { exit: 3, stdout: "" };
  }
  if (typeof content !== "string") return { exit: 4, stdout: "" };
  const found = shellWords(content.split("\n")[0] ?? "");
  if (found.length === 0) return { exit: pidFile === undefined ? 4 : 3, stdout: "" };
  // The whole first line is taken for one number, so two of them are none.
  const lives = found.length === 1 && livePid(world, found[0] ?? "") !== undefined;
  return lives ? { exit: 0, stdout: `${found.join(" ")}\n` } : { exit: 1, stdout: "" };
}

function statusOfProc(world: HelperWorld, words: readonly string[]): HelperOutcome {
  const { pidFile, words: rest } = takePidFile(words);
  const [program = "", name = ""] = rest;
  const { exit, stderr = "" } = pidofproc(world, [
    ...(pidFile ? ["-p", pidFile] : []),
    ...shellWords(program),
  ]);
  const say = (text: string, status: string): string => oneLine([text], status).stdout;
  const said = stderr === "" ? {} : { stderr };
  if (exit === 0) return { exit, stdout: say(`${name} is running`, "0"), ...said };
  if (exit === 4) return { exit, stdout: say(`could not access PID file for ${name}`, "1"), ...said };
  return { exit, stdout: say(`${name} is not running`, "1"), ...said };
}

/** start-stop-daemon looks at the process of the pid file only, and its name must fit (15 characters of it). */
function killproc(world: HelperWorld, words: readonly string[]): HelperOutcome {
  const { pidFile, words: rest } = takePidFile(words);
  const [program = "", given = ""] = rest;
  const path = pidFile ?? `/var/run/${baseName(program)}.pid`;
  const content = world.pidFiles.get(path);
  const word = typeof content === "string" ? (shellWords(content)[0] ?? "") : "";
  const pid = livePid(world, word);
  const process = world.processes.find((each) => each.pid === pid);
  const fits =
    process !== undefined && baseName(process.executable).slice(0, 15) === baseName(program).slice(0, 15);
  const signal = given.replace(/^-/, "").replace(/^SIG/, "");
  const terminates = signal === "15" || signal === "TERM";
  if (!fits && !terminates) return { exit: signal === "" ? 0 : 3, stdout: "" };
  const killed = fits && !/^(0|CONT|CHLD|WINCH|URG|STOP|TSTP)$/.test(signal) ? [process.pid] : [];
  const removed = terminates && pidFile !== undefined && world.pidFiles.has(path) ? [path] : [];
  return { exit: 0, stdout: "", killed, removed };
}
