import { dialectFacts } from "../../../inittab/dialect.ts";
import { offersLogin } from "../../../inittab/login.ts";
import type { ProgramKind } from "../../../programs/program.ts";
import type { Fix, Report } from "../../contract.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { doesAnything, isPartOfTable, levelsInsteadOf, runningIn } from "../login.ts";
import { message } from "../message.ts";

export const noLogin: FileRule = {
  id: "no-login",
  code: "IT301",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox", "procd"],
  sources: ["observed: sysvinit 3.06 (boot-nothing-to-run)", "getty(8), login(1)"],
  docs: {
    what: "No entry of the default runlevel, or of a table without runlevels, starts a getty, a login, a display manager or anything else on a terminal.",
    why: "The machine boots, and nobody can log in at its console or its serial line.\nOnly what the start scripts bring up, such as sshd or a display manager, lets anyone in; the table does not show that.\nWhere such a script runs, the finding is only information.",
    instead:
      "Add a getty for the default runlevel.\nIf the machine is meant to have no console, silence the rule in the file.",
    wrong: [
      {
        text: "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\nl6:6:wait:/etc/init.d/rc 6\n~~:S:wait:/sbin/sulogin\n1:2:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\nl6:6:wait:/etc/init.d/rc 6\n~~:S:wait:/sbin/sulogin\n1:2:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\nc1:3:respawn:/sbin/agetty 38400 tty1 linux\n",
      },
    ],
    right: [
      {
        text: "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\nl6:6:wait:/etc/init.d/rc 6\n~~:S:wait:/sbin/sulogin\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    if (!doesAnything(file) || isAmongDropped(file, (text) => offersLogin(text))) return [];
    return dialectFacts[file.scan.dialect].entersDefault === true ? ofLevel(file) : ofTable(file);
  },
};

/** Where init enters a level after boot. */
function ofLevel(file: FileContext): readonly Report[] {
  const level = file.defaultLevel;
  const [initdefault] = file.linesOf("initdefault");
  if (level === undefined || !/[1-57-9]/.test(level) || initdefault === undefined) return [];
  const running = lockedOut(file, runningIn(file, level));
  if (running === undefined) return [];
  // Where nothing runs at all there is more to say, and another rule says it.
  if (levelsInsteadOf(file, level).length > 0) return [];
  const id = file.freeId(["1", "c1", "t1", "tty1"]);
  const getty = `${id}:${level}:respawn:/sbin/agetty 38400 tty1 linux`;
  return [
    {
      range: file.range(initdefault, "runlevels"),
      message: message("no-login", { level }),
      severity: mayBringOne(file, running) ? "information" : "warning",
      fixes: id === undefined ? [] : [addition(file, getty)],
    },
  ];
}

/** The records, if none of them lets anybody in; mostly one of the first does, and the others are not looked at. */
function lockedOut(file: FileContext, indexes: Iterable<number>): readonly number[] | undefined {
  const running: number[] = [];
  for (const index of indexes) if (letsIn(file, index) || running.push(index) > patience) return undefined;
  return running;
}

/** Where there are no levels, and what the table has runs from the boot on. */
function ofTable(file: FileContext): readonly Report[] {
  const running = isPartOfTable(file) ? undefined : lockedOut(file, everywhere.flatMap(file.linesOf));
  if (running === undefined) return [];
  return [
    {
      range: file.range(file.firstRecord, "action"),
      message: message("no-login.table"),
      severity: mayBringOne(file, running) ? "information" : "warning",
      fixes: [addition(file, "::askfirst:-/bin/sh")],
    },
  ];
}

const everywhere = [
  "respawn",
  "askfirst",
  "askconsole",
  "askconsolelate",
  "respawnlate",
  "once",
  "wait",
  "sysinit",
] as const;

function addition(file: FileContext, getty: string): Fix {
  return { title: message("no-login.fix", { getty }), kind: "suggestion", edits: [file.appended(getty)] };
}

/** So many records in one level are no machine's table; nobody waits for an answer about them. */
const patience = 2000;

function letsIn(file: FileContext, index: number): boolean {
  // That a shell is not found because of a CR at its end is told once for the file.
  const process = file.field(index, "process").replace(/\r$/, "");
  // BusyBox runs what has a dash in front as a login shell, whatever it is called.
  return process.startsWith("-") || /^ask/.test(file.scan.lines[index]?.action ?? "") || offersLogin(process);
}

/** Programs that offer no login, whatever their arguments. */
const bystanders: ReadonlySet<ProgramKind> = new Set(["tool", "power", "wrapper"]);

/** Whether a script or a program that nobody knows may bring a login, which the table cannot tell. */
function mayBringOne(file: FileContext, running: readonly number[]): boolean {
  const boot = ["sysinit", "bootwait", "boot"].flatMap((action) => file.linesOf(action).slice(0, patience));
  const hasLevels = dialectFacts[file.scan.dialect].levels !== "";
  return [...running, ...boot].some((index) => {
    const started = file.started(index);
    if (started?.program === undefined) return true;
    // The scripts of boot are done before a level is entered; where nothing else runs, they start all that there is.
    if (started.name === "rcS") return !hasLevels || running.length === 0 || running.includes(index);
    if (started.program.kind === "daemon") return remote.has(started.name);
    return !bystanders.has(started.program.kind);
  });
}

/** Daemons that let somebody in over the network, or start one that does. */
const remote: ReadonlySet<string> = new Set("sshd dropbear telnetd utelnetd inetd xinetd adbd".split(" "));
