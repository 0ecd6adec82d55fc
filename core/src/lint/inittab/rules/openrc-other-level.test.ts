import { expect, test } from "vitest";
import { alpine, checkOpenrc, gentoo, sysvinit } from "../../../testing/openrc-check.ts";

test("a level for the other direction is told", () => {
  expect(checkOpenrc([...alpine, "::shutdown:/sbin/openrc default"])).toEqual([
    '6 openrc-other-level "/sbin/openrc default": `openrc default` starts services, but this entry runs at shutdown',
  ]);
  expect(
    checkOpenrc([...gentoo, "l5:5:wait:/sbin/openrc shutdown", "l7:06:wait:/sbin/openrc boot"], sysvinit),
  ).toEqual([
    '12 openrc-other-level "/sbin/openrc shutdown": `openrc shutdown` stops all services, but this entry runs at boot',
    '13 openrc-other-level "/sbin/openrc boot": `openrc boot` starts services, but this entry runs at shutdown',
  ]);
});
