import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCharacter, anyText } from "../testing/alphabet.ts";
import { decidingPattern, matchesPattern } from "./dialect-pattern.ts";

const path = "/home/me/firmware/board/acme-2/rootfs/etc/inittab";

function check(patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => matchesPattern(pattern, path));
}

describe("a pattern", () => {
  test("fits a file, or a folder on the way to it, from any folder on", () => {
    const fitting = [
      "inittab",
      "board",
      "board/",
      "board/**",
      "board/acme-2/rootfs/etc/inittab",
      "**/board/**",
      "/home/me",
      "/home/**/etc",
      "board/**/inittab",
      "board/*/rootfs",
      "acme-?",
      "acme-[0-9]",
      "acme-[!a-z]",
      "{board,package}/{x,acme-2}",
      "*",
      "**",
      "a*c*2",
      "rootfs/**/etc",
    ];
    expect(check(fitting)).toEqual(fitting);
  });

  test("fits nothing else", () => {
    expect(
      check([
        "",
        "/",
        "oard",
        "boar",
        "/board",
        "/me",
        "board/rootfs",
        "*/firmware/etc",
        "acme-[a-z]",
        "acme-[!0-9]",
        "acme-??",
        "inittab/**",
        "{package,system}/**",
        "etc/inittab/x",
        "BOARD",
        "[",
        "board\\",
      ]),
    ).toEqual([]);
  });

  test("takes little time for the worst of patterns", () => {
    const deep = `/${"a/".repeat(200)}${"a".repeat(2000)}`;
    const started = performance.now();
    expect(matchesPattern(`${"*a".repeat(500)}b`, deep)).toBe(false);
    expect(matchesPattern(`${"**/a/".repeat(200)}b`, deep)).toBe(false);
    expect(matchesPattern("{a,b}".repeat(60), deep)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("never fails, and fits the path that it is", () => {
    const name = fc
      .string({ unit: anyCharacter, minLength: 1, maxLength: 8 })
      .filter((text) => !/[/*?{}[\],]/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), anyText(), (parts, any) => {
        expect(matchesPattern(parts.join("/"), `/x/${parts.join("/")}`)).toBe(true);
        expect(matchesPattern(`/${parts.join("/")}`, `/${parts.join("/")}`)).toBe(true);
        expect(typeof matchesPattern(any, parts.join("/"))).toBe("boolean");
      }),
    );
  });
});

test("the longest pattern decides, in whatever order they are written", () => {
  const patterns = {
    "**": "sysvinit",
    "board/**": "busybox",
    "board/acme-2": "toybox",
    nowhere: "aix",
  } as const;
  expect(decidingPattern(patterns, path)).toBe("board/acme-2");
  expect(decidingPattern(Object.fromEntries(Object.entries(patterns).reverse()), path)).toBe("board/acme-2");
  expect(decidingPattern(patterns, "/board/x/inittab")).toBe("board/**");
  expect(decidingPattern({ a: "aix" }, "/b/inittab")).toBeUndefined();
});
