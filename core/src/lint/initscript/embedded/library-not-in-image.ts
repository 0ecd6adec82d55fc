import { filesReadBy } from "../../../initscript/root/sourced-files.ts";
import { readFirstLine } from "../../../initscript/script/first-line.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeSystem } from "./example.ts";

const script = (read: string): string =>
  `#!/bin/sh\n${read}\ncase "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n`;

export const libraryNotInImage: ScriptRule = {
  id: "library-not-in-image",
  code: "IT969",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["buildroot", "openembedded"],
  needs: ["shell"],
  sources: [
    "observed: images of OpenEmbedded and Buildroot have no /lib/lsb/init-functions of their own; ash and dash end a script at a `.` that finds no file",
    "POSIX, Shell Command Language, 2.8.1: a special built-in utility that fails ends the shell",
  ],
  docs: {
    what: "A script of Buildroot or OpenEmbedded reads `/lib/lsb/init-functions` or `/lib/init/vars.sh`.",
    why: "These files belong to Debian and to systems that follow the LSB; an image has them only if a package or a layer adds them.\n`.` is a special built-in command: if it finds no file, `sh` ends the script there, so neither `start` nor `stop` does anything.\nThe rule is silent if the file is read on a condition, and where the whole root file system is known: [sourced-not-in-root](sourced-not-in-root.md) looks at it.",
    instead: "Check for the file first (`[ -r FILE ] && . FILE`), and do without its functions.",
    wrong: [{ text: script(". /lib/lsb/init-functions"), files: oeSystem }],
    right: [
      { text: script("[ -r /lib/lsb/init-functions ] && . /lib/lsb/init-functions"), files: oeSystem },
      { text: script(". /etc/init.d/functions"), files: oeSystem },
    ],
  },
  check: (context) => {
    const { text, root, family } = context;
    const outline = context.outline();
    const [first] = family.families;
    if (first === undefined || family.families.length > 1 || root !== undefined || outline === undefined)
      return [];
    const line = readFirstLine(text);
    // bash under its own name goes on without the file.
    if (line.kind === "interpreter" && /(?:^|\/)bash$/.test(line.program)) return [];
    return filesReadBy(text).flatMap(({ path, start, end }) => {
      const read = outline.sourced.find((each) => each.start <= start && end <= each.end);
      if (read === undefined || read.guarded || !foreign.test(path)) return [];
      const said = { path, family: first.title };
      return [{ range: { start, end }, message: message("library-not-in-image", said) }];
    });
  },
};

/** Libraries of Debian and of the LSB. */
const foreign = /^(?:\/usr)?\/lib\/(?:lsb\/init-functions|init\/vars\.sh)$/;
