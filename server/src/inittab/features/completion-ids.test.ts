import { describe, expect, test } from "vitest";
import { busybox, check } from "../../testing/completion-check.ts";

describe("the id field", () => {
  test("offers what no other line has", () => {
    expect(
      check("1:2:respawn:/sbin/getty tty1\nl0:0:wait:/etc/rc 0\n$0:2:once:/bin/x\n"),
    ).toMatchInlineSnapshot(`
      """ 2  a login on tty2
      "" 3  a login on tty3
      "" 4  a login on tty4
      "" 5  a login on tty5
      "" 6  a login on tty6
      "" 7  a login on tty7
      "" 8  a login on tty8
      "" 9  a login on tty9
      "" S0  a login on ttyS0
      "" S1  a login on ttyS1
      "" l1  what is run on entering runlevel 1
      "" l2  what is run on entering runlevel 2
      "" l3  what is run on entering runlevel 3
      "" l4  what is run on entering runlevel 4
      "" l5  what is run on entering runlevel 5
      "" l6  what is run on entering runlevel 6
      "" id  the default runlevel
      "" si  the first thing at boot
      "" ~~  single-user mode; the only id that several entries may have
      "" ca  Ctrl-Alt-Del
      "" kb  the keyboard request
      "" pf  the power fails
      "" pn  the battery is nearly empty
      "" po  the power is back"
    `);
  });

  test("does not take the line's own id for one of another line, and leaves it alone", () => {
    expect(
      check("$02:2:respawn:/sbin/getty tty1\n2345:3:off:\n", undefined, undefined, 3),
    ).toMatchInlineSnapshot(`
      ""2" 1  a login on tty1
      "2" 3  a login on tty3
      "2" 4  a login on tty4"
    `);
    expect(check("2$0:2:respawn:/sbin/getty tty1\n2345:3:off:\n")).toBe("");
    expect(
      check("l$0:2:wait:/etc/rc 2\nl6:6:wait:/etc/rc 6\n", undefined, undefined, 3),
    ).toMatchInlineSnapshot(`
        ""l" l0  what is run on entering runlevel 0
        "l" l1  what is run on entering runlevel 1
        "l" l2  what is run on entering runlevel 2"
      `);
  });

  test("offers terminals to BusyBox", () => {
    expect(
      check("tty1::respawn:/sbin/getty\nt$0::askfirst:/bin/sh\n", busybox, undefined, 4),
    ).toMatchInlineSnapshot(`
      ""t" tty1  the virtual console 1
      "t" tty2  the virtual console 2
      "t" tty3  the virtual console 3
      "t" tty4  the virtual console 4"
    `);
    expect(check("$0tty1::askfirst:/bin/sh\n", busybox, undefined, 3)).toMatchInlineSnapshot(`
      ""tty1" (empty) =   init's own console
      "tty1" tty2  the virtual console 2
      "tty1" tty3  the virtual console 3"
    `);
  });
});
