// What each rule says of tables that are nearly its examples, for every dialect that it knows. A rule that has changed on
// purpose is recorded again with `RECORD=1 npx vitest run core/src/lint/inittab/near-examples.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { scanInittab } from "../../inittab/scan.ts";
import { nearTexts } from "../../testing/near-texts.ts";
import { recordedIn } from "../../testing/recorded.ts";
import type { InittabExample, InittabRule } from "./contract.ts";
import { lintInittab } from "./lint.ts";
import { inittabRules } from "./registry.ts";

const variants = 40;

const recorded = recordedIn(join(import.meta.dirname, "near-examples.json"));

/** Lines that any table may have. Those of other rules are not taken: a new rule would change all numbers. */
const usualLines = [
  "id:2:initdefault:",
  "si::sysinit:/etc/init.d/rcS",
  "~~:S:wait:/sbin/sulogin",
  "l3:3:wait:/etc/init.d/rc 3",
  "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now",
  "1:2345:respawn:/sbin/getty 38400 tty1",
  "1:23:off:+/sbin/getty 38400 tty1",
  "od:ab:ondemand:/bin/od &",
  "tty2::askfirst:-/bin/sh",
  "::shutdown:/bin/umount -a -r",
  "x:5:once:sh -c 'a; b' \\",
  "# a comment",
  "no fields",
  "",
];

function linesFor({ docs }: InittabRule): readonly string[] {
  return [...usualLines, ...[...docs.wrong, ...docs.right].flatMap(({ text }) => text.split("\n"))];
}

/** What the rule, and no other one, says of an example's variants. */
function answers(rule: InittabRule, example: InittabExample): unknown {
  const severities = Object.fromEntries(
    inittabRules.map(({ id, severity }) => [id, id === rule.id ? severity : ("off" as const)]),
  );
  const { dialect = "sysvinit", version, machine } = example;
  return [example.text, ...nearTexts(example.text, linesFor(rule), variants)].map((text) => {
    const scan = scanInittab(text, { dialect, ...(version && { version }) });
    const options = { fragment: rule.wholeFile !== true, severities, ...(machine && { machine }) };
    const { findings } = lintInittab(scan, options);
    return findings.map(({ range, message, related, fixes }) => [range, message, related, fixes]);
  });
}

test.each(inittabRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const examples = [...rule.docs.wrong, ...rule.docs.right];
  recorded.expectSame(
    id,
    examples.map((example) => answers(rule, example)),
  );
});

test("nothing else is recorded", () => {
  const ids = new Set(inittabRules.map(({ id }) => id));
  expect(recorded.names().filter((name) => !ids.has(name))).toEqual([]);
});
