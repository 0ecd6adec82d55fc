import { quoted } from "../../../lint/report.ts";
import type { SourceLine, TextRange } from "../../header/lines.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { guess } from "./edits.ts";
import { lintianBody } from "./lintian-body.ts";
import { lintianTag, report } from "./tool-tags.ts";

export const scriptDefaultUnguarded: ScriptRule = {
  id: "script-default-unguarded",
  code: "IT721",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["redhat", "debian"],
  sources: ["observed: lintian 2.116, dash 0.5.12 (lint-068, lint-069)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-sourcing-without-test",
      difference:
        "lintian goes by lines: it does not see `[ -r F ] && \\` on the line above, nor a file named by a variable. We follow the shell.",
    },
  ],
  docs: {
    what: "The script reads a file of `/etc/default` without asking whether it is there.",
    why: "The file is the administrator's, who may delete it.\nA shell that does not find what `.` should read ends, and with it the script: the service neither starts nor stops.",
    instead: "Ask first: `[ -r /etc/default/svc ] && . /etc/default/svc`.",
    wrong: [
      {
        text: "#!/bin/sh\n. /etc/default/svc\n",
        fixed: "#!/bin/sh\n[ -r /etc/default/svc ] && . /etc/default/svc\n",
      },
    ],
    right: [
      { text: "#!/bin/sh\n[ -r /etc/default/svc ] && . /etc/default/svc\n" },
      { text: "#!/bin/sh\nif [ -f /etc/default/svc ]; then\n  . /etc/default/svc\nfi\n" },
      { text: "#!/bin/sh\n[ -r /etc/default/svc ] && \\\n  . /etc/default/svc\n" },
    ],
  },
  check: (script) => {
    const tagged = lintianBody(script).unguardedDefaults;
    const outline = script.outline();
    if (outline === undefined) return tagged.map((line) => judge(script, line, true));
    const unguarded = outline.sourced.filter(
      ({ path, guarded }) => !guarded && path?.startsWith("/etc/default/") === true,
    );
    const within = (range: TextRange, line: SourceLine): boolean =>
      range.start >= line.start && range.start <= line.end;
    return [
      ...tagged.map((line) =>
        judge(
          script,
          line,
          unguarded.some((each) => within(each, line)),
        ),
      ),
      ...unguarded
        .filter((each) => !tagged.some((line) => within(each, line)))
        .map(({ command: { start, end }, path = "" }) => tell(script, { start, end }, path)),
    ];
  },
};

function judge(script: ScriptContext, line: SourceLine, told: boolean): ScriptReport {
  const blank = line.text.length - line.text.trimStart().length;
  const [command = "", path = ""] = /^\.\s+["']?([^"'\s;&|]*)["']?/.exec(line.text.slice(blank)) ?? [];
  const start = line.start + blank;
  return report(told, {
    ...tell(script, { start, end: start + command.length }, path),
    tags: [lintianTag("E", "init.d-script-sourcing-without-test", line.number)],
  });
}

function tell(script: ScriptContext, range: TextRange, path: string): ScriptReport {
  // The file as it is written, quotes and variables included.
  const written = script.text.slice(range.start, range.end).replace(/^(?:\.|source)\s+/, "");
  const edit = { start: range.start, end: range.start, text: `[ -r ${written} ] && ` };
  return {
    range,
    message: `the script ends here if ${quoted(path)} is not there`,
    fixes: [guess("Ask whether the file can be read", [edit])],
  };
}
