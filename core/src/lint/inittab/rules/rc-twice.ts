import type { FileContext, FileRule } from "../contract.ts";
import { entryScripts } from "../entry-scripts.ts";
import { message } from "../message.ts";

export const rcTwice: FileRule = {
  id: "rc-twice",
  code: "IT253",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["init(8); rc of Debian and of Red Hat: each call goes through the links of its level"],
  docs: {
    what: "Two entries call rc on entering the same runlevel.",
    why: "Each of them stops and starts services by the links of its own folder, one after the other or, without `wait`, at the same time.\nWhat comes up depends on both, and on what rc takes for the previous runlevel.",
    instead: "Keep one call of rc for each runlevel.",
    wrong: [{ text: "l3:3:wait:/etc/init.d/rc 3\nlx:345:wait:/etc/init.d/rc 5\n" }],
    right: [{ text: "l3:3:wait:/etc/init.d/rc 3\nl5:5:wait:/etc/init.d/rc 5\n" }],
  },
  scope: "file",
  check: (file) => {
    const reports = [];
    const first = new Map<string, number>();
    for (const index of callsOfRc(file)) {
      const levels = [...(file.scan.lines[index]?.runlevels ?? "")].filter((level) => /[0-9S]/.test(level));
      const shared = levels.filter((level) => first.has(level));
      const earlier = first.get(shared[0] ?? "");
      for (const level of levels) if (!first.has(level)) first.set(level, index);
      if (earlier === undefined) continue;
      reports.push({
        range: file.range(index, "process"),
        message: message("rc-twice", {
          line: file.lineNumber(earlier),
          count: shared.length,
          levels: shared.join(""),
        }),
        related: [{ range: file.range(earlier, "process"), message: message("rc-twice.related") }],
      });
    }
    return reports;
  },
};

/** So many records that call rc are no machine's table. */
const patience = 200;

function callsOfRc(file: FileContext): readonly number[] {
  return entryScripts(file, { actions: entering, patience }).filter((index) =>
    /^[+@]*\/(?:[^\s/]+\/)*(?:init\.d|rc\.d|etc)\/rc[ \t]+[0-9S][ \t]*$/.test(file.field(index, "process")),
  );
}

const entering = new Set(["wait", "once"]);
