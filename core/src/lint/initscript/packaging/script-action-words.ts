import type { ScriptContext, ScriptReport, ScriptRule, ToolTag } from "../contract.ts";
import { message } from "../message.ts";
import { type LintianAction, lintianActions, lintianBody } from "./lintian-body.ts";
import { rpmlintBody } from "./rpmlint-body.ts";
import { lintianTag, rpmlintTag } from "./tool-tags.ts";

const difference =
  "Off by default. The tools look for a word anywhere in the text; `action-missing` looks at the branches of the `case`, and is right where the word occurs only in a message, or where a branch passes its argument on.";

export const scriptActionWords: ScriptRule = {
  id: "script-action-words",
  code: "IT720",
  severity: "information",
  group: "nursery",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  sources: ["observed: lintian 2.116, rpmlint 2.4 (lint-065, lint-066, lint-067)"],
  tags: [
    { tool: "lintian", tag: "init.d-script-does-not-implement-required-option", difference },
    { tool: "lintian", tag: "init.d-script-does-not-implement-status-option", difference },
    { tool: "rpmlint", tag: "no-status-entry", difference },
    { tool: "rpmlint", tag: "no-reload-entry", difference },
  ],
  docs: {
    what: "The name of an action that lintian or rpmlint looks for occurs nowhere in the script.",
    why: "The tools conclude that the action is missing, and a package with this script gets their tag.",
    instead: "Give the script a branch for the action.",
    wrong: [
      { text: '#!/bin/sh\ncase "$1" in start) svcd ;; stop) pkill svcd ;; esac\n' },
      { text: "#!/bin/sh\n# restart and status are missing\nstart; stop; force-reload\n" },
    ],
    right: [{ text: "#!/bin/sh\necho 'Usage: svc start|stop|restart|force-reload|status'\n" }],
  },
  check: (script) => {
    const { actions } = lintianBody(script);
    const { status, reload } = rpmlintBody(script);
    const reports = lintianActions
      .filter((action) => !actions.has(action))
      .map((action) => told(script, action, lintianWords(action)));
    if (!status) reports.push(told(script, "status", rpmlintTag("E", "no-status-entry")));
    if (!reload) reports.push(told(script, "reload", rpmlintTag("W", "no-reload-entry")));
    return reports;
  },
};

function lintianWords(action: LintianAction): ToolTag {
  return action === "status"
    ? lintianTag("I", "init.d-script-does-not-implement-status-option")
    : lintianTag("E", "init.d-script-does-not-implement-required-option");
}

function told(script: ScriptContext, action: string, tag: ToolTag): ScriptReport {
  return {
    range: script.lineRange(1),
    message: message("script-action-words", { tool: tag.tool, action }),
    tags: [tag],
  };
}
