import { expect, test } from "vitest";
import { insserv, neighbours, script, systemOf, told } from "../../../testing/header-check.ts";

test("a backslash is a required service", () => {
  const text = script({ "Required-Start": "aa \\\n#   bb" });
  expect(told("lsb-backslash-continuation", text)).toMatchInlineSnapshot(
    `"4:21-22 error: insserv reads the backslash as the name of a required service and refuses to enable this script; the text on the next line is lost"`,
  );
  expect(insserv(systemOf(text, neighbours), "svc", "aa", "bb")).toMatchInlineSnapshot(`
    "insserv: FATAL: service \\ has to be enabled to use service svc
    insserv: exiting now!
    status 1"
  `);
});
