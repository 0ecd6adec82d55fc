import { expect, test } from "vitest";
import { insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("links win over the header", () => {
  const files = [{ path: "etc/rc2.d/S01svc", target: "../init.d/svc" }];
  expect(told("lsb-links-override", script(), files)).toMatchInlineSnapshot(`
    "6:17-24 information: the runlevels with a start link are 2, but Default-Start is 2 3 4 5; insserv goes by the links
    7:16-21 information: there is no stop link, but Default-Stop is 0 1 6; insserv goes by the links"
  `);
  expect(insserv(systemOf(script(), files), "svc")).toMatch(/overrides LSB defaults \(0 1 6\)\.\n2: S01svc/);
});
