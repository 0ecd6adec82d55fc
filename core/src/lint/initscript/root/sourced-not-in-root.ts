import { isMissingInRoot } from "../../../initscript/root/program.ts";
import { filesReadBy } from "../../../initscript/root/sourced-files.ts";
import { readFirstLine } from "../../../initscript/script/first-line.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const script = (path: string): string =>
  `#!/bin/sh\n. ${path}\ncase "$1" in\n  start) webd ;;\n  stop) killall webd ;;\nesac\n`;

const root = [
  { path: "bin/busybox" },
  { path: "bin/sh", target: "busybox" },
  { path: "etc/default/rcS", text: "VERBOSE=no\n" },
];

export const sourcedNotInRoot: ScriptRule = {
  id: "sourced-not-in-root",
  code: "IT932",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["root", "shell"],
  sources: [
    "observed: OpenEmbedded's rcS without /etc/default/rcS: ash and dash end with 2, bash as sh with 1",
    "POSIX, Shell Command Language, 2.8.1: a special built-in utility that fails ends the shell",
  ],
  docs: {
    what: "The root file system around the script lacks a file that the script reads with `.`.",
    why: "`.` is a special built-in command: if it finds no file, `sh` ends the script there, so neither `start` nor `stop` does anything.\nOnly bash under its own name goes on without the file.\nThe rule is silent if the file is read on a condition, if the script names its path a second time, and about paths that may be mounted or below `/var`.",
    instead: "Install the file, or check for it first: `[ -r FILE ] && . FILE`.",
    wrong: [{ text: script("/etc/default/webd"), files: root }],
    right: [
      { text: script("/etc/default/rcS"), files: root },
      { text: script("/etc/default/webd").replace("\n. ", "\n[ -r /etc/default/webd ] && . "), files: root },
    ],
  },
  check: (context) => {
    const { text, root: around } = context;
    const outline = context.outline();
    if (around === undefined || outline === undefined) return [];
    const line = readFirstLine(text);
    const isBash = line.kind === "interpreter" && /(?:^|\/)bash$/.test(line.program);
    return filesReadBy(text).flatMap(({ path, start, end }) => {
      const read = outline.sourced.find((each) => each.start <= start && end <= each.end);
      if (read === undefined || read.guarded || !isMissingInRoot(around, path)) return [];
      return [{ range: { start, end }, message: message("sourced-not-in-root", { path, ends: !isBash }) }];
    });
  },
};
