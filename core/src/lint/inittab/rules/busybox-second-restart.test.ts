import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("only the first one counts", () => {
  checkMarked(
    `\
::restart:/sbin/init
::restart:/sbin/a
# ^^^^^^^ busybox-second-restart: only the first restart entry counts, the one on line 1
::restart:/sbin/b
# ^^^^^^^ busybox-second-restart
`,
    options,
  );
});

test("one that is replaced does not count", () => {
  expect(firing("::restart:/etc/down\n::restart:/sbin/init\n::shutdown:/etc/down\n", options)).toEqual([
    "busybox-replaced-entry",
  ]);
});
