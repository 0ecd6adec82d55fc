import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isInittabName } from "./find-files.ts";

test.each(["inittab", "inittab.ORIG", "inittab.s390", "inittab.in", "inittab.txt", "board.inittab"])(
  "%s is called like an inittab",
  (name) => {
    expect(isInittabName(name)).toBe(true);
  },
);

test.each([
  "inittab.c",
  "inittab.H",
  "inittab.5",
  "inittab.test.ts",
  "inittab.json",
  "my-inittab",
  "inittab.gz",
])("%s is not", (name) => {
  expect(isInittabName(name)).toBe(false);
});

test("what the editor leaves to other languages is not an inittab on the command line either", () => {
  const { contributes }: { contributes: { languages: readonly Language[] } } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  const patterns = contributes.languages
    .filter(({ id }) => id !== "inittab")
    .flatMap(({ filenamePatterns = [] }) => filenamePatterns)
    .filter((pattern) => pattern.startsWith("inittab*."));
  const names = patterns.flatMap((pattern) => {
    const { ends = "" } = /^inittab\*\.\{?(?<ends>[a-z,]+)\}?$/.exec(pattern)?.groups ?? {};
    return ends.split(",").map((end) => `inittab.${end}`);
  });
  expect(names).toContain("inittab.c");
  expect(names.filter(isInittabName)).toEqual([]);
});

interface Language {
  readonly id: string;
  readonly filenamePatterns?: readonly string[];
}
