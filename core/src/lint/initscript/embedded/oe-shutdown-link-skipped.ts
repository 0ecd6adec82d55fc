import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";
import { oeLinks, placeOf, restOf } from "./links.ts";

export const oeShutdownLinkSkipped: ScriptRule = {
  id: "oe-shutdown-link-skipped",
  code: "IT961",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree"],
  sources: ["observed: rc of OpenEmbedded (oe-rc.json)"],
  docs: {
    what: "The script has an S link in runlevel 0 or 6 and one in a runlevel that the machine comes from.",
    why: "rc skips the S links of a service that the previous runlevel had as well, even on shutdown: the last steps, such as sendsigs or umountfs, do not happen.",
    instead: "Keep only the links in 0 and 6, or give that runlevel a K link too.",
    wrong: [
      {
        text: oeScript,
        files: [...oeSystem, oeLink("rc5.d/S20svc"), oeLink("rc6.d/S40svc")],
      },
    ],
    right: [
      {
        text: oeScript,
        files: [...oeSystem, oeLink("rc5.d/S20svc"), oeLink("rc6.d/K40svc")],
      },
    ],
  },
  check: (script) => {
    const links = oeLinks(script);
    if (links?.program !== "links") return [];
    const { own } = links;
    const starts = own.filter(({ name }) => /^S[0-9][0-9]/.test(name));
    const skipped = starts.filter(({ level, name }) => {
      const isStopped = own.some((other) => other.level === level && /^K[0-9][0-9]/.test(other.name));
      return /^[06]$/.test(level) && !isStopped && before(restOf(name)) !== undefined;
    });
    function before(rest: string): (typeof starts)[number] | undefined {
      return starts.find(({ level, name }) => /^[2-5]$/.test(level) && restOf(name) === rest);
    }
    const [first] = skipped;
    const earlier = first === undefined ? undefined : before(restOf(first.name));
    if (first === undefined || earlier === undefined) return [];
    const said = { link: placeOf(first), other: placeOf(earlier), level: earlier.level };
    return [{ range: script.lineRange(1), message: message("oe-shutdown-link-skipped", said) }];
  },
};
