import { expect, test } from "vitest";
import { checkSystem, memberOf } from "../../../testing/openrc-check.ts";

test("a link to nothing is told at the record that enters its level", () => {
  expect(checkSystem()).toEqual([]);
  expect(checkSystem(memberOf("default", "ntpd"))).toEqual([
    '3 openrc-dangling "/sbin/openrc default": /etc/runlevels/default/ntpd points to nothing: OpenRC silently skips ntpd in the runlevel default',
  ]);
  expect(
    checkSystem(memberOf("office", "ntpd"), { path: "etc/runlevels/default/office", target: "../office" }),
  ).toEqual([
    '3 openrc-dangling "/sbin/openrc default": /etc/runlevels/office/ntpd points to nothing: OpenRC silently skips ntpd in the runlevel office',
  ]);
});

test("no record enters the level, or most services are installed from elsewhere", () => {
  expect(checkSystem(memberOf("nonetwork", "ntpd"))).toEqual([]);
  expect(checkSystem(...["a", "b", "c", "d", "e"].map((name) => memberOf("default", name)))).toEqual([]);
});
