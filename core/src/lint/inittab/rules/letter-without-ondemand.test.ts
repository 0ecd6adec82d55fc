import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("telinit calls every action", () => {
  checkMarked(`\
fx:a:respawn:/usr/sbin/faxd
#  ^ letter-without-ondemand: \`telinit a\` will start this respawn entry too
l2:2Bc:wait:/etc/rc 2
#  ^^^ letter-without-ondemand: \`telinit b\` and \`telinit c\` will start this wait entry too
pf:a:powerfail:/bin/sync
#  ^ letter-without-ondemand: \`telinit a\` will start this powerfail entry too
`);
});

test("the usual ways are left alone", () => {
  expect(firing("fx:a:ondemand:/usr/sbin/faxd\nx:a:once:/etc/X11/startDM.sh\ny:bc:wait:/bin/sync\n")).toEqual(
    [],
  );
  expect(firing("si:a:sysinit:/bin/sync\n")).toEqual(["ignored-runlevels"]);
});

test("the fix", () => {
  expect(applyFix("fx:a:respawn:/usr/sbin/faxd\n", "letter-without-ondemand")).toBe(
    "fx:a:ondemand:/usr/sbin/faxd\n",
  );
});
