import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("only the first counts", () => {
  checkMarked(
    `\
::sysinit:/etc/init.d/rcS S boot
::sysinit:/etc/init.d/rcS T boot
# ^^^^^^^ procd-scripts-twice: procd runs the scripts of the first sysinit entry only, the one on line 1
`,
    { dialect: "procd" },
  );
});

test.each(["::sysinit:/x S boot\n::shutdown:/x K stop"])("%j is right", (line) =>
  expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]),
);
