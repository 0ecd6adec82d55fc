import { outlineScript } from "../../../initscript/script/read-outline.ts";
import { walkStatements } from "../../../initscript/script/walk-statements.ts";
import type { ShellWord } from "../../../shell/script.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";

export const namedAfterCall: ScriptRule = {
  id: "named-after-call",
  code: "IT878",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "observed: Red Hat's rc calls scripts by their links, initscripts 3.18 to 9.03 (rc-redhat)",
    "observed: OpenEmbedded's and LFS's rc call scripts by their links (rc of both)",
    "observed: Debian's rc does, where no dependency files of insserv are there (rc-debian)",
  ],
  docs: {
    what: "A pid file or a configuration file gets its name from `$0`, which is the name of a link when rc calls the script.",
    why: "At boot `$0` is `/etc/rc3.d/S80svc`, so that the pid file becomes `/var/run/S80svc.pid` and the settings are looked for in `/etc/sysconfig/S80svc`.\nCalled by hand or by `service`, the script has its own name: it does not find the process that was started at boot, although every test by hand succeeds.",
    instead:
      "Write the name out, or strip the letter and the number.\nThe rule `lock-named-after-call` covers locks with such a name.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nprog=`basename $0`\npidfile=/var/run/$prog.pid\ncase "$1" in\n  start) daemon --pidfile $pidfile svcd ;;\n  stop) killproc -p $pidfile svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nprog=`basename $0`\npidfile=/var/run/svc.pid\ncase "$1" in\n  start) daemon --pidfile $pidfile svcd ;;\n  stop) killproc -p $pidfile svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nprog=svc\npidfile=/var/run/$prog.pid\ncase "$1" in\n  start) daemon --pidfile $pidfile svcd ;;\n  stop) killproc -p $pidfile svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nprog=`basename $0`\necho "Usage: $prog {start|stop}"\n',
      },
    ],
  },
  scope: "script",
  families: ["redhat", "openembedded", "lfs", "suse", "debian"],
  needs: ["shell", "name"],
  check: (script) => {
    const { text, name, shell } = script;
    const own = script.outline();
    const certainty = callsLinks(script);
    if (certainty === "no" || own === undefined || shell === undefined || !isNamedAfterCall(text)) return [];
    const link = `S80${name}`;
    const called = outlineScript(text, shell, link);
    if (called === undefined) return [];
    const seen = new Set<string>();
    const reports: ScriptReport[] = [];
    for (const word of wordsOf(own.shell.body)) {
      const [path, other] = [own.resolve(word), called.resolve(word)];
      if (path === undefined || other === undefined || !isNamed(path, other, name) || seen.has(path))
        continue;
      seen.add(path);
      const range = { start: word.start, end: word.end };
      reports.push({
        range,
        ...(certainty === "yes" ? {} : { severity: "information" as const }),
        message: message("named-after-call", { link, path, other, perhaps: certainty !== "yes" }),
        fixes: [guess(message("fix.write", { text: path }), [{ ...range, text: path }])],
      });
    }
    return reports;
  },
};

/**
 * Whether rc calls the script by its link. Debian's does, unless there are dependency files: then startpar calls the
 * script itself. Spec 5.2.
 */
function callsLinks({ family, tree }: ScriptContext): "yes" | "perhaps" | "no" {
  if (family.families.some(({ calls }) => calls.namedWithDependencies !== true)) return "yes";
  if (tree === undefined || tree.folders.size === 0) return "perhaps";
  return tree.dependencyFiles === undefined ? "yes" : "no";
}

/** Whether a script speaks of `$0` without following the link that it may be. */
export function isNamedAfterCall(text: string): boolean {
  return /\$(?:0|\{0)/.test(text) && !/(?:readlink|realpath)[^\n]*\$(?:0|\{0)/.test(text);
}

/** Files of a service that others look for as well. */
const places = /^\/(?:(?:var\/)?run|etc|var\/(?:log|lib|cache|spool))\//;

/** The script's own call is what `$0` is for, and its lock is another rule's. */
function isNamed(path: string, other: string, name: string): boolean {
  return (
    path !== other &&
    places.test(path) &&
    !/^\/etc\/(?:rc\.d\/)?(?:init\.d|rc[0-9S]\.d)\//.test(path) &&
    other === path.replaceAll(name, `S80${name}`)
  );
}

/** The words that are paths, where they are written: values of variables, arguments and targets. */
function wordsOf(body: Parameters<typeof walkStatements>[0]): readonly ShellWord[] {
  const words: ShellWord[] = [];
  walkStatements(
    body,
    () => false,
    (statement) => {
      if (statement.kind !== "command") return;
      for (const { value } of statement.assignments) if (value !== undefined) words.push(value);
      // A text may speak of it.
      if (!/^(?:echo|printf|logger|log_\w+)$/.test(statement.words[0]?.text ?? ""))
        words.push(...statement.words.slice(1));
      for (const { target } of statement.redirects) if (target !== undefined) words.push(target);
    },
  );
  return words.toSorted((one, other) => one.start - other.start);
}
