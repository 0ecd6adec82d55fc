import { expect, test } from "vitest";
import { firing } from "../../../testing/lint-check.ts";

test("an entry behind an indented sign of comments", () => {
  for (const text of [" #tty1::askfirst:/bin/ash\n", "\t# tty1::askfirst:/bin/ash\n"])
    expect(firing(text, { dialect: "procd" })).toEqual(["procd-indented-comment"]);
});

test.each(["#tty1::askfirst:/bin/ash", " # about the console"])("%j is right", (line) =>
  expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]),
);
