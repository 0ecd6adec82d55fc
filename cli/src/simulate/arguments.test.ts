import { expect, test } from "vitest";
import { show } from "../testing/program.ts";

const table = "id:2:initdefault:\n1:23:respawn:/sbin/getty 38400 tty1\n";

test("an argument of init may begin with a hyphen", async () => {
  const said = await show(["simulate", "--boot", "-b", "--until", "5", "inittab"], {
    files: { inittab: table },
  });
  expect(said).toContain("the kernel starts init -b");
  expect(said).toContain("/sbin/sulogin (init waits for it)");
});

test("a signal that Linux does not have is told of", async () => {
  const said = await show(["simulate", "--at", "2 signal FOO", "--until", "5", "inittab"], {
    files: { inittab: table },
  });
  expect(said).toContain('"FOO" is not the name of a signal');
});
