import { expect, test } from "vitest";
import { alpine, checkOpenrc, gentoo, sysvinit } from "../../../testing/openrc-check.ts";

test("a shutdown without OpenRC is reported, unless a script may call it", () => {
  const without = alpine.slice(0, -1);
  const said = [
    '3 openrc-shutdown-missing "/sbin/openrc default": no entry calls `openrc shutdown`: at shutdown no service is stopped, and init kills their processes',
  ];
  expect(checkOpenrc(without)).toEqual(said);
  expect(checkOpenrc([...without, "::shutdown:/bin/umount -a -r", "::shutdown:/sbin/swapoff -a"])).toEqual(
    said,
  );
  expect(checkOpenrc([...without, "::shutdown:/etc/init.d/rcK"])).toEqual([]);
  expect(checkOpenrc([...without, "::shutdown:/bin/sh -c 'openrc shutdown'"])).toEqual([]);
  const down = gentoo.filter((line) => !/openrc (?:shutdown|reboot)/.test(line));
  expect(checkOpenrc(down, sysvinit)).toEqual([]);
  expect(
    checkOpenrc(
      down.filter((line) => !line.includes("halt.sh")),
      sysvinit,
    ),
  ).toHaveLength(1);
});
