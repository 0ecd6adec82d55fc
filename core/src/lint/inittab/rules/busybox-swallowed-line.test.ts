import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;

test("an entry below a comment that ends in a backslash", () => {
  expect(firing("# a \\\n::once:/bin/b\n", options)).toEqual(["busybox-swallowed-line"]);
  expect(firing("# a \\\n# b \\\n\\\n::once:/bin/b\n", options)).toEqual(["busybox-swallowed-line"]);
});

test("comments and empty lines may be swallowed", () => {
  checkMarked("# a \\\n# b\n::once:/bin/b\n# c \\\n\n::once:/bin/d\n# at the end \\\n", options);
});

test("the backslash that takes the entry is deleted", () => {
  expect(applyFix("# a \\\n# b \\\n::once:/bin/b\n", "busybox-swallowed-line", options)).toBe(
    "# a \\\n# b\n::once:/bin/b\n",
  );
});

test("other inits do not join comments", () => {
  for (const dialect of ["sysvinit", "toybox", "procd"] as const)
    expect(firing("# a \\\n::once:/bin/b\n", { dialect })).not.toContain("busybox-swallowed-line");
});
