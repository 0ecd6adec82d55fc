import { rcFlavors } from "../../../initscript/facts/rc-flavors.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const script = (last: string): string => `#!/bin/sh\n[ -e /etc/noboot ] && ${last}\nmount -a\n`;

export const sourcedKillsCaller: ScriptRule = {
  id: "sourced-kills-caller",
  code: "IT966",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["buildroot", "openembedded"],
  needs: ["name"],
  sources: ["observed: rcS of Buildroot, rc of OpenEmbedded (boot.json, oe-rc.json)"],
  docs: {
    what: "A script whose name ends in `.sh` kills `$$`.",
    why: "Such a script is read by a subshell of rcS, or of rc, and `$$` is still the number of that program: it is killed, and nothing after this script is started.",
    instead: "Write `exit`, which ends only the subshell.",
    wrong: [{ text: script("kill $$"), name: "S20data.sh" }],
    right: [{ text: script("exit"), name: "S20data.sh" }],
  },
  check: (context) => {
    const { text, name, family } = context;
    const isSourced = family.families.some(({ calls }) => calls.sourced?.test(name) === true);
    if (!isSourced || !isRead(context)) return [];
    const match =
      /^(?:[^#\n]*[\s;&|({])?kill[ \t]+(?:-\w+[ \t]+|-s[ \t]+\w+[ \t]+)*["']?\$\$["']?(?=[\s;&|)]|$)/m.exec(
        text,
      );
    if (match === null) return [];
    const start = match.index + match[0].lastIndexOf("kill");
    const end = match.index + match[0].length;
    return [{ range: { start, end }, message: message("sourced-kills-caller") }];
  },
};

/** Some firmware of the kind runs them like all others. */
function isRead({ tree }: ScriptContext): boolean {
  const flavor = tree === undefined ? undefined : guessFlavor(tree)?.flavor;
  if (flavor === undefined) return true;
  const rc = rcFlavors[flavor];
  return rc.decidesBy !== "program" || rc.program !== "own-names-unquoted";
}
