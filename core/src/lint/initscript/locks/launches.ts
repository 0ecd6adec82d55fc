// Which command of `start` starts something that stays, where no helper function and no `&` says so. What stop does is the
// other half of the evidence: nobody kills a program that has ended.

import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { LockAction } from "./lock-facts.ts";
import { isIdle, startingCommand, stoppingCommand } from "./lock-facts.ts";

/** Programs that run another one as another user, or apart from the terminal. */
const carriers = new Set(
  "su runuser sudo setuidgid chpst nohup setsid daemonize daemonizer start-stop-daemon.sh".split(" "),
);

/** Options with which a program of one's own goes into the background. */
const background = /^(?:-[dDb]|--?daemon(?:i[sz]ed?)?|--?background|--?detach|--?fork)$/;

/** Programs that are called like what they do, and those that undo it. */
const starts = /^(?:.*[-_.])?(?:start|startup|startServer|run)(?:[-_].*)?(?:\.(?:sh|pl|py))?$/i;
const stops = /^(?:.*[-_.])?(?:stop|shutdown|stopServer|kill|halt|quit)(?:[-_].*)?(?:\.(?:sh|pl|py))?$/i;

/** The command of `start` that leaves something running; undefined where nothing says that any does. */
export function launchingCommand(
  outline: ScriptOutline,
  start: LockAction,
  stop: LockAction,
): ReachedCommand | undefined {
  const plain = startingCommand(outline, start);
  if (plain !== undefined) return plain;
  const undone = endingCommand(stop);
  if (undone === undefined) return undefined;
  return start.commands.find((each) => !isIdle(each) && !each.tested && stays(outline, each, stop));
}

/** The last command of `stop` that does something. */
export function endingCommand(stop: LockAction): ReachedCommand | undefined {
  return stoppingCommand(stop) ?? stop.commands.findLast((each) => !isIdle(each) && !each.tested);
}

function stays(outline: ScriptOutline, reached: ReachedCommand, stop: LockAction): boolean {
  const { name, args } = reached;
  if (name === undefined || outline.functions.has(name)) return false;
  if (carriers.has(name)) return args.length > 0;
  if (name === "screen") return isDetached(args);
  if (name === "tmux") return args.includes("-d");
  if (starts.test(name) || args[0] === "start") return isUndone(stop, name);
  const kills = stoppingCommand(stop);
  if (kills === undefined) return false;
  if (name === "exec") return args.length > 0;
  return kills.args.includes(name) || args.some((arg) => arg !== undefined && isForDaemon(name, arg));
}

/** screen(1): `-d -m` starts a session without a terminal; `-D -m` waits for its end. */
function isDetached(args: ReachedCommand["args"]): boolean {
  const letters = args.flatMap((arg) => (/^-[a-zA-Z]+$/.test(arg ?? "") ? [...(arg ?? "")] : []));
  return letters.includes("d") && letters.includes("m");
}

/** `stop` has the counterpart of a program that is called like what it does. */
function isUndone(stop: LockAction, program: string): boolean {
  return (
    stoppingCommand(stop) !== undefined ||
    stop.commands.some(
      ({ name = "", args }) => stops.test(name) || (name === program && stops.test(args[0] ?? "")),
    )
  );
}

/** The tools of scripts, to which `-d` and `-D` mean something else. */
const tools = new Set(
  "arp awk base64 cut date grep gzip install ip ip6tables ipset iptables ls losetup mkdir modprobe mount pidof ps rm sed sort tar tr umount xargs".split(
    " ",
  ),
);

function isForDaemon(name: string, arg: string): boolean {
  return !tools.has(name) && background.test(arg);
}
