import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";
import { oeLinks, placeOf } from "./links.ts";

export const oeStopLinkDigits: ScriptRule = {
  id: "oe-stop-link-digits",
  code: "IT960",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree"],
  sources: ["observed: rc of OpenEmbedded (oe-rc.json)"],
  docs: {
    what: "The K of a K link is not followed by two digits.",
    why: "rc stops only what is called `K[0-9][0-9]*`, although it starts everything that begins with an S.",
    instead: "Call the link `K`, two digits, and the name of the script.",
    wrong: [{ text: oeScript, files: [...oeSystem, oeLink("rc0.d/K5svc")] }],
    right: [{ text: oeScript, files: [...oeSystem, oeLink("rc0.d/K05svc")] }],
  },
  check: (script) => {
    const links = oeLinks(script);
    if (links?.program !== "links") return [];
    const lost = links.own.filter(({ name }) => /^K(?![0-9][0-9])/.test(name));
    const [first] = lost;
    return first === undefined
      ? []
      : [{ range: script.lineRange(1), message: message("oe-stop-link-digits", { link: placeOf(first) }) }];
  },
};
