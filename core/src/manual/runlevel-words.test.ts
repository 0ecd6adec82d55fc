import { expect, test } from "vitest";
import { inEnglish } from "../testing/english.ts";
import { describeRunlevels } from "./runlevel-words.ts";

test("runlevels in words", () => {
  const fields = [
    "2345",
    "2",
    "S",
    "S2",
    "",
    "0123456789",
    "S0123456789",
    "ab",
    "2A",
    "#",
    "*3",
    "s",
    "2-5",
    "22",
  ];
  expect(
    fields.map((field) => `${field}  ${inEnglish.words(describeRunlevels(field))}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "2345  runlevels 2, 3, 4 and 5
    2  runlevel 2
    S  runlevel S
    S2  runlevels 2 and S
      runlevels 0 to 9
    0123456789  runlevels 0 to 9
    S0123456789  runlevels 0 to 9 and runlevel S
    ab  telinit a and telinit b
    2A  runlevel 2 and telinit a
    #  the sysinit phase
    *3  runlevel 3 and the boot phase
    s  no runlevel
    2-5  runlevels 2 and 5
    22  runlevel 2"
  `);
});
