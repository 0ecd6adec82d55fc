import { baseName } from "../../../initscript/base-name.ts";
import { scriptActions } from "../../../initscript/facts/script-actions.ts";
import { lockPath, reachOf } from "../../../initscript/script/lock-behaviour.ts";
import type { ScriptOutline } from "../../../initscript/script/outline.ts";
import { listOf, type Message } from "../../../text/message.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { defaultDelegates } from "./body-facts.ts";
import { librariesOf, readsLibrary } from "./libraries.ts";

export const actionMissing: ScriptRule = {
  id: "action-missing",
  code: "IT840",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "The script has no branch for an action that other programs or people call.",
    why: "rc needs start and stop; updates call restart and force-reload; administrators and monitors ask for the status.\nThe LSB requires all five of them; Debian's policy requires the first four and encourages `status`.\nA script that starts no daemon has nothing to reload and no status.\nOnly branches count: the word in a comment or a message does not make the action work.",
    instead: "Add the branch; force-reload may do the same as restart.",
    wrong: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\n  status) status svcd ;;\n  *) echo "Usage: $0 {start|stop|status}" >&2; exit 2 ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\n  status) status svcd ;;\n  restart) $0 stop; $0 start ;;\n  force-reload) $0 restart ;;\n  *) echo "Usage: $0 {start|stop|status}" >&2; exit 2 ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    ;;\n  stop)\n    killproc -p /run/svcd.pid svcd\n    ;;\n  restart|force-reload)\n    $0 stop\n    $0 start\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    ;;\n  stop)\n    killproc -p /run/svcd.pid svcd\n    ;;\n  restart|force-reload)\n    $0 stop\n    $0 start\n    ;;\n  status)\n    status -p /run/svcd.pid svcd\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd ;;\n  restart|force-reload) $0 stop; $0 start ;;\n  status) status svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) /usr/sbin/svcctl boot ;;\n  *) exec /usr/sbin/svcctl "$@" ;;\nesac\n',
      },
      { text: "#!/lib/init/init-d-script\nDAEMON=/usr/sbin/svcd\n" },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const outline = script.outline();
    if (outline === undefined || (outline.dispatch !== "case" && outline.dispatch !== "call")) return [];
    // A case on runlevels, say, is no init script's; BusyBox's rcS calls its scripts for start and stop only.
    const known = outline.arm("start") ?? outline.arm("stop");
    if (known === undefined || defaultDelegates(outline)) return [];
    const lacking = scriptActions.filter(
      ({ name, required }) => required && outline.arm(name) === undefined && !testedFor(outline, name),
    );
    const missing = lacking
      .map(({ name }) => ({ name, who: whoAsks(script, name) }))
      .filter(({ who }) => isAsked(script, who) && (who === "rc" || runsDaemon(script, outline)));
    const at = outline.arms.find(({ isDefault }) => isDefault) ?? outline.arms.at(-1);
    if (missing.length === 0 || at === undefined) return [];
    const isLittle = missing.every(({ name, who }) => isWish(name, who));
    return [
      {
        range: at.head,
        ...(isLittle ? { severity: "information" as const } : {}),
        message: complaint(script, missing),
        fixes: addArms(
          script,
          outline,
          missing.map(({ name }) => name),
        ),
      },
    ];
  },
};

/** Who asks for an action: rc calls it, a family's policy wants or encourages it, the standard has it. */
type Asker = "rc" | "policy" | "encouraged" | "lsb";

interface MissingAction {
  readonly name: string;
  readonly who: Asker;
}

const askers: readonly Asker[] = ["rc", "policy", "lsb", "encouraged"];

function whoAsks({ family }: ScriptContext, action: string): Asker {
  if (action === "start" || action === "stop") return "rc";
  return policyOf(family)?.asksFor[action] ?? "lsb";
}

function policyOf({
  families,
}: ScriptContext["family"]): ScriptContext["family"]["families"][number] | undefined {
  return families.find(({ asksFor }) => Object.keys(asksFor).length > 0);
}

/**
 * Whether anybody asks for it in this script: where the standard counts, all of them; where the name alone says that a
 * script is called, start and stop.
 */
function isAsked({ family, sections }: ScriptContext, who: Asker): boolean {
  const { families } = family;
  if (families.length === 0) return sections().length > 0;
  return families.some(({ readsHeaders, linksBy }) => readsHeaders || (who === "rc" && linksBy === "name"));
}

/** Nothing of the system calls it. */
function isWish(name: string, who: Asker): boolean {
  return who === "encouraged" || (who === "lsb" && name !== "restart");
}

/** `there is no arm for restart, which the LSB asks for, and none for status, which Debian encourages`. */
function complaint({ family }: ScriptContext, missing: readonly MissingAction[]): Message {
  const title = policyOf(family)?.title ?? "";
  const parts = askers.flatMap((who) => {
    const names = missing.filter((each) => each.who === who).map(({ name }) => name);
    return names.length === 0 ? [] : { who, missing: listOf(names, "or"), family: title };
  });
  const [first = { who: "lsb", missing: "", family: title }, ...rest] = parts;
  const more = rest.map((part) => message("action-missing.more", part));
  return message("action-missing", { ...first, more: more.length > 0, rest: listOf(more, "and") });
}

/** Programs that do something once; a script that has nothing else starts no daemon. */
const once = new Set(
  "[ [[ test true false : echo printf cat ls cp mv rm mkdir rmdir ln chmod chown touch find grep egrep fgrep sed awk cut head tail tr sort uniq wc expr basename dirname readlink date hostname domainname uname id mount umount swapon swapoff modprobe insmod rmmod depmod sysctl hwclock loadkeys setfont kbdrate mknod dmesg logger stty sync sleep ip ifconfig route iptables ip6tables mdadm vgchange lvm cryptsetup dd fsck e2fsck tune2fs mkswap losetup udevadm hdparm alsactl amixer swaplabel return exit set shift cd umask ulimit export local read eval unset break continue exec . source trap wait kill log_success_msg log_failure_msg log_warning_msg log_daemon_msg log_progress_msg log_end_msg log_action_msg log_action_begin_msg log_action_cont_msg log_action_end_msg action success failure passed warning".split(
    " ",
  ),
);

/** Whether starting or stopping runs something that may stay; what cannot be followed may. */
function runsDaemon(script: ScriptContext, outline: ScriptOutline): boolean {
  return ["start", "stop"].some((action) => {
    const reach = reachOf(outline, script.name, action);
    if (reach === undefined) return false;
    return (
      !reach.complete ||
      reach.commands.some(({ name, background, command }) => {
        if (command.words.length === 0) return false;
        return background || name === undefined || !(once.has(name) || outline.functions.has(name));
      })
    );
  });
}

/** A script may look for a single action before its `case`. */
function testedFor({ topLevel, resolve }: ScriptOutline, action: string): boolean {
  return topLevel.some(
    ({ name, command }) =>
      (name === "[" || name === "[[" || name === "test") &&
      command.words.some((word) => resolve(word) === action),
  );
}

function addArms(script: ScriptContext, outline: ScriptOutline, missing: readonly string[]): readonly Fix[] {
  const bodies = missing.map((name) => [name, bodyOf(script, outline, name)] as const);
  const known = bodies.filter(([, body]) => body !== undefined);
  const last = outline.arms.findLast(({ isDefault }) => !isDefault);
  if (outline.dispatch !== "case" || known.length === 0 || last === undefined) return [];
  const { text } = script;
  const behind = outline.arms.find(({ isDefault }) => isDefault);
  const pattern = text.slice(last.range.start, last.range.end);
  const indent = blanksBefore(text, last.range.start);
  const newline = text.indexOf("\n", last.range.end);
  const at = behind === undefined ? newline + 1 : text.lastIndexOf("\n", behind.range.start - 1) + 1;
  if (
    indent === undefined ||
    at <= 0 ||
    (behind !== undefined && blanksBefore(text, behind.range.start) === undefined)
  )
    return [];
  if (behind === undefined && !/^[ \t;]*$/.test(text.slice(last.range.end, newline))) return [];
  const inner = /\n([ \t]*)\S/.exec(pattern)?.[1];
  const arms = known.map(([name, body = []]) =>
    inner === undefined
      ? `${indent}${name}) ${body.join("; ")} ;;\n`
      : `${indent}${name})\n${[...body, ";;"].map((line) => `${inner}${line}\n`).join("")}`,
  );
  const title = message("action-missing.add-arms", {
    known: listOf(
      known.map(([name]) => name),
      "and",
    ),
  });
  return [{ title, kind: "suggestion", edits: [{ start: at, end: at, text: arms.join("") }] }];
}

function bodyOf(script: ScriptContext, outline: ScriptOutline, name: string): readonly string[] | undefined {
  const both = outline.arm("start") !== undefined && outline.arm("stop") !== undefined;
  switch (name) {
    case "restart":
      return both ? ["$0 stop", "$0 start"] : undefined;
    case "force-reload":
      return both || outline.arm("restart") !== undefined ? ["$0 restart"] : undefined;
    case "status":
      return statusBody(script, outline);
    default:
      return undefined;
  }
}

function statusBody(script: ScriptContext, outline: ScriptOutline): readonly string[] | undefined {
  const { libraries } = librariesOf(outline);
  if (libraries.has("lsb") && outline.assignments.has("DAEMON") && outline.assignments.has("NAME"))
    return ['status_of_proc "$DAEMON" "$NAME"'];
  const stop = reachOf(outline, script.name, "stop");
  const killproc = stop?.commands.find((each) => each.name === "killproc");
  if (!readsLibrary(outline, "redhat") || killproc === undefined || outline.functions.has("status"))
    return undefined;
  const words = killproc.command.words.slice(1);
  const pidFile = words[0]?.text === "-p" && words[1] !== undefined ? `-p ${words[1].text} ` : "";
  const program = words[pidFile === "" ? 0 : 2];
  if (program === undefined || program.text.startsWith("-")) return undefined;
  const base = baseName(outline.resolve(program) ?? "");
  const lock =
    script.name !== "" && script.text.includes(lockPath) && base !== script.name ? `-l ${script.name} ` : "";
  return [`status ${pidFile}${lock}${program.text}`];
}

/** The blanks before an arm that begins its line; undefined for one that does not. */
function blanksBefore(text: string, start: number): string | undefined {
  return /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start))?.[1];
}
