import fc from "fast-check";
import { expect, test } from "vitest";
import { checkScript } from "../../testing/script-check.ts";
import { isFilledIn, placeholdersIn } from "./placeholders.ts";

const words = (text: string): readonly string[] =>
  placeholdersIn(text).map(({ start, end }) => text.slice(start, end));

test("the places that engines and builds fill in", () => {
  expect(words("a {{name}} <%= x %> @bindir@/b @@X@@ %%LEVELS%% {% if x %}")).toEqual([
    "{{name}}",
    "<%= x %>",
    "@bindir@",
    "@@X@@",
    "%%LEVELS%%",
    "{% if x %}",
  ]);
  expect(words('mail root@host; "$@" $((a % b)) 100%% %d')).toEqual([]);
});

test("nothing is said of such a place, and the rest is judged as ever", () => {
  const header = (levels: string): string =>
    `#!/bin/sh\n### BEGIN INIT INFO\n# Provides: svc\n# Required-Start: $local_fs\n# Required-Stop: $local_fs\n# Default-Start: ${levels}\n# Default-Stop: 0 1 6\n# Short-Description: x\n### END INIT INFO\n. /lib/lsb/init-functions\n`;
  const rules = (levels: string): readonly string[] =>
    checkScript(header(levels), { everyFamily: false }).map(({ rule }) => rule);
  expect(rules("2 3 4 5 9")).toContain("lsb-runlevel-unknown");
  expect(rules("%%DEFAULTSTART%%")).not.toContain("lsb-runlevel-unknown");
});

test("every place is in the text, whatever that is", () => {
  const text = fc.string({
    unit: fc.constantFrom("<", "%", "=", ">", "{", "}", "@", "a", " ", "\n", "\u0001", "ü"),
  });
  fc.assert(
    fc.property(text, (given) => {
      for (const place of placeholdersIn(given)) {
        expect(place.end).toBeLessThanOrEqual(given.length);
        expect(isFilledIn([place], { start: place.start, end: place.start })).toBe(true);
      }
    }),
  );
});
