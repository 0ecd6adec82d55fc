import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("too few words", () => {
  checkMarked(
    `\
::sysinit:/etc/init.d/rcS
#         ^^^^^^^^^^^^^^^ procd-sysinit-form: sysinit needs three words: procd says \`valid format is rcS <S|K> <param>\` and stays in this state forever
::shutdown:/etc/init.d/rcS K
#          ^^^^^^^^^^^^^^^^^ procd-sysinit-form
`,
    { dialect: "procd" },
  );
});

test.each(["::sysinit:/etc/init.d/rcS S boot", "::shutdown:x K stop"])("%j is right", (line) =>
  expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]),
);
