import { expect, test } from "vitest";
import { idOf } from "./contract.ts";
import { readLog } from "./log.ts";

test("each message once, with its lines and its other wordings", () => {
  const { messages, unknown } = readLog(
    [
      "[    1.234567] Run /sbin/init as init process",
      "\rINIT: version 2.88 booting\r",
      "eth0: link up",
      'Nov 29 20:00:01 host init: Id "s0" respawning too fast: disabled for 5 minutes',
      "Nov 29 20:00:02 host init: what nobody knows",
      'Nov 29 20:00:03 host init: Id "s1" respawning too fast: disabled for 5 minutes',
      'Nov 29 20:05:03 host init: Id "s0" respawning too fast: disabled for 5 minutes',
      "foo dead but subsys locked",
      "",
    ].join("\n"),
  );
  expect(
    messages
      .map(
        ({ found, lines, variants }) =>
          `${idOf(found)} ${lines.join(",")} ${variants.map(({ values }) => values["id"]).join(" ")}`,
      )
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "kernel.run-init 1 
    sysvinit.booting 2 
    sysvinit.respawning-too-fast 4,6,7 s0 s1
    redhat.dead-locked 8 "
  `);
  expect(unknown).toEqual([5]);
});
