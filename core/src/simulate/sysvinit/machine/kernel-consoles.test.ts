import { expect, test } from "vitest";
import { behaviourOf, type SysvinitVersion } from "../../../inittab/versions.ts";
import { kernelConsoles } from "./kernel-consoles.ts";

/** Each terminal that is added, as `id device`. */
function check(cmdline: string | undefined, version: SysvinitVersion = "3.14"): string[] {
  return kernelConsoles(cmdline, behaviourOf(version)).map(({ id, device }) => `${id} ${device}`);
}

test("each console gets a terminal, a repeated one twice", () => {
  const cmdline = "root=/dev/vda init.autocon=1 console=tty0 console=ttyS0,115200n8 console=ttyS0 quiet\n";
  expect(check(cmdline)).toEqual(["0 tty0", "S0 ttyS0", "S0 ttyS0"]);
});

test("the release decides whether init.autocon=1 has to be there", () => {
  expect(check("console=hvc0", "2.88")).toEqual([]);
  expect(check("console=hvc0", "3.14")).toEqual([]);
  expect(check("console=hvc0 init.autocon=1", "2.88")).toEqual([]);
  expect(check("console=hvc0 init.autocon=1", "2.92")).toEqual(["hvc0 hvc0"]);
});

test("a device ends after 32 bytes, and its id after 8", () => {
  const device = "tty-0123456789/abcdefghij.KLMNOPQ";
  expect(device).toHaveLength(33);
  const kept = device.slice(0, 32);
  expect(check(`init.autocon=1 console=${kept}`)).toEqual([`-0123456 ${kept}`]);
  expect(check(`init.autocon=1 console=${device}`)).toEqual([`-0123456 ${kept}`]);
});

test("only the first line counts, and of it 4095 bytes", () => {
  expect(check("init.autocon=1 console=hvc0\nconsole=hvc1\n")).toEqual(["hvc0 hvc0"]);
  const start = "init.autocon=1 ";
  const cmdline = `${start}${"x".repeat(4095 - start.length - " console=ab".length)} console=abc`;
  expect(cmdline).toHaveLength(4096);
  expect(check(cmdline)).toEqual(["ab ab"]);
});

test("there is none without a command line", () => {
  expect(check(undefined)).toEqual([]);
  expect(check("")).toEqual([]);
});
