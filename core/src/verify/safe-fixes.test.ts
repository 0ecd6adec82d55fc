// A fix that calls itself safe changes nothing that any sequence of events could show.

import fc from "fast-check";
import { expect, test } from "vitest";
import { scanInittab } from "../inittab/scan.ts";
import { lintInittab } from "../lint/inittab/lint.ts";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { anyText } from "../testing/alphabet.ts";
import { applyEdits } from "../testing/lint-check.ts";
import { compareTables } from "./compare.ts";

const ids = fc.constantFrom("1", "2", "l2", "ca", "tty1", "toolong", "", " x");
const levels = fc.constantFrom("", "2", "23", "32", "2233", "2x3", "s", "S", "12345", "0", " 2", "abc");
const actions = fc.constantFrom(
  ...["respawn", "once", "wait", "Respawn", "RESPAWN", "off", "initdefault", "sysinit", "boot", "ctrlaltdel"],
  ...["powerfail", "askfirst", "shutdown", "restart", " wait", "respwan", "ondemand", "kbrequest"],
);
const processes = fc.oneof(
  fc.constantFrom(
    "/sbin/getty tty1",
    " /bin/x",
    "/bin/x ",
    "/bin/x # why",
    "",
    "+/bin/x",
    "exec /bin/x",
    "-/bin/sh",
  ),
  anyText(8),
);
const line = fc.tuple(ids, levels, actions, processes).map((fields) => fields.join(":"));
const table = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: line },
      { weight: 1, arbitrary: fc.constantFrom("", "# x", "  ", "a:b") },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((lines) => `id:2:initdefault:\n${lines.join("\n")}\n`);

const known = { events: defaultWayEvents, limits: { states: 1000 } };

for (const dialect of ["sysvinit", "busybox"] as const)
  test(`safe fixes for ${dialect}`, () => {
    let tried = 0;
    fc.assert(
      fc.property(table, (text) => {
        const { findings } = lintInittab(scanInittab(text, { dialect }), {});
        for (const { fixes, rule } of findings)
          for (const { kind, edits } of fixes) {
            if (kind !== "safe") continue;
            tried++;
            const result = compareTables(text, applyEdits(text, edits), dialect, known);
            expect([rule, result?.kind]).not.toEqual([rule, "differ"]);
          }
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(20);
  });
