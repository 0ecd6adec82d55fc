import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a level starts it", () => {
  checkMarked(`\
o1:23:ondemand:/usr/sbin/faxd
#  ^^ ondemand-unasked: ondemand does not wait to be called: init starts the process on entering runlevel 2 or 3, as respawn would
o2::ondemand:/usr/sbin/faxd
#   ^^^^^^^^ ondemand-unasked: ondemand does not wait to be called: init starts the process on entering runlevel 0 to 9, as respawn would
o3:abc:ondemand:/usr/sbin/faxd
`);
});

test("other actions", () => {
  expect(firing("o1:23:respawn:/usr/sbin/faxd\n")).toEqual([]);
});

test("the fixes", () => {
  expect(applyFix("o:a2:ondemand:/usr/sbin/faxd\n", "ondemand-unasked")).toBe(
    "o:a:ondemand:/usr/sbin/faxd\n",
  );
  expect(applyFix("o:2:ondemand:/usr/sbin/faxd\n", "ondemand-unasked")).toBe("o:2:respawn:/usr/sbin/faxd\n");
  expect(applyFix("o::ondemand:/usr/sbin/faxd\n", "ondemand-unasked", {}, "Wait for `telinit a`")).toBe(
    "o:a:ondemand:/usr/sbin/faxd\n",
  );
});
