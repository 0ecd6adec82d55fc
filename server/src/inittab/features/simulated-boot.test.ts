import { expect, test } from "vitest";
import { documentOf } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { simulatedBoot } from "./simulated-boot.ts";

const table = `# a comment
id:2:initdefault:
si::sysinit:/etc/init.d/rcS

l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:23:respawn:/sbin/getty 38400 tty1
2:2:respawn:/sbin/getty 38400 tty2
l2:2:once:/bin/again
ca:12345:ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
`;

test("when the records run in a boot to the default level", () => {
  const boot = simulatedBoot(documentOf(table).scan);
  expect(
    [...(boot?.deeds ?? [])].map(([line, deed]) => `${line}: ${inEnglish.text(deed)}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "10: is not started: waits for Ctrl-Alt-Del (INT)
    3: is started first and comes to its end
    5: is started when the process of line 3 has ended and comes to its end
    6: is not started: not in runlevel 2: its field is 3
    7: is started when the process of line 5 has ended and runs on
    8: is started right after line 7 and runs on
    11: is not started: not in runlevel 2: its field is S"
  `);
  expect(simulatedBoot(documentOf(`${table}${"x:2:off:\n".repeat(300)}`).scan)).toBeNull();
  expect(simulatedBoot(documentOf("1:2:respawn:/bin/x\n").scan)).toBeNull();
});

test("a record that changes the level does not make others be called strangers of it", () => {
  const moved =
    "id:2:initdefault:\na:2:once:/sbin/telinit 3\nb:2:off:\nc:2:respawn:/bin/c\nd:3:respawn:/bin/d\n";
  const boot = simulatedBoot(documentOf(moved).scan);
  for (const deed of boot?.deeds.values() ?? []) expect(inEnglish.text(deed)).not.toContain("do not name 3");
});
