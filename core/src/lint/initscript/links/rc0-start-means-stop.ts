import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rc0StartMeansStop: ScriptRule = {
  id: "rc0-start-means-stop",
  code: "IT827",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: sysv-rc 3.06"],
  docs: {
    what: "Debian: a script has an S link in level 0 or 6.",
    why: "In these levels rc calls S links with `stop`, behind the K links.\nThe script never gets `start` there.",
    instead: "Nothing, if that is meant; a K link says it more clearly.",
    wrong: [
      {
        text: exampleScript({ "Default-Start": "", "Default-Stop": "0 6" }),
        files: [{ path: "etc/rc0.d/S20svc", target: "../init.d/svc" }],
      },
    ],
    right: [
      {
        text: exampleScript({ "Default-Start": "", "Default-Stop": "0 6" }),
        files: [{ path: "etc/rc0.d/K01svc", target: "../init.d/svc" }],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc0-start-means-stop"),
};
