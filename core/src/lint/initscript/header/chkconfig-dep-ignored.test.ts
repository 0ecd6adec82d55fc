import { expect, test } from "vitest";
import { chkconfig, chkconfigLines, file, script, told } from "../../../testing/header-check.ts";

test("a dependency that is off in one level is ignored in all", () => {
  const text = script({ "Required-Start": "db" }, chkconfigLines("2345", 20));
  const files = [
    file("db", { "Default-Start": "3", "Default-Stop": "0 1 2 4 5 6" }, chkconfigLines("3", 30)),
  ];
  expect(told("chkconfig-dep-ignored", text, files)).toMatchInlineSnapshot(
    `"6:18-20 warning: \`db\` is off in 2 4 5, where this script is on, so chkconfig ignores the dependency"`,
  );
  expect(told("chkconfig-numbers-vs-deps", text, files)).toBe("");
  expect(chkconfig(text, files)).toContain("S20svc");
});
