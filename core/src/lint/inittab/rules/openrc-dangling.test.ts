import { expect, test } from "vitest";
import { checkSystem, memberOf } from "../../../testing/openrc-check.ts";

test("a link to nothing is told at the record that enters its level", () => {
  expect(checkSystem()).toEqual([]);
  expect(checkSystem(memberOf("default", "ntpd"))).toEqual([
    '3 openrc-dangling "/sbin/openrc default": /etc/runlevels/default/ntpd leads to nothing: OpenRC passes over ntpd in the runlevel default without a word',
  ]);
  expect(
    checkSystem(memberOf("office", "ntpd"), { path: "etc/runlevels/default/office", target: "../office" }),
  ).toEqual([
    '3 openrc-dangling "/sbin/openrc default": /etc/runlevels/office/ntpd leads to nothing: OpenRC passes over ntpd in the runlevel office without a word',
  ]);
});

test("no record enters the level, or most services are installed from elsewhere", () => {
  expect(checkSystem(memberOf("nonetwork", "ntpd"))).toEqual([]);
  expect(checkSystem(...["a", "b", "c", "d", "e"].map((name) => memberOf("default", name)))).toEqual([]);
});
