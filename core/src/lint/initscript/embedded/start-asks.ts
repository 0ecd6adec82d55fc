import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import { atStart } from "../body/at-start.ts";
import { bodyFacts } from "../body/body-facts.ts";
import type { Places } from "../body/places.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";

const script = (command: string): string =>
  `#!/bin/sh\ncase "$1" in\n  start)\n    ${command}\n    webd\n    ;;\n  stop) killall webd ;;\nesac\n`;

export const startAsks: ScriptRule = {
  id: "start-asks",
  code: "IT967",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: ["buildroot", "openembedded", "openrc"],
  needs: ["shell"],
  sources: [
    "observed: rcS of Buildroot and OpenEmbedded, BusyBox 1.38.0: each script is waited for, with init's console as its input",
    "observed: openrc of Debian's 0.45.2 hands its input on: `echo hello | openrc default` ends the `read` of a start function; procd's scripts have an empty one (recorded case output)",
    "POSIX, read",
  ],
  docs: {
    what: "`start` asks a question with `read`.",
    why: "rcS and OpenRC wait for each script, without a limit: until somebody types a line on the console nothing else starts, not even getty.\nThe rule is silent about a `read` whose input comes from elsewhere, and about one with a time limit (`-t`).",
    instead: "Take the answer from a file, or give `read` a time limit: `read -t 5 answer`.",
    wrong: [
      { text: script('read -p "Start? " answer'), name: "S50web" },
      { text: "#!/sbin/openrc-run\nstart() {\n\tread answer\n}\n" },
    ],
    right: [
      { text: script('read -t 5 -p "Start? " answer'), name: "S50web" },
      { text: script("read answer < /etc/answer"), name: "S50web" },
    ],
  },
  check: (context) => {
    const facts = bodyFacts(context);
    const { outline } = facts ?? {};
    if (facts === undefined || outline === undefined || outline.shell.errors.length > 0) return [];
    // What is redirected as a whole has another input, and nobody can tell which.
    if (/<|\bexec\b/.test(context.text.replace(/^[ \t]*#.*$/gm, ""))) return [];
    // Services that start side by side do not wait for one that asks.
    if (/^[ \t]*rc_parallel=["']?yes/im.test(context.tree?.signs.get("etc/rc.conf") ?? "")) return [];
    const commands = atStart(context, outline);
    // A function in a pipe reads from it, too.
    const piped = new Set(
      commands.flatMap(({ name, command }) => (isInPipe(facts.places, command) ? (name ?? []) : [])),
    );
    const asking = commands.find(
      (each) => !each.via.some((name) => piped.has(name)) && asks(outline, facts.places, each),
    );
    return asking === undefined ? [] : [{ range: asking.command, message: message("start-asks") }];
  },
};

function asks(
  { functions }: ScriptOutline,
  places: Places,
  { name, command, background, tested }: ReachedCommand,
): boolean {
  if (name !== "read" || functions.has("read") || background || tested) return false;
  if (command.words.some(({ text }) => /^-[a-zA-Z]*[tu]/.test(text))) return false;
  return !isInPipe(places, command);
}

/** What stands in a pipe, at any depth, reads from it. */
function isInPipe(places: Places, command: ShellStatement): boolean {
  for (let at: ShellStatement | undefined = command; at !== undefined; at = places.get(at)?.owner)
    if (["part", "last-part", "substitution"].includes(places.get(at)?.role ?? "part")) return true;
  return false;
}
