import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { flattened, functionsOf, isForRcCommon, usesProcd } from "./script-facts.ts";

export const openwrtBootWithoutStart: ScriptRule = {
  id: "openwrt-boot-without-start",
  code: "IT866",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["recorded cases boot-function and procd-override of OpenWrt"],
  docs: {
    what: "The script has both boot() and a start function, but boot() never calls start.",
    why: "Only boot() is called at boot; start runs only when called by hand.\nAfter a reboot the service is down although it is enabled.",
    instead: 'Call `start "$@"` at the end of boot().',
    wrong: [
      {
        text: "#!/bin/sh /etc/rc.common\nSTART=50\nboot() {\n\tmkdir -p /var/lib/web\n}\nstart() {\n\t/usr/sbin/web\n}\n",
      },
    ],
    right: [
      {
        text: '#!/bin/sh /etc/rc.common\nSTART=50\nboot() {\n\tmkdir -p /var/lib/web\n\tstart "$@"\n}\nstart() {\n\t/usr/sbin/web\n}\n',
      },
    ],
  },
  scope: "script",
  families: ["openwrt"],
  needs: ["shell"],
  check: (script) => {
    if (!isForRcCommon(script)) return [];
    const functions = functionsOf(script);
    const boot = functions.get("boot");
    const starter = usesProcd(script) === "yes" ? "start_service" : "start";
    if (boot === undefined || !functions.has(starter)) return [];
    const called = namesCalled(boot.body);
    // Functions of the script's own may call it, and what cannot be read may do anything.
    const calls = [...called].every(
      (name) => name !== undefined && !functions.has(name) && !starts.has(name),
    );
    return calls
      ? [{ range: boot.nameRange, message: message("openwrt-boot-without-start", { name: starter }) }]
      : [];
  },
};

/** What starts the service, or may. */
const starts: ReadonlySet<string> = new Set([
  "start",
  "restart",
  "reload",
  "rc_procd",
  "eval",
  ".",
  "source",
  "service",
]);

/** The names of all commands; undefined for one that is not known. */
function namesCalled(body: readonly ShellStatement[]): ReadonlySet<string | undefined> {
  return new Set(
    flattened(body).flatMap((statement) => {
      if (statement.kind === "unknown") return [undefined];
      if (statement.kind !== "command") return [];
      const names = statement.words.map(plainText);
      const [first] = names;
      // A program that is given `start` as a word may be the script itself.
      return names.includes("start") ? ["start"] : statement.words.length === 0 ? [] : [first];
    }),
  );
}
