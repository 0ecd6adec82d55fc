import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { reachOf } from "../../../initscript/script/lock-behaviour.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { addWord, guess, headerRange, insertKeywords } from "./edits.ts";
import { lintianBody } from "./lintian-body.ts";
import { missing } from "./lsb-keyword-missing.ts";
import { lintianTag, report } from "./tool-tags.ts";
import { isForChkconfigOnly } from "./tool-view.ts";

const sides = [
  { levels: "Default-Start", keyword: "Required-Start", enough: /^\$(?:local_fs|remote_fs|all)$/ },
  {
    levels: "Default-Stop",
    keyword: "Required-Stop",
    enough: /^(?:\$(?:local_fs|remote_fs|all)|umountn?fs)$/,
  },
] as const;

const body = "touch /var/run/svc.up\n";

export const lsbLocalFsMissing: ScriptRule = {
  id: "lsb-local-fs-missing",
  code: "IT716",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["Linux Standard Base 5.0, Facility Names", "observed: lintian 2.116 (lint-012)"],
  tags: [
    {
      tool: "lintian",
      tag: "init.d-script-missing-dependency-on-local_fs",
      difference:
        "Not reported for Red Hat's scripts, because rc.sysinit mounts file systems before rc runs any of them, nor where `/var/` is only mentioned in a message.",
    },
  ],
  docs: {
    what: "The script uses `/var` but does not require that file systems are mounted.",
    why: "At boot it may run before `/var` is mounted and write into the folder below the mount point.\nAt shutdown `/var` may be gone before the script stops.",
    instead: "Require `$local_fs`, or `$remote_fs`, which includes it and `/usr`.",
    wrong: [
      {
        text: exampleScript({ "Required-Start": "$syslog" }) + body,
        fixed: exampleScript({ "Required-Start": "$syslog $local_fs" }) + body,
      },
      {
        text: `${exampleScript({ "Required-Stop": "" })}${body}/usr/sbin/svcd\n`,
        fixed: `${exampleScript({})}${body}/usr/sbin/svcd\n`,
      },
    ],
    right: [
      { text: exampleScript({}) + body },
      { text: `${exampleScript({ "Required-Start": "" })}# /var/run is not used\n` },
    ],
  },
  check: (script) => {
    const { varUse } = lintianBody(script);
    if (varUse === undefined) return [];
    const { values } = script.lintian();
    return sides.flatMap(({ levels, keyword, enough }): readonly ScriptReport[] => {
      if ((values.get(levels)?.words.length ?? 0) === 0) return [];
      const value = values.get(keyword);
      if (value?.words.some(({ text }) => enough.test(text)) === true) return [];
      const use = codeUse(script);
      // A keyword that is missing altogether is told once, with what it would have to say.
      const isToldAlready = value === undefined && missing(script, "lintian").includes(keyword);
      const told = use !== undefined && !isForChkconfigOnly(script) && !isToldAlready;
      return [
        report(told && (keyword === "Required-Start" || usesVarToStop(script)), {
          range: value === undefined ? headerRange(script) : script.lineRange(value.line),
          message: message("lsb-local-fs-missing", { keyword }),
          related: [{ range: use ?? varUse, message: message("lsb-local-fs-missing.related") }],
          fixes: [repair(script, keyword)],
          tags: [lintianTag("E", "init.d-script-missing-dependency-on-local_fs")],
        }),
      ];
    });
  },
};

/** Whether stopping does something with /var, as far as can be told; what cannot be followed may. */
function usesVarToStop(script: ScriptContext): boolean {
  const outline = script.outline();
  const reach = outline === undefined ? undefined : reachOf(outline, script.name, "stop");
  if (outline === undefined || reach === undefined || !reach.complete) return true;
  const { text } = script;
  const named = [...outline.assignments].flatMap(([name, all]) =>
    all.some(({ start, end }) => text.slice(start, end).includes("/var/")) ? name : [],
  );
  const mentions = new RegExp(["/var/", ...named.map((name) => `\\$\\{?${name}\\b`)].join("|"));
  return [...reach.commands, ...outline.topLevel].some(
    ({ command, name }) => name !== undefined && mentions.test(text.slice(command.start, command.end)),
  );
}

/** The first mention of /var that is no part of a message. */
function codeUse({ lines, text, lintian }: ScriptContext): ScriptReport["range"] | undefined {
  const { section } = lintian();
  for (const { start, number, text: line } of lines) {
    if (section !== undefined && number >= section.from && number <= section.to) continue;
    const code = line.split("#", 1)[0] ?? "";
    const at = code.indexOf("/var/");
    if (at < 0 || /\b(?:echo|printf|log_\w+)\b/.test(code.slice(0, at))) continue;
    const end = /\s|$/.exec(text.slice(start + at))?.index ?? 0;
    return { start: start + at, end: start + at + end };
  }
  return undefined;
}

function repair(script: ScriptContext, keyword: LsbKeyword): ReturnType<typeof guess> {
  const facility = /^[^#\n]*\/usr\//m.test(script.text) ? "$remote_fs" : "$local_fs";
  const value = script.lintian().values.get(keyword);
  const edits =
    value === undefined ? insertKeywords(script, [keyword], facility) : [addWord(script, value, facility)];
  return guess(message("fix.add", { text: facility }), edits);
}
