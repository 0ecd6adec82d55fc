import { expect, test } from "vitest";
import { file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("nothing comes behind `$all`", () => {
  const files = [file("last", { "Required-Start": "$all" })];
  const text = script({ "Required-Start": "last" });
  expect(told("lsb-depends-on-all", text, files)).toMatchInlineSnapshot(
    `"4:18-22 error: \`last\` has \`$all\`: it starts after all others, so nothing can start after it; insserv changes nothing, or gives both useless numbers"`,
  );
  expect(told("lsb-loop", text, files)).toBe("");
  expect(insserv(systemOf(text, files), "svc", "last")).toMatch(/exiting now without changing.*\nstatus 1$/);
});
