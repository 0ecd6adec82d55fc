import type { Message } from "../../../text/message.ts";
import type { Severity } from "../../contract.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const script = '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';

export const nameForRcs: ScriptRule = {
  id: "name-for-rcs",
  code: "IT831",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["buildroot"],
  needs: ["name"],
  sources: ["observed: rcS and rcK of Buildroot, BusyBox 1.38.0 (br-order-*, br-name-*)"],
  docs: {
    what: "The name of a script, which is all that Buildroot's rcS looks at, does not mean what it seems to mean.",
    why: "rcS runs everything in `/etc/init.d` whose name begins with a capital S and has at least two more characters, in the order of the text: `S100svc` comes before `S20svc`, and copies such as `S20svc.bak` run in addition to the script.\nrcK makes its list with `ls`, and loses a name that contains a blank.",
    instead:
      "Name the script `S`, two digits, and the name of the daemon; move copies elsewhere, or give them a name that does not begin with `S`.",
    wrong: [
      { text: script, name: "S100svc" },
      { text: script, name: "S50svc.bak" },
      { text: script, name: "S50 svc" },
    ],
    right: [
      { text: script, name: "S50svc" },
      { text: script, name: "S50svc.sh" },
    ],
  },
  check: (context) => {
    const told = judge(context.name);
    return told === undefined ? [] : [{ range: context.lineRange(1), ...told }];
  },
};

/** Endings of copies, as editors, packages and people make them. */
const copy = /(?:~|\.(?:bak|orig|old|save|disabled|off|new|rej|swp|dpkg-\w+|rpm\w+))$/i;

function judge(name: string): { readonly message: Message; readonly severity?: Severity } | undefined {
  if (!name.startsWith("S")) return undefined;
  if (/[\s*?[]/.test(name)) return { message: message("name-for-rcs.split", { name }) };
  if (copy.test(name)) return { message: message("name-for-rcs.copy", { name }) };
  const [, digits = ""] = /^S(\d*)/.exec(name) ?? [];
  if (digits.length > 2)
    return { message: message("name-for-rcs.digits", { name, before: `S${digits.slice(0, 2)}` }) };
  if (digits.length < 2) return { message: message("name-for-rcs.number"), severity: "information" };
  return undefined;
}
