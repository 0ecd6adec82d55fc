// What each rule says of texts that are nearly its examples. A rule that has changed on purpose is recorded again with
// `RECORD=1 npx vitest run core/src/lint/initscript/near-examples.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { nearTexts } from "../../testing/near-texts.ts";
import { recordedIn } from "../../testing/recorded.ts";
import { exampleOptions, scriptInput } from "../../testing/script-check.ts";
import type { ScriptExample, ScriptRule } from "./contract.ts";
import { lintScript } from "./lint.ts";
import { scriptRules } from "./registry.ts";

const variants = 20;

const recorded = recordedIn(join(import.meta.dirname, "near-examples.json"));

/** Lines that any script may have. Those of other rules are not taken: a new rule would change all numbers. */
const usualLines = [
  "# chkconfig: 2345 20 80",
  "# description: serves",
  "### BEGIN INIT INFO",
  "### END INIT INFO",
  "# Provides: svc other",
  "# Required-Start: $remote_fs $syslog $network",
  "# Required-Stop: db",
  "# Default-Start: 2 3 5",
  "# Default-Stop:",
  "# Short-Description: serves",
  "#               more",
  "set -e",
  ". /lib/lsb/init-functions",
  ". /etc/rc.d/init.d/functions",
  "PATH=/sbin:/bin",
  "  start) start-stop-daemon --start --quiet --exec /usr/sbin/svcd ;;",
  "  stop) killproc svcd; rm -f /var/lock/subsys/svc ;;",
  "  status) status svcd ;;",
  '  *) echo "Usage: $0 {start|stop}"; exit 2 ;;',
  'case "$1" in',
  "esac",
  "touch /var/lock/subsys/svc",
  "[ $? -eq 0 ] || return 1",
  "start() {",
  "}",
  "exit 0",
  "START=50",
  "USE_PROCD=1",
  "depend() { need net; }",
];

function linesFor({ docs }: ScriptRule): readonly string[] {
  return [...usualLines, ...[...docs.wrong, ...docs.right].flatMap(({ text }) => text.split("\n"))];
}

/** What the rule, and no other one, says of an example's variants. */
function answers(rule: ScriptRule, example: ScriptExample): unknown {
  const off = Object.fromEntries(
    scriptRules.map(({ id, severity }) => [id, id === rule.id ? severity : ("off" as const)]),
  );
  const options = { everyFamily: true, severities: off };
  return [example.text, ...nearTexts(example.text, linesFor(rule), variants)].map((text) => {
    const input = scriptInput(text, exampleOptions(example));
    const found = lintScript(input, options);
    return found.map(({ range, message, related, fixes }) => [range, message, related, fixes]);
  });
}

test.each(scriptRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const examples = [...rule.docs.wrong, ...rule.docs.right];
  recorded.expectSame(
    id,
    examples.map((example) => answers(rule, example)),
  );
});

test("nothing else is recorded", () => {
  const ids = new Set(scriptRules.map(({ id }) => id));
  expect(recorded.names().filter((name) => !ids.has(name))).toEqual([]);
});
