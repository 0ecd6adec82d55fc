import type { SourceLine } from "../../../initscript/header/lines.ts";
import type { TextRange } from "../../../text/range.ts";
import { quoted } from "../../../text/words.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
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
  families: "all",
  sources: ["observed: lintian 2.116, dash 0.5.12, bash 5.2 (lint-068, lint-069)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-sourcing-without-test",
      difference:
        "lintian goes line by line: it sees neither `[ -r F ] && \\` on the line above nor a file named by a variable. We follow the shell, including a test further up that ends the script.",
    },
  ],
  docs: {
    what: "The script reads a file in `/etc/default` without checking that it exists.",
    why: "The file belongs to the administrator, who may delete it.\nIf the file after `.` does not exist, a shell called as `sh` exits, and the script ends with it: the service neither starts nor stops.\n`bash` under its own name complains and continues, unless `set -e` is on.",
    instead: "Check first: `[ -r /etc/default/svc ] && . /etc/default/svc`.",
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
      { text: "#!/bin/sh\nfile=/etc/default/svc\ntest -f $file || exit 0\n. $file\n" },
    ],
  },
  check: (script) => {
    const tagged = lintianBody(script).unguardedDefaults;
    const asked = askedFor(script);
    const goesOn = bashGoesOn(script);
    // A test above may end the script where the file is not there: `test -f F || exit 0`.
    const trusts = ({ start, end }: TextRange): boolean =>
      start > (asked.get(fileOf(script.text.slice(start, end))) ?? Number.POSITIVE_INFINITY);
    const outline = script.outline();
    if (outline === undefined)
      return tagged.map((line) =>
        judge(script, line, { told: !trusts(line) && !comesAlong(script, fileOf(line.text)), goesOn }),
      );
    const unguarded = outline.sourced.filter(
      ({ guarded, path, command }) =>
        !guarded &&
        path?.startsWith("/etc/default/") === true &&
        !trusts(command) &&
        !comesAlong(script, path),
    );
    const lineStart = (at: number): number => script.text.lastIndexOf("\n", at - 1) + 1;
    const starts = new Set(unguarded.map(({ command }) => lineStart(command.start)));
    const taggedStarts = new Set(tagged.map(({ start }) => start));
    return [
      ...tagged.map((line) => judge(script, line, { told: starts.has(line.start), goesOn })),
      ...unguarded
        .filter(({ command }) => !taggedStarts.has(lineStart(command.start)))
        .map(({ command: { start, end }, path = "" }) => tell(script, { start, end }, { path, goesOn })),
    ];
  },
};

/** Whether the file comes with the scripts that read it, and not from an administrator. */
function comesAlong({ family }: ScriptContext, path: string): boolean {
  return family.families.some(({ ownSettings }) => ownSettings.includes(path));
}

/** The files that the script tests, as they are written, and where it does so first. */
function askedFor({ lines }: ScriptContext): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const { start, text } of lines) {
    if (!text.includes(" -")) continue;
    const code = text.split("#", 1)[0] ?? "";
    for (const match of code.matchAll(/\s-[a-z]\s+["']?([^\s"';&|\]]+)/g)) {
      const [, file = ""] = match;
      if (!asked.has(file)) asked.set(file, start + match.index);
    }
  }
  return asked;
}

/** The file of a command `. FILE`, without its quotes. */
function fileOf(command: string): string {
  return command.replace(/^\s*(?:\.|source)\s+["']?|["']?\s*$/g, "");
}

/** Bash under its own name only complains about a file that is not there, unless it has to end at errors. */
function bashGoesOn(script: ScriptContext): boolean {
  const ends = /^(?:#!.*\s-\w*e|[^#\n]*\bset\s+-\w*e)/m;
  return /(?:^|\/)bash$/.test(lintianBody(script).interpreter) && !ends.test(script.text);
}

function judge(
  script: ScriptContext,
  line: SourceLine,
  { told, goesOn }: { readonly told: boolean; readonly goesOn: boolean },
): ScriptReport {
  const blank = line.text.length - line.text.trimStart().length;
  const [command = "", path = ""] = /^\.\s+["']?([^"'\s;&|]*)["']?/.exec(line.text.slice(blank)) ?? [];
  const start = line.start + blank;
  return report(told, {
    ...tell(script, { start, end: start + command.length }, { path, goesOn }),
    tags: [lintianTag("E", "init.d-script-sourcing-without-test", line.number)],
  });
}

function tell(
  script: ScriptContext,
  range: TextRange,
  { path, goesOn }: { readonly path: string; readonly goesOn: boolean },
): ScriptReport {
  // The file as it is written, quotes and variables included.
  const written = script.text.slice(range.start, range.end).replace(/^(?:\.|source)\s+/, "");
  const edit = { start: range.start, end: range.start, text: `[ -r ${written} ] && ` };
  return {
    range,
    ...(goesOn ? { severity: "information" as const } : {}),
    message: goesOn
      ? message("script-default-unguarded", { path: quoted(path) })
      : message("script-default-unguarded.ends", { path: quoted(path) }),
    fixes: [guess(message("script-default-unguarded.ask"), [edit])],
  };
}
