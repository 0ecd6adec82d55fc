import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { ShellWord } from "../../../shell/script.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { daemonCall } from "./start-stop-daemon.ts";
import type { StatusWorld } from "./status-fate.ts";

export const pidfileHeaderDiffers: ScriptRule = {
  id: "pidfile-header-differs",
  code: "IT852",
  severity: "information",
  group: "style",
  since: "0.1.0",
  sources: ["initscripts, sysvinitfiles"],
  docs: {
    what: "The `# pidfile:` line names a different file from the one that the script uses.",
    why: "People and tools that take the path from the header look in the wrong place.",
    instead: "Write the path that the script uses.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n# pidfile: /var/run/svc.pid\n. /etc/init.d/functions\nPIDFILE=/var/run/svcd.pid\ncase "$1" in\n  start) daemon --pidfile=$PIDFILE svcd ;;\n  stop) killproc -p $PIDFILE svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n# pidfile: /var/run/svcd.pid\n. /etc/init.d/functions\nPIDFILE=/var/run/svcd.pid\ncase "$1" in\n  start) daemon --pidfile=$PIDFILE svcd ;;\n  stop) killproc -p $PIDFILE svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n# pidfile: /var/run/svcd.pid\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd -p /var/run/svcd.sock ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n# pidfile: /run/svcd.pid\n. /etc/init.d/functions\nPIDFILE=/var/run/svcd.pid\ncase "$1" in\n  start) daemon --pidfile=$PIDFILE svcd ;;\n  stop) killproc -p $PIDFILE svcd ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const named = namedInHeader(script);
    const facts = named.length === 0 ? undefined : bodyFacts(script);
    const used = facts === undefined ? undefined : usedInBody(facts);
    const [first] = [...(used ?? [])];
    if (used === undefined || first === undefined) return [];
    const known = new Set([...used].map(usual));
    // One that is named right is enough: the others may be those of children.
    if (named.some(({ text }) => known.has(usual(text)))) return [];
    return named.slice(0, 1).map((word) => ({
      range: word,
      message: message("pidfile-header-differs", { word: quoted(word.text), first: quoted(first) }),
      fixes:
        named.length > 1 || used.size > 1
          ? []
          : [suggestion(message("pidfile-header-differs.fix", { first }), word, first)],
    }));
  },
};

/** /var/run is a link to /run, or the other way round. */
function usual(path: string): string {
  return path.replace(/^\/var\/run\//, "/run/").replace(/\/{2,}/g, "/");
}

function namedInHeader({ lines }: ScriptContext): readonly HeaderWord[] {
  const named: HeaderWord[] = [];
  for (const { text, start } of lines) {
    // The header ends where the script begins.
    if (!/^\s*(?:#|$)/.test(text)) break;
    const [, before = "", path] = /^(#[ \t]*pidfile:[ \t]*)(\/[^\s]+)[ \t]*$/.exec(text) ?? [];
    if (path !== undefined)
      named.push({ text: path, start: start + before.length, end: start + before.length + path.length });
  }
  return named;
}

const helpersWithPidFile = new Set("killproc status pidofproc daemon start_daemon status_of_proc".split(" "));

/** The pid files of calls and of variables called so; undefined where one does not resolve. */
function usedInBody({ outline }: StatusWorld): ReadonlySet<string> | undefined {
  const used = new Set<string | undefined>();
  for (const [name, assignments] of outline.assignments)
    if (/^(?:pid_?file|PID_?FILE)$/.test(name))
      for (const { value } of assignments) used.add(value && outline.resolve(value));
  for (const { reached } of everyCommand(outline)) {
    const option = daemonCall(outline, reached)?.options.find(({ name }) => name === "pidfile");
    if (option !== undefined) used.add(option.value);
    if (reached.name === undefined || !helpersWithPidFile.has(reached.name)) continue;
    for (const [index, word] of ownOptions(reached.command.words).entries()) {
      const next = reached.command.words[index + 1];
      const [, inline] = /^--pidfile=(.*)$/.exec(outline.resolve(word) ?? word.text) ?? [];
      if (inline !== undefined) used.add(outline.resolve(word) === undefined ? undefined : inline);
      else if ((word.text === "-p" || word.text === "--pidfile") && next !== undefined)
        used.add(outline.resolve(next));
    }
  }
  const paths = [...used];
  return paths.includes(undefined) ? undefined : new Set(paths.filter((path) => path !== undefined));
}

const withValue = new Set("-p -l -b -d --user --pidfile --check".split(" "));

/** The words before the program: what stands behind it is for the program, such as the socket of a milter. */
function ownOptions(words: readonly ShellWord[]): readonly ShellWord[] {
  let at = 1;
  while (/^[-+]/.test(words[at]?.text ?? "")) at += withValue.has(words[at]?.text ?? "") ? 2 : 1;
  return words.slice(0, at);
}
