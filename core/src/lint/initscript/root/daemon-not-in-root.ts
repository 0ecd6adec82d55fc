import type { ProgramFate } from "../../../initscript/root/program.ts";
import { programInRoot } from "../../../initscript/root/program.ts";
import type { WholeRoot } from "../../../initscript/root/whole-root.ts";
import type { Message } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { mayRename, type NamedProgram, programsOf } from "./daemons.ts";

const script = (path: string): string =>
  `#!/bin/sh\nDAEMON=${path}\ncase "$1" in\n  start) "$DAEMON" -d ;;\n  stop) killall web ;;\nesac\n`;

const root = [{ path: "bin/busybox" }, { path: "bin/sh", target: "busybox" }, { path: "usr/sbin/web" }];

export const daemonNotInRoot: ScriptRule = {
  id: "daemon-not-in-root",
  code: "IT931",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["root"],
  sources: ["execve(2): ENOENT and EACCES"],
  docs: {
    what: "The root file system around the script lacks the program that the script names, or it cannot be run there.",
    why: "The service fails each time it is started.\nThe rule goes by `DAEMON=` with a full path, by `command=` in OpenRC's services and by the command of a procd instance; it is silent if the script checks for the program before using it, if a file that it reads may name another one, and about paths that may be mounted when the machine runs.",
    instead: "Install the program, or correct its path.",
    wrong: [{ text: script("/usr/sbin/wbe"), files: root }],
    right: [
      { text: script("/usr/sbin/web"), files: root },
      { text: script("/usr/sbin/wbe").replace('"$DAEMON"', '[ -x "$DAEMON" ] && "$DAEMON"'), files: root },
    ],
  },
  check: ({ text, root: around }) =>
    around === undefined
      ? []
      : programsInRoot(text, around).flatMap(({ program: { start, end, path }, fate }) => {
          const what = describe(path, fate);
          return what === undefined ? [] : [{ range: { start, end }, message: what }];
        }),
};

/** The programs of a script, and what becomes of them in a root. */
export function programsInRoot(
  text: string,
  root: WholeRoot,
): readonly { readonly program: NamedProgram; readonly fate: ProgramFate }[] {
  const { programs, settings } = programsOf(text);
  const isRenamed = settings.some((path) => {
    const end = root.follow(path);
    return end.kind === "file" && end.node.kind === "file"
      ? mayRename(end.node.text)
      : end.kind !== "missing";
  });
  return isRenamed ? [] : programs.map((program) => ({ program, fate: programInRoot(root, program.path) }));
}

function describe(path: string, fate: ProgramFate): Message | undefined {
  switch (fate.kind) {
    case "missing":
      return message("daemon-not-in-root", { path });
    case "not-executable":
      return message("daemon-not-in-root.mode", {
        path,
        file: fate.octal !== undefined,
        octal: fate.octal ?? "",
      });
    case "carriage-return":
      return message("daemon-not-in-root.line-end", { path });
    case "no-interpreter":
      return message("daemon-not-in-root.interpreter", { path, interpreter: fate.interpreter });
    case "runs":
    case "unsure":
      return undefined;
  }
}
