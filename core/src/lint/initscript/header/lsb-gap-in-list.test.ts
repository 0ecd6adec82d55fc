import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkLostNames,
  configuration,
  insserv,
  neighbours,
  script,
  systemOf,
  told,
} from "../../../testing/header-check.ts";

checkLostNames("lsb-gap-in-list", "a gap", fc.constantFrom("  ", ", ", " ;", ",,"));

test("separators at the end, and gaps between levels, do no harm", () => {
  const text = script({ "Required-Start": "aa ,", "Default-Start": "2  3,4 ,5" });
  expect(told("lsb-gap-in-list", text)).toBe("");
  expect(insserv(systemOf(text, neighbours), "svc", "aa")).toContain("5: S01aa S02svc");
});

describe("where insserv's view does not count", () => {
  const text = script({ "Required-Start": "aa  bb" }, ["# chkconfig: 2345 20 80", "# description: x"]);
  test("on Red Hat, unless there is a configuration for insserv", () => {
    expect(told("lsb-gap-in-list", text)).toBe("");
    expect(told("lsb-gap-in-list", text, [configuration])).not.toBe("");
  });
  test("below an override file", () => {
    const files = [{ path: "etc/insserv/overrides/svc", text: script() }];
    expect(told("lsb-gap-in-list", script({ "Required-Start": "aa  bb" }), files)).toBe("");
  });
});
