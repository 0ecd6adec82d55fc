import { foreignFunctions, lsbStandardFunctions } from "../../../initscript/facts/foreign-functions.ts";
import { helperFunctions, helperLibraries } from "../../../initscript/facts/helper-functions.ts";
import { scriptActions } from "../../../initscript/facts/script-actions.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { Message } from "../../../text/message.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { isPlainShell, librariesOf } from "./libraries.ts";

export const functionUndefined: ScriptRule = {
  id: "function-undefined",
  code: "IT855",
  severity: "warning",
  group: "error",
  since: "0.1.0",
  sources: [
    "sysvinit-utils 3.06, /lib/lsb/init-functions",
    "initscripts 9.03, /etc/init.d/functions",
    "LSB Core, Init Script Functions",
  ],
  docs: {
    what: "The script calls a function that neither it nor a file that it reads defines.",
    why: "The shell looks for a program of that name and finds none: the call fails with 127, and the rest goes on as if nothing had happened.\n`rc_status` is in SUSE's `/etc/rc.status`, `log_daemon_msg` and `status_of_proc` are Debian's own additions to `/lib/lsb/init-functions`, and `restart` is an action of the script, not a function.",
    instead:
      "Define the function, read the file that it is in, or call the script itself for an action.\nThe rule is silent about a script that reads a file whose contents are unknown.",
    wrong: [
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\nrc_reset\ncase "$1" in\n  start) start_daemon /usr/sbin/svcd; rc_status -v ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  restart) killproc svcd; daemon svcd ;;\n  condrestart) [ -f /var/lock/subsys/svc ] && restart ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  restart) killproc svcd; daemon svcd ;;\n  condrestart) [ -f /var/lock/subsys/svc ] && $0 restart ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/rc.status\nrc_reset\ncase "$1" in\n  start) startproc /usr/sbin/svcd; rc_status -v ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\nrestart() {\n  killproc svcd; daemon svcd\n}\ncase "$1" in\n  restart) restart ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || !isPlainShell(script.text) || facts.outline.dispatch === "init-d-script")
      return [];
    const { outline } = facts;
    if (outline.shell.errors.length > 0 || !librariesOf(outline).settingsOnly) return [];
    const all = everyCommand(outline);
    // What eval runs may define anything.
    if (all.some(({ reached }) => reached.name === "eval" || reached.name === "alias")) return [];
    const seen = new Set<string>();
    return all.flatMap(({ reached }): readonly ScriptReport[] => {
      const { name, command } = reached;
      const [word] = command.words;
      // A path is a program.
      if (name === undefined || word === undefined || outline.resolve(word) !== name) return [];
      if (seen.has(name) || outline.functions.has(name)) return [];
      const said = saidOf(script, outline, reached, name);
      if (said === undefined) return [];
      seen.add(name);
      const isArm = outline.dispatch === "case" && outline.arm(name) !== undefined;
      const self = `$0 ${name}`;
      return [
        {
          range: word,
          message: said,
          fixes: isArm ? [suggestion(message("fix.write", { text: self }), word, self)] : [],
        },
      ];
    });
  },
};

/** The sentence about a call of a function that nobody defines; undefined for all that may be there. */
function saidOf(
  script: ScriptContext,
  outline: ScriptOutline,
  { args }: ReachedCommand,
  name: string,
): Message | undefined {
  const { libraries } = librariesOf(outline);
  const foreign = foreignFunctions.find(({ functions }) => functions.includes(name));
  // Systems with functions of their own may read more into the same file.
  const isAtHome = script.family.families.some(({ library }) => library === undefined);
  if (foreign !== undefined && !isAtHome)
    return message("function-undefined.foreign", { name, home: foreign.home });
  if (libraries.has("lsb") && libraries.size === 1 && isOnRedHat(script) && isDebianOnly(name))
    return message("function-undefined.debian", { name, library: helperLibraries.lsb });
  if (libraries.size === 0 && outline.sourced.length === 0) {
    const library = isDebianOnly(name) ? "lsb" : redHatMarks.has(name) ? "redhat" : undefined;
    if (library !== undefined)
      return message("function-undefined.unread", { name, library: helperLibraries[library] });
  }
  return isActionAlone(name, args) ? message("function-undefined.action", { name }) : undefined;
}

/**
 * A word that only asks for an action. Upstart has programs of some of these names, which want the name of a job; `status`
 * is what libraries have.
 */
function isActionAlone(name: string, args: ReachedCommand["args"]): boolean {
  return args.length === 0 && name !== "status" && scriptActions.some((action) => action.name === name);
}

/** The script is started on Red Hat's systems alone, or the system around it is one. */
function isOnRedHat({ family, sections }: ScriptContext): boolean {
  const { families, by } = family;
  if (!families.some(({ locks }) => locks)) return false;
  return by !== "script" || families.length === 1 || sections().length === 0;
}

/** Functions of Red Hat's library that no system has as programs. */
const redHatMarks: ReadonlySet<string> = new Set(
  "success failure passed echo_success echo_failure echo_passed echo_warning".split(" "),
);

/** A function that /lib/lsb/init-functions has on Debian and nowhere else. */
function isDebianOnly(name: string): boolean {
  const known = helperFunctions.filter((fact) => fact.name === name);
  return (
    known.length > 0 && known.every(({ library }) => library === "lsb") && !lsbStandardFunctions.has(name)
  );
}
