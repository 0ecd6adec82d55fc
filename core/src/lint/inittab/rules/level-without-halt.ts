import type { ProgramKind } from "../../../programs/program.ts";
import type { Report } from "../../contract.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { isPartOfTable, runningIn } from "../login.ts";
import { message } from "../message.ts";

export const levelWithoutHalt: FileRule = {
  id: "level-without-halt",
  code: "IT249",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "shutdown(8): -r asks init for level 6, -h for level 0; init(8)",
    "observed: sysvinit 3.06 (boot-nothing-to-run)",
  ],
  docs: {
    what: "An entry leads to runlevel 0 or 6, where no entry halts or restarts the machine.",
    why: "`shutdown` only asks init for the runlevel; it is an entry of that runlevel, as a rule `rc`, that halts or restarts the machine in the end.\nWithout it init stops what runs and then does nothing more: the machine is neither up nor down.",
    instead: "Add the entry for that runlevel.",
    wrong: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\nl0:0:wait:/etc/init.d/rc 0\nl2:2:wait:/etc/init.d/rc 2\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
    right: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n~~:S:wait:/sbin/sulogin\nl2:2:wait:/etc/init.d/rc 2\nl6:6:wait:/etc/init.d/rc 6\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    // A table that names levels for its logins alone may leave the rest to /etc/inittab.d.
    const levels = isPartOfTable(file) ? 0 : writtenOut(file);
    if (levels === 0) return [];
    const told = new Set<string>();
    return asking.flatMap((action) =>
      file.linesOf(action).flatMap((index) => {
        const level = levelAskedFor(file, index);
        if (level === undefined || told.has(level) || mayGoDown(file, level)) return [];
        told.add(level);
        return [reportOf(file, index, level, levels > 1)];
      }),
    );
  },
};

/** What asks for a level while the machine is up. */
const asking = [
  "ctrlaltdel",
  "powerfail",
  "powerwait",
  "powerfailnow",
  "powerokwait",
  "kbrequest",
  "ondemand",
  "once",
  "wait",
] as const;

function reportOf(file: FileContext, index: number, level: string, isSure: boolean): Report {
  return {
    range: file.range(index, "process"),
    ...(isSure ? {} : { severity: "information" }),
    message: message("level-without-halt", { level, restarts: level === "6" }),
  };
}

/** How many levels have an entry of their own that init waits for; two are enough to know. */
function writtenOut(file: FileContext): number {
  const levels = new Set(
    file.linesOf("wait").flatMap((index) => {
      const { runlevels = "" } = file.scan.lines[index] ?? {};
      return /^[0-9]+$/.test(runlevels) ? [...runlevels] : [];
    }),
  );
  return levels.size;
}

/** The level that a record leads to: 0, 6 or undefined where it leads to none of them, or nobody can say. */
function levelAskedFor(file: FileContext, index: number): string | undefined {
  const started = file.started(index);
  if (started?.program?.kind !== "power" || !started.single) return undefined;
  // On the way down halt and reboot act at once.
  const { action = "", runlevels = "" } = file.scan.lines[index] ?? {};
  if ((action === "once" || action === "wait") && /[06]/.test(runlevels)) return undefined;
  const says = (letter: string, long: string) =>
    started.words.some(
      ({ text }) => text === long || (/^-[A-Za-z0-9]+$/.test(text) && text.includes(letter)),
    );
  switch (started.name) {
    case "shutdown":
      if (says("c", "--cancel") || says("k", "-k") || says("n", "-n")) return undefined;
      if (says("r", "-r")) return "6";
      return says("h", "-h") || says("P", "-P") || says("H", "-H") ? "0" : undefined;
    case "reboot":
      return says("f", "--force") ? undefined : "6";
    case "halt":
    case "poweroff":
      return says("f", "--force") ? undefined : "0";
    default: {
      const [level = ""] = started.words.map(({ text }) => text).filter((text) => /^[06]$/.test(text));
      return level === "" ? undefined : level;
    }
  }
}

/** Programs that have nothing to do with the way down. */
const bystanders: ReadonlySet<ProgramKind> = new Set([
  "getty",
  "login",
  "shell",
  "display-manager",
  "daemon",
  "supervisor",
]);

/** So many records in one level are no machine's table. */
const patience = 2000;

/** Whether something runs in the level that may take the machine down: anything but what is known not to. */
function mayGoDown(file: FileContext, level: string): boolean {
  let looked = 0;
  for (const index of runningIn(file, level)) {
    if (file.scan.lines[index]?.action === "boot") continue;
    if (++looked > patience) return true;
    const started = file.started(index);
    if (started?.program === undefined || !bystanders.has(started.program.kind)) return true;
    if (started.program.kind === "shell" && started.words.length > 0) return true;
  }
  // A record that init drops for a mistake of its own is reported there.
  return isAmongDropped(file, (text) => (text.split(":")[1] ?? "").includes(level));
}
