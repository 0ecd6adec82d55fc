import { expect, test } from "vitest";
import { insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("joined levels are none, but for commas", () => {
  expect(told("lsb-levels-joined", script({ "Default-Start": "2345 S" }))).toMatchInlineSnapshot(
    `"6:17-21 error: insserv reads \`2345\` as one word, which is not a runlevel, so Default-Start does not contain 2 3 4 5"`,
  );
  const joined = script({ "Default-Start": "2345", "Default-Stop": "0,6" });
  expect(insserv(systemOf(joined, []), "svc")).toMatchInlineSnapshot(`
    "0: K01svc
    6: K01svc
    status 0"
  `);
  expect(told("lsb-levels-joined", script({ "Default-Start": "2 remote" }))).toBe("");
});
