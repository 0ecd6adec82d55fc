import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const busybox = { dialect: "busybox" } as const;

test("words that a getty cannot use", () => {
  checkMarked(`\
1:2345:respawn:/sbin/agetty 38400
#              ^^^^^^^^^^^^ getty-arguments: agetty is given a speed but no terminal; it ends at once, and init starts it again and disables \`1\` for 5 minutes after every 10 starts
2:2345:respawn:/sbin/mingetty 38400 tty2
#                             ^^^^^ getty-arguments: mingetty takes no speed and no option before the terminal: it takes \`38400\` for the terminal, which does not exist; it ends, and init starts it again and disables \`2\` for 5 minutes after every 10 starts
3:2345:respawn:/sbin/agetty - joe --noclear 38400 tty3 linux
#                           ^ getty-arguments: \`-\` makes agetty use init's console, which is its standard input; \`tty3\` gets no login
4:2345:respawn:/sbin/getty 115200 ttyS0vt100
#                                 ^^^^^^^^^^ getty-arguments
5:2345:respawn:/sbin/agetty -L 115200 tty/S1 vt100
#                                     ^^^^^^ getty-arguments: /dev/tty is a device, not a folder, so there is no \`tty/S1\`; the getty ends, and init starts it again and disables \`5\` for 5 minutes after every 10 starts
6:2345:respawn:/sbin/getty
#              ^^^^^^^^^^^ getty-arguments
7:2345:respawn:/sbin/agetty --clear-all 38400 tty7
#                           ^^^^^^^^^^^ getty-arguments: agetty has no option \`--clear-all\`; it ends, and init starts it again and disables \`7\` for 5 minutes after every 10 starts
8:2345:respawn:/sbin/fgetty --noclear tty8
#                           ^^^^^^^^^ getty-arguments
9:2345:respawn:/sbin/mingetty -8 tty9
#                             ^^ getty-arguments
`);
});

test("BusyBox's getty wants a speed and a terminal", () => {
  checkMarked(
    `\
ttyS0::respawn:/sbin/getty -L ttyS0
#                             ^^^^^ getty-arguments: there is no speed, which BusyBox's getty needs as well as the terminal; it ends at once, and init starts it again every second, without end
tty2::respawn:/sbin/getty fast tty2
#                              ^^^^ getty-arguments: \`tty2\` is not a speed, but BusyBox's getty takes it for one; it ends, and init starts it again every second, without end
tty3::respawn:busybox getty --noclear 38400 tty3
#                           ^^^^^^^^^ getty-arguments
tty4::once:/sbin/getty 38400
#          ^^^^^^^^^^^ getty-arguments
`
      .replace("tty4::once", "tty4::respawn")
      .replace("#          ^^^^^^^^^^^ getty", "#             ^^^^^^^^^^^ getty"),
    busybox,
  );
  checkMarked(
    "1:2:respawn:/bin/busybox getty -a pi 38400 tty1\n#                             ^^ getty-arguments\n".replace(
      "#                             ^^",
      "#                              ^^",
    ),
  );
});

test("words that each getty can use", () => {
  for (const process of [
    "/sbin/agetty tty1",
    "/sbin/agetty tty1 9600",
    "/sbin/agetty 38400 -J -a joe tty1 linux",
    "/sbin/agetty -8 -s 115200,38400,9600 ttyS0 vt100 --noclear",
    "/sbin/agetty --autologin joe --nocl 38400 tty1 linux",
    "/sbin/agetty -L=always 115200 ttyS0",
    "/sbin/agetty --help",
    "/sbin/agetty - linux",
    "/sbin/getty -n -l /bin/autologin -L ttyS0 1000000 vt102",
    "/sbin/getty -a pi 38400 tty1",
    "/sbin/getty --noclear 38400 tty1",
    "/sbin/getty 38400 vc/1",
    "/sbin/mingetty console --noclear",
    "/sbin/mingetty --autologin joe tty1 linux",
    "/sbin/mingetty --autologin=joe tty1",
    "/sbin/fgetty 1",
    "/sbin/fgetty tty1 --noclear",
    "/sbin/rungetty tty1 -u joe -- /bin/top",
    "/sbin/ngetty 1 2 3",
    "/sbin/agetty $SPEED $PORT",
  ])
    expect([process, firing(`1:2:respawn:${process}\n`)]).toEqual([process, []]);
  for (const process of [
    "/sbin/getty -L  console 0 vt100 # GENERIC_SERIAL",
    "/sbin/getty 38400 tty1",
    "/sbin/getty -in -l /bin/autologin 38400,9600 tty6",
    "/sbin/agetty --noclear tty1 linux",
    "/usr/sbin/ttyrun ttyS0 /sbin/getty -L 115200 ttyS0",
  ])
    expect([process, firing(`tty1::respawn:${process}\n`, busybox)]).toEqual([process, []]);
});

test("a kind of terminal is no terminal", () => {
  for (const process of [
    "/sbin/agetty 38400 linux",
    "/sbin/agetty -8 -L 115200 vt100",
    "/sbin/getty 9600,4800 xterm-color",
    "/sbin/mingetty --noclear linux",
    "/sbin/agetty linux",
  ])
    expect([process, firing(`1:2:respawn:${process}\n`)]).toEqual([process, ["getty-arguments"]]);
  expect(firing("tty1::respawn:/sbin/getty -L 115200 vt100\n", busybox)).toEqual(["getty-arguments"]);
  expect(firing("1:2:respawn:/sbin/agetty 38400 tty1 linux\n2:2:respawn:/sbin/agetty tty2 vt102\n")).toEqual(
    [],
  );
});

test("the fixes", () => {
  const fixed = (process: string, id = "1") => applyFix(`${id}:2:respawn:${process}\n`, "getty-arguments");
  expect(fixed("/sbin/agetty 38400", "3")).toBe("3:2:respawn:/sbin/agetty 38400 tty3\n");
  expect(fixed("/sbin/mingetty 38400 tty2")).toBe("1:2:respawn:/sbin/mingetty tty2\n");
  expect(fixed("/sbin/getty 115200 ttyS0vt100")).toBe("1:2:respawn:/sbin/getty 115200 ttyS0 vt100\n");
  expect(fixed("/sbin/agetty 38400tty2")).toBe("1:2:respawn:/sbin/agetty 38400 tty2\n");
});
