import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const getty = "console::respawn:/sbin/getty -L console 0 vt100 # GENERIC_SERIAL";

test("a blank behind the mark", () => {
  checkMarked(
    `${getty} \n#${" ".repeat(63)}^ generic-serial-mark: the build of Buildroot looks for the mark at the end of a line, so it leaves this line as it is\n`,
    { dialect: "busybox" },
  );
  expect(applyFix(`${getty}\t \n`, "generic-serial-mark", { dialect: "busybox" })).toBe(`${getty}\n`);
});

test.each([getty, `# ${getty} `, getty.replace("# GENERIC_SERIAL", "# my own mark "), `${getty}\r`])(
  "%j",
  (line) => expect(firing(`${line}\n`, { dialect: "busybox" })).not.toContain("generic-serial-mark"),
);
