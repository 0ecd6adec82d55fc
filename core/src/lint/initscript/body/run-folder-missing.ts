import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { listMember } from "./places.ts";
import { daemonCall } from "./start-stop-daemon.ts";
import type { StatusWorld } from "./status-fate.ts";

const header =
  "### BEGIN INIT INFO\n# Provides: svc\n# Required-Start: $remote_fs\n# Required-Stop: $remote_fs\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n### END INIT INFO\n";

export const runFolderMissing: ScriptRule = {
  id: "run-folder-missing",
  code: "IT859",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "Filesystem Hierarchy Standard 3.0, /run",
    "Debian Policy 4.6, 9.1.4: /run and /run/lock",
    "observed: start-stop-daemon of dpkg 1.21.22 ends with 2 where the folder of `--make-pidfile` is not there",
  ],
  docs: {
    what: "`start` writes to a directory under `/run` or `/var/run` that the script does not create.",
    why: "`/run` is empty after each boot, and `/var/run` leads to it: a directory that was created once, by the package or by hand, is gone.\nThe service starts until the next reboot, and never again after it.",
    instead:
      "Create the directory in `start`, before anything is written to it.\nRed Hat's systems up to release 6 keep the directories in `/var/run`, so the rule is silent about their scripts.",
    wrong: [
      {
        text: `#!/bin/sh\n${header}. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    start-stop-daemon --start --background --make-pidfile --pidfile /run/svc/svc.pid --exec /usr/sbin/svcd\n    ;;\nesac\n`,
        fixed: `#!/bin/sh\n${header}. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    mkdir -p /run/svc\n    start-stop-daemon --start --background --make-pidfile --pidfile /run/svc/svc.pid --exec /usr/sbin/svcd\n    ;;\nesac\n`,
      },
    ],
    right: [
      {
        text: `#!/bin/sh\n${header}. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    install -d -o svc /run/svc\n    start-stop-daemon --start --background --make-pidfile --pidfile /run/svc/svc.pid --exec /usr/sbin/svcd\n    ;;\nesac\n`,
      },
      {
        text: `#!/bin/sh\n${header}. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    start-stop-daemon --start --background --make-pidfile --pidfile /run/svc.pid --exec /usr/sbin/svcd\n    ;;\nesac\n`,
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    const start = facts?.outline.arm("start");
    const isSure = isEmptied(script);
    if (facts === undefined || start?.complete !== true || isSure === undefined) return [];
    const seen = new Set<string>();
    return start.commands.flatMap((reached): readonly ScriptReport[] =>
      writtenBy(facts, reached).flatMap(({ path, range }) => {
        const folder = folderIn(path);
        if (folder === undefined || seen.has(folder) || isMade(script, facts, folder)) return [];
        seen.add(folder);
        return [
          {
            range,
            ...(isSure ? {} : { severity: "information" as const }),
            message: message(isSure ? "run-folder-missing" : "run-folder-missing.perhaps", { folder }),
            fixes: [making(facts, reached, folder)],
          },
        ];
      }),
    );
  },
};

/** Whether /run is empty after each boot: surely, perhaps, or not. */
function isEmptied({ family }: ScriptContext): boolean | undefined {
  const { families } = family;
  if (families.some(({ emptiesRun }) => emptiesRun === false)) return undefined;
  return families.length > 0 && families.every(({ emptiesRun }) => emptiesRun === true);
}

interface Written {
  readonly path: string;
  readonly range: { readonly start: number; readonly end: number };
}

/** The files that a command writes itself; of those that a program may write nobody can tell who makes the folder. */
function writtenBy({ outline }: StatusWorld, reached: ReachedCommand): readonly Written[] {
  const written = outline
    .fileUses([reached])
    .flatMap((use) =>
      use.kind === "touch" && use.path !== undefined ? [{ path: use.path, range: use }] : [],
    );
  const call = daemonCall(outline, reached);
  const option = (name: string) => call?.options.find((each) => each.name === name);
  const pidFile = option("pidfile");
  if (call?.command !== "start" || pidFile?.value === undefined || option("test") !== undefined)
    return written;
  const user = option("chuid")?.value;
  // Below /run only root makes folders.
  const isWritten =
    option("make-pidfile") !== undefined || (user !== undefined && !/^(?:root|0)\b/.test(user));
  return isWritten
    ? [...written, { path: pidFile.value, range: pidFile.valueWord ?? pidFile.word }]
    : written;
}

/** Folders that the system itself makes. */
const systems =
  /^(?:lock|shm|user|udev|network|initramfs|mount|rpc_pipefs|sendsigs\.omit\.d|resolvconf|init|openrc|systemd|utmp)$/;

/** The folder below /run that a path is in; undefined for those of the system and for /run itself. */
function folderIn(path: string): string | undefined {
  const [, run, folder = ""] = /^(\/(?:var\/)?run)\/+([^/*?[\]]+)\/+[^/]/.exec(path) ?? [];
  return run === undefined || systems.test(folder) ? undefined : `${run}/${folder}`;
}

const makers =
  /^(?:mkdir|install|mktemp|cp|mv|ln|rsync|tar|systemd-tmpfiles|tmpfiles|checkpath|mkpath|mount)$/;

/** Whether something in the script may make the folder, or another script of the system knows it. */
function isMade(script: ScriptContext, { outline }: StatusWorld, folder: string): boolean {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  const commands = everyCommand(outline).map(({ reached }) => reached);
  const goesThere = commands.some(
    ({ command, name: program }) =>
      program === "cd" && command.words.slice(1).some((word) => isRun.test(outline.resolve(word) ?? "/run")),
  );
  const byItself = commands.some(({ command, name: program }) => {
    if (program === undefined || !makers.test(program)) return false;
    return command.words.slice(1).some((word) => {
      const path = outline.resolve(word);
      // What does not resolve may be the folder.
      if (path === undefined) return /\$|`/.test(word.text);
      return names(path, name) || (goesThere && path.replace(/^\.\/|\/.*$/g, "") === name);
    });
  });
  const others = script.tree?.scripts.filter((each) => each.name !== script.name) ?? [];
  return byItself || others.some(({ text }) => names(text, name));
}

/** The folder that is empty after a boot, under both its names. */
const isRun = /^(?:\/var)?\/run\/?$/;

/** Whether a text has a path to or below the folder of this name in /run; whole parts of paths are compared. */
function names(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  return text.split(/[\s"'`;&|()<>=,:{}]+/).some((path) => {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    const at = parts.indexOf("run");
    return (
      at >= 0 &&
      parts[at + 1] === name &&
      parts.slice(0, at).every((part) => part === "var" || part.startsWith("$"))
    );
  });
}

/** Makes the folder in front of the statement, in a line of its own where that begins one. */
function making({ text, places }: StatusWorld, { command }: ReachedCommand, folder: string): Fix {
  const { start } = listMember(places, command);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const behind = /^[ \t]*$/.test(line) ? `\n${line}` : "; ";
  return {
    title: message("run-folder-missing.fix", { folder }),
    kind: "suggestion",
    edits: [{ start, end: start, text: `mkdir -p ${folder}${behind}` }],
  };
}
