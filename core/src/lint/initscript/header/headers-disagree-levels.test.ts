import { expect, test } from "vitest";
import { chkconfig, script, told } from "../../../testing/header-check.ts";

test("levels come from both headers", () => {
  const text = script({ "Default-Start": "2 4" }, ["# chkconfig: 35 20 80", "# description: x"]);
  expect(told("headers-disagree-levels", text)).toMatchInlineSnapshot(
    `"2:13-15 warning: this line has the runlevels 35 and Default-Start has 24; chkconfig uses 2345"`,
  );
  expect(chkconfig(text)).toBe("K80svc K80svc S20svc S20svc S20svc S20svc K80svc");
});

test("levels that are written without blanks are no levels", () => {
  const text = script({ "Default-Start": "24" }, ["# chkconfig: 35 20 80", "# description: x"]);
  expect(told("headers-disagree-levels", text)).toBe("");
  const mixed = script({ "Default-Start": "2 34" }, ["# chkconfig: 35 20 80", "# description: x"]);
  expect(told("headers-disagree-levels", mixed)).toBe("");
});
