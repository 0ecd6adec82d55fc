import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcEntryNoLink: ScriptRule = {
  id: "rc-entry-no-link",
  code: "IT830",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, sysv-rc 3.06, insserv 1.24.0"],
  docs: {
    what: "An rc folder has a file of its own where a link to the script is expected.",
    why: "rc runs the file, but it is not kept up to date: a new version of the script in init.d changes nothing.\ninsserv calls the entry corrupt or invalid and leaves it alone.",
    instead: "Put a link to the script in init.d in its place.",
    wrong: [{ text: exampleScript({}), files: [{ path: "etc/rc2.d/S20svc", text: exampleScript({}) }] }],
    right: [{ text: exampleScript({}), files: [{ path: "etc/rc2.d/S20svc", target: "../init.d/svc" }] }],
  },
  check: (script) => reportLinks(script, "rc-entry-no-link"),
};
