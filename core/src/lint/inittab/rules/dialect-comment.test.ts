import { expect, test } from "vitest";
import { dialects } from "../../../inittab/dialect.ts";
import { checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("only the first that names a dialect counts", () => {
  checkMarked(
    `\
# inittab: dialect=bsd
#                  ^^^ dialect-comment: no dialect is called \`bsd\`, so the comment has no effect
# inittab: dialect=busybox
::once:/bin/a
# inittab: dialect=busybox
#<^^^^^^^^^^^^^^^^^^^^^^^^ dialect-comment: an earlier comment already names busybox, and only the first comment of this kind counts
`.replace("#<^^^^^^^^^^^^^^^^^^^^^^^^", "#<^^^^^^^^^^^^^^^^^^^^^^^^^"),
    { dialect: "busybox" },
  );
});

test("it must be a comment to the init that it names", () => {
  const texts = [
    "# inittab: dialect=aix\n",
    "# inittab: dialect=hp-ux\n",
    "# inittab: dialect=sco\n",
    ": inittab: dialect=irix\n",
    " # inittab: dialect=irix\n",
    "co:2:once:/bin/a # inittab: dialect=busybox\n",
    "co:2:once:/bin/a # inittab: dialect=tru64\n",
    " # inittab: dialect=solaris\n",
    "# inittab: dialect=procd\n",
  ];
  const told = texts.flatMap((text) =>
    findings(text, { dialect: "auto" })
      .filter(({ rule }) => rule === "dialect-comment")
      .map(({ message }) => `${text.trim()} -> ${message}`),
  );
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "# inittab: dialect=aix -> to AIX this is not a comment; it reads the line as an entry
    # inittab: dialect=hp-ux -> to HP-UX this is not a comment; it reads the line as an entry
    # inittab: dialect=sco -> to SCO OpenServer this is not a comment; it reads the line as an entry
    : inittab: dialect=irix -> to IRIX this is not a comment; it reads the line as an entry
    # inittab: dialect=irix -> to IRIX this is not a comment; it reads the line as an entry"
  `);
});

test("nobody is told of a file that says nothing", () => {
  for (const dialect of dialects)
    expect(firing("# dialect\n", { dialect }).filter((rule) => rule === "dialect-comment")).toEqual([]);
});
