import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcBackupRuns: ScriptRule = {
  id: "rc-backup-runs",
  code: "IT822",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, sysv-rc 3.06"],
  docs: {
    what: "An entry of an rc folder is a backup copy, and rc runs it.",
    why: "Debian's rc skips no name at all, and Red Hat's skips only some endings.\nSo the old version of a script runs in addition to the new one.",
    instead: "Delete the entry, or keep backup copies elsewhere.",
    wrong: [{ text: exampleScript({}), files: [{ path: "etc/rc2.d/S20svc.bak", target: "../init.d/svc" }] }],
    right: [
      { text: exampleScript({}), files: [{ path: "etc/rc2.d/S20svc", target: "../init.d/svc" }] },
      {
        text: exampleScript({}),
        files: [
          { path: "etc/redhat-release", text: "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n" },
          { path: "etc/rc2.d/S20svc.bak", target: "../init.d/svc" },
        ],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-backup-runs"),
};
