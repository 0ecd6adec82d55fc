import type { Message } from "../../../text/message.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript } from "./example.ts";
import { type OeLinks, oeLinks } from "./links.ts";

const system = [
  {
    path: "etc/init.d/rcS",
    text: "#!/bin/sh\nfor i in /etc/rcS.d/S??* /etc/rc5.d/S??*; do\n  $i start\ndone\n",
  },
  { path: "etc/init.d/rcK", text: "#!/bin/sh\nfor i in /etc/rc6.d/K??*; do\n  $i stop\ndone\n" },
  { path: "etc/default/rcS", text: "INIT_SYSTEM=busybox\n" },
];

export const oeBusyboxLinks: ScriptRule = {
  id: "oe-busybox-links",
  code: "IT965",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree"],
  sources: ["observed: rcS and rcK of OpenEmbedded for BusyBox init (boot.json)"],
  docs: {
    what: "The links of a script are in runlevels that nothing reads.",
    why: "BusyBox init has no runlevels: rcS starts what is in `/etc/rcS.d` and `/etc/rc5.d`, and rcK stops what is in `/etc/rc6.d`.\nA service with links only in 2, 3 or 4 is never started, and one with a stop link only in 0 is never stopped.",
    instead: "Name runlevel 5 in the start part of INITSCRIPT_PARAMS, and 6 in the stop part.",
    wrong: [{ text: oeScript, files: [...system, oeLink("rc3.d/S20svc"), oeLink("rc6.d/K20svc")] }],
    right: [{ text: oeScript, files: [...system, oeLink("rc5.d/S20svc"), oeLink("rc6.d/K20svc")] }],
  },
  check: (script) => {
    const links = oeLinks(script);
    const what = links?.program === "links-for-busybox" ? judge(links) : undefined;
    return what === undefined ? [] : [{ range: script.lineRange(1), message: what }];
  },
};

function judge({ own }: OeLinks): Message | undefined {
  const levelsOf = (letter: string) =>
    own.filter(({ name }) => name.startsWith(letter)).map(({ level }) => level);
  const [starts, stops] = [levelsOf("S"), levelsOf("K")];
  const isStarted = starts.some((level) => level === "5" || level === "S");
  const [start] = starts.filter((level) => /^[2-4]$/.test(level));
  if (!isStarted)
    return start === undefined ? undefined : message("oe-busybox-links.start", { level: start });
  const [stop] = stops;
  return stop === undefined || stops.includes("6")
    ? undefined
    : message("oe-busybox-links.stop", { level: stop });
}
