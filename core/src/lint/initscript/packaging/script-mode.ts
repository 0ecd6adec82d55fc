import type { ScriptContext, ScriptReport, ScriptRule, ToolTag } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { isTemplate } from "../shell/template.ts";
import { lintianTag, report, rpmlintTag } from "./tool-tags.ts";

export const scriptMode: ScriptRule = {
  id: "script-mode",
  code: "IT725",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["mode"],
  sources: ["observed: lintian 2.116, rpmlint 2.4 (lint-071)", "observed: Debian's rc, Red Hat's rc"],
  tags: [
    {
      tool: "lintian",
      tag: "non-standard-file-permissions-for-etc-init.d-script",
      difference:
        "lintian accepts only 0755; we report what has consequences: a script that cannot be run, or that users other than root can change.",
    },
    {
      tool: "rpmlint",
      tag: "init-script-non-executable",
      difference: "rpmlint also wants the owner to be able to read the file; root always can.",
    },
  ],
  docs: {
    what: "The permissions of the file do not suit an init script.",
    why: "A script that is not executable is skipped by rc and insserv, or called in vain.\nA script that other users may change runs with root's rights at the next boot.",
    instead: "Set the permissions with `chmod 755`.",
    wrong: [
      { text: exampleScript({}), mode: 0o644 },
      { text: exampleScript({}), mode: 0o775 },
    ],
    right: [{ text: exampleScript({}) }, { text: exampleScript({}), mode: 0o700 }],
  },
  check: (script) => {
    const { mode, name } = script;
    if (mode === undefined) return [];
    const permissions = mode & 0o7777;
    const tags: ToolTag[] = [];
    if (permissions !== 0o755 && name !== "README" && name !== "skeleton")
      tags.push(lintianTag("E", "non-standard-file-permissions-for-etc-init.d-script"));
    if ((mode & 0o500) !== 0o500) tags.push(rpmlintTag("E", "init-script-non-executable"));
    return tags.length === 0 ? [] : [judge(script, permissions, tags)];
  },
};

/** Names of scripts in the sources of a package, which its build installs under another name. */
const isSource = /\.(?:init|initd|in|j2|erb)$/;

function judge(script: ScriptContext, mode: number, tags: readonly ToolTag[]): ScriptReport {
  const octal = mode.toString(8).padStart(3, "0");
  const idle = (mode & 0o100) === 0;
  const isWritable = (mode & 0o022) !== 0;
  const missed = idle && needsBit(script);
  return report(missed || isWritable, {
    range: script.lineRange(1),
    message: missed
      ? message("script-mode", { octal, fails: fails(script) })
      : message("script-mode.writable", { octal }),
    tags,
  });
}

/** Whether the script would be called but for the bit; in some families the bit is how people switch services off. */
function needsBit({ family, name, text, sections }: ScriptContext): boolean {
  // What a build makes of a source gets permissions of its own.
  if (isSource.test(name) || isTemplate(text)) return false;
  if (family.families.length === 0) return sections().length > 0;
  return family.families.some(
    ({ calls, linksBy }) =>
      calls.withoutBit !== "switched-off" &&
      calls.sourced?.test(name) !== true &&
      // A name says of itself whether it is called.
      (linksBy !== "name" || /^S../s.test(name)),
  );
}

function fails({ family }: ScriptContext): boolean {
  return family.families.length > 0 && family.families.every(({ calls }) => calls.withoutBit === "fails");
}
