import { expect, test } from "vitest";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import { file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("two services of different levels cannot both be enabled for long", () => {
  const text = script({ "Required-Start": "db" });
  const files = [file("db", { "Default-Start": "2 3" })];
  expect(told("lsb-level-gap", text, files)).toMatchInlineSnapshot(
    `"4:18-20 error: \`db\` does not start in 4 5, where this script needs it; insserv refuses to enable both"`,
  );
  const system = systemOf(text, files);
  const enabled = runInsserv(system, ["svc", "db"]);
  expect(insserv({ ...system, links: enabled.links }, "db").split("\n")[0]).toBe(
    "insserv: FATAL: service db is missed in the runlevels 4 5 to use service svc",
  );
});
