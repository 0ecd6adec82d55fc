import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";
import { oeLinks, placeOf } from "./links.ts";

export const oeStartLinkTwice: ScriptRule = {
  id: "oe-start-link-twice",
  code: "IT962",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree"],
  sources: ["observed: rc of OpenEmbedded, and its rcS for BusyBox init (oe-rc.json, boot.json)"],
  docs: {
    what: "A runlevel has two S links for one script.",
    why: "The service is started twice, and once more at the next runlevel change: rc's check of the previous runlevel fails if two links match.\nupdate-rc.d makes no second link if there is one already, but if a layer changes the number, the old link stays in an image that is updated.",
    instead: "Delete the link with the number that is not meant.",
    wrong: [
      {
        text: oeScript,
        files: [...oeSystem, oeLink("rc5.d/S20svc"), oeLink("rc5.d/S70svc")],
      },
    ],
    right: [
      {
        text: oeScript,
        files: [...oeSystem, oeLink("rc3.d/S20svc"), oeLink("rc5.d/S70svc")],
      },
    ],
  },
  check: (script) => {
    const starts = oeLinks(script)?.own.filter(({ name }) => name.startsWith("S")) ?? [];
    const [twice] = starts.flatMap((one, at) => {
      const earlier = starts.slice(0, at).find(({ level }) => level === one.level);
      return earlier === undefined ? [] : [[earlier, one] as const];
    });
    if (twice === undefined) return [];
    const [first, second] = twice;
    const said = { first: placeOf(first), second: placeOf(second) };
    return [{ range: script.lineRange(1), message: message("oe-start-link-twice", said) }];
  },
};
