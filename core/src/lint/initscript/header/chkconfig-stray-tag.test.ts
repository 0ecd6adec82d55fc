import { expect, test } from "vitest";
import { chkconfig, told } from "../../../testing/header-check.ts";

test("a comment in the body takes levels away", () => {
  const text = "#!/bin/sh\n# chkconfig: 345 20 80\n# description: x\n: code\n# Default-Stop: 5\n";
  expect(told("chkconfig-stray-tag", text)).toMatchInlineSnapshot(
    `"5:0-17 warning: chkconfig reads the whole file, and this comment changes the runlevels from 345 to 34"`,
  );
  expect(chkconfig(text)).toBe("K80svc K80svc K80svc S20svc S20svc K80svc K80svc");
});

test("a comment in the body replaces the description", () => {
  const body = (comment: string): string =>
    `#!/bin/sh\n# chkconfig: 345 20 80\n# description: x\n: code\n${comment}\n`;
  expect(told("chkconfig-stray-tag", body("# description: y"))).toMatchInlineSnapshot(
    `"5:0-16 warning: chkconfig reads the whole file, and this comment changes the description"`,
  );
  expect(told("chkconfig-stray-tag", body("# description: x"))).toBe("");
});
