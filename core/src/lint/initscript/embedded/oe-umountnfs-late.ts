import { byBytesOf } from "../../../initscript/boot/name-order.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { oeLink, oeScript, oeSystem } from "./example.ts";
import { oeLinks, placeOf, restOf } from "./links.ts";

const networking = { path: "etc/init.d/networking", text: oeScript };

export const oeUmountnfsLate: ScriptRule = {
  id: "oe-umountnfs-late",
  code: "IT963",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["openembedded"],
  needs: ["tree", "name"],
  sources: ["spec of OpenEmbedded's own links: umountnfs.sh at 31, networking at 80"],
  docs: {
    what: "`umountnfs.sh` comes after `networking` on shutdown.",
    why: "Without a network the file systems of other machines cannot be unmounted: the shutdown hangs for minutes.",
    instead: "Give umountnfs.sh a lower number than networking; OpenEmbedded uses 31 and 80.",
    wrong: [
      {
        text: oeScript,
        name: "umountnfs.sh",
        files: [
          ...oeSystem,
          networking,
          oeLink("rc6.d/K80networking", "networking"),
          oeLink("rc6.d/K90umountnfs.sh", "umountnfs.sh"),
        ],
      },
    ],
    right: [
      {
        text: oeScript,
        name: "umountnfs.sh",
        files: [
          ...oeSystem,
          networking,
          oeLink("rc6.d/K80networking", "networking"),
          oeLink("rc6.d/K31umountnfs.sh", "umountnfs.sh"),
        ],
      },
    ],
  },
  check: (script) => {
    const links = script.name === "umountnfs.sh" ? oeLinks(script) : undefined;
    if (links === undefined) return [];
    for (const own of links.own) {
      if (!/^[06]$/.test(own.level) || !own.name.startsWith("K")) continue;
      const down = links.tree.folders
        .get(own.level)
        ?.entries.find(({ name }) => name.startsWith("K") && restOf(name) === "networking");
      if (down === undefined || byBytesOf(own.name, down.name) < 0) continue;
      const said = { link: placeOf(own), network: placeOf(down) };
      return [{ range: script.lineRange(1), message: message("oe-umountnfs-late", said) }];
    }
    return [];
  },
};
