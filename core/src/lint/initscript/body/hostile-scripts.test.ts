// Scripts that could keep the rules on the shell part busy for ever.

import { describe, expect, test } from "vitest";
import { redHat, script } from "../../../testing/body-check.ts";
import { checkScript } from "../../../testing/script-check.ts";

describe("what is made to take for ever does not", () => {
  const deep = Array.from({ length: 25 }, (_, index) => {
    const calls = `f${index + 1}; `.repeat(12);
    return `f${index}() { ${calls}}\n`;
  }).join("");
  const arms = Array.from({ length: 30 }, (_, index) => index);
  const stories: Readonly<Record<string, string>> = {
    "functions that call each other many times": script(
      { start: "f0", stop: "f0", status: "f0" },
      `set -e\n. /lib/lsb/init-functions\n${deep}f25() { start-stop-daemon --stop --exec /x; log_end_msg $?; status x; }`,
    ),
    "the same without set -e": script(
      { start: "f0", stop: "f0", status: "f0" },
      `${redHat}\n${deep}f25() { start-stop-daemon --stop --exec /x; status x; }`,
    ),
    "arms that call each other": script(
      {
        start: "$0 a0",
        stop: "$0 a0",
        ...Object.fromEntries(arms.map((arm) => [`a${arm}`, arms.map((each) => `$0 a${each}`).join("; ")])),
      },
      `# chkconfig: 345 80 20\n${redHat}`,
    ),
    "a long pattern": script(
      {
        start: `touch /var/lock/subsys/${"a".repeat(3_000)}`,
        stop: `rm -f /var/lock/subsys/${"*a".repeat(100)}b`,
      },
      `# chkconfig: 345 80 20\n${redHat}`,
    ),
    "a long usage line": script({ start: "svcd", "*": `echo "{${"|".repeat(100_000)}"` }),
    "a long first line": script({ start: "svcd" }).replace("#!/bin/sh", `#!/bin/sh -${"e".repeat(100_000)}1`),
    "a long option": script({ start: `start-stop-daemon -${"S".repeat(100_000)}1` }),
  };
  test.each(Object.entries(stories))(
    "%s",
    (_story, text) => {
      const before = performance.now();
      checkScript(text, { family: "redhat" });
      expect(performance.now() - before).toBeLessThan(15_000);
    },
    30_000,
  );
});
