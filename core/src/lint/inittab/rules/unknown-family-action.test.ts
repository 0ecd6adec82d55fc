import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("each system has its own actions", () => {
  checkMarked(
    `\
is:2:initdefault:
ca::ctrlaltdel:/etc/reboot
#   ^^^^^^^^^^ unknown-family-action: \`ctrlaltdel\` is not an action of IRIX
co:2:Respawn:/etc/getty console
c2:2: wait :/etc/rc2
c3:2::/etc/rc2
c4:2:hold:/etc/rc2
#    ^^^^ unknown-family-action: \`hold\` is not an action of IRIX
`,
    { dialect: "irix" },
  );
  expect(firing("co:2:hold:/bin/a\n", { dialect: "aix" })).toEqual([]);
  expect(firing("co:2:askfirst:/bin/a\n", { dialect: "system-v" })).toEqual(["unknown-family-action"]);
});
