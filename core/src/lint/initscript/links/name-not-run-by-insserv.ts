import {
  isBackupName,
  type NameObstacle,
  nameObstacle,
  readFileFilters,
} from "../../../initscript/insserv/file-names.ts";
import { scriptObstacle } from "../../../initscript/insserv/scan-scripts.ts";
import { insservSystem } from "../../../initscript/tree/systems.ts";
import type { Message } from "../../../text/message.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { headerRange, isReadByInsserv } from "../header/values.ts";
import { message } from "../message.ts";

export const nameNotRunByInsserv: ScriptRule = {
  id: "name-not-run-by-insserv",
  code: "IT828",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: "insserv",
  needs: ["name"],
  sources: ["observed: insserv 1.24.0 (ins-071 to ins-078)"],
  docs: {
    what: "The script has a header, but insserv ignores files with its name.",
    why: "insserv takes some names for documentation, for helpers or for backup copies: all that begin with README, Makefile, skeleton or powerfail, and every ending that begins with `ba`, `rpm`, `dpkg` or `ucf`, or is `new`, `old`, `org`, `save` or `core`.\nThe script gets no links, and other scripts do not find what it provides; insserv says nothing unless the script is named.",
    instead: "Rename the script.",
    wrong: [
      { text: exampleScript({ Provides: "svc" }), name: "svc.backend" },
      { text: exampleScript({ Provides: "skeleton-server" }), name: "skeleton-server" },
      { text: exampleScript({ Provides: "svc" }), name: "svc.new" },
    ],
    right: [
      { text: exampleScript({ Provides: "svc" }), name: "svc-backend" },
      { text: exampleScript({ Provides: "svc" }), name: "svc.dpkg-old" },
      { text: exampleScript({ Provides: "svc" }), name: "skeleton" },
    ],
  },
  check: (script) => {
    const { name, hasName } = script;
    if (!hasName || script.insserv().state !== "complete" || !isReadByInsserv(script)) return [];
    const range = headerRange(script);
    if (isLinkToScript(script))
      return [{ range, message: message("name-not-run-by-insserv.link", { name }) }];
    const obstacle = nameObstacle(name, readFileFilters(script.tree?.fileFilters?.text));
    if (obstacle === undefined || isOnPurpose(name, obstacle)) return [];
    return [{ range, message: message("name-not-run-by-insserv", { name, taken: taken(name, obstacle) }) }];
  },
};

function isLinkToScript({ tree, name }: ScriptContext): boolean {
  if (tree?.scripts.find((each) => each.name === name)?.linkTarget === undefined) return false;
  const script = insservSystem(tree).scripts.find((each) => each.name === name);
  return script !== undefined && scriptObstacle(script) === "link-to-script";
}

/** Names that nobody gives to a script that is to run. */
function isOnPurpose(name: string, obstacle: NameObstacle): boolean {
  if (obstacle === "hidden") return true;
  if (obstacle === "helper") return /^(?:README|skeleton|rc|rcS)$/.test(name);
  return (
    obstacle === "backup" &&
    /(?:~|,v|\.(?:bak|backup|old|orig|save|swp|dpkg-[\w-]+|ucf-[\w-]+|rpmnew|rpmorig|rpmsave))$/.test(name)
  );
}

function taken(name: string, obstacle: NameObstacle): Message {
  switch (obstacle) {
    case "hidden":
      return message("name-not-run-by-insserv.hidden");
    case "helper":
      return message("name-not-run-by-insserv.helper");
    case "first-character":
      return message("name-not-run-by-insserv.first-character");
    case "backup": {
      const isCopy = isBackupName(name) || name.endsWith("~");
      return message(isCopy ? "name-not-run-by-insserv.backup" : "name-not-run-by-insserv.filtered");
    }
  }
}
