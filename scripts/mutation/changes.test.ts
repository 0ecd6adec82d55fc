import { expect, test } from "vitest";
import { changesOf } from "./changes.ts";

/** Every change of a text, one a line: the original and what takes its place. */
function check(text: string): string[] {
  return changesOf("x.ts", text).map(({ span, mutated, places }) => {
    const uses = places.length > 1 ? ` in ${places.length} places` : "";
    return `${text.slice(span.start, span.end)} -> ${mutated}${uses}`;
  });
}

test("operators, conditions, values and blocks are changed", () => {
  expect(check('function f(a: number) { if (a < 2 && !g("x")) return [a + 1]; }')).toMatchInlineSnapshot(`
    [
      "{ if (a < 2 && !g("x")) return [a + 1]; } -> ",
      "a < 2 -> a <= 2",
      "a < 2 -> a >= 2",
      "a < 2 && !g("x") -> (a < 2) || (!g("x"))",
      "a < 2 && !g("x") -> true",
      "a < 2 && !g("x") -> false",
      "2 -> 3",
      "!g("x") -> g("x")",
      ""x" -> """,
      "[a + 1] -> []",
      "a + 1 -> a - 1",
      "1 -> 2",
    ]
  `);
});

test("types, names, tables and imports are not", () => {
  const text = `
    import type { A } from "a.ts";
    export const table = { key: "value", list: [1, 2] };
    type Kind = "one" | 2;
    export const f = (a: A<"b">): a is A<3> => { g<"c">(a); }`;
  expect(check(text)).toEqual(['{ g<"c">(a); } -> ']);
});

test("a limit is changed wherever its file uses it, unless the name means something else there", () => {
  expect(check("const most = 4; const f = () => { g(most, { most }, a.most, { most: 1 }); }")).toContain(
    "4 -> 4 + 1 in 2 places",
  );
  expect(check("const most = 4; const f = ({ most }) => { g(most); }").join()).not.toContain("4 -> ");
  expect(check("const most = 4; const table = { most };")).toEqual([]);
});

test("an optional chain is changed as a whole only", () => {
  expect(check('const f = () => { g(a?.b.filter(c("x")).d); }')).toEqual([
    '{ g(a?.b.filter(c("x")).d); } -> ',
    '"x" -> ""',
  ]);
  expect(check("const f = () => { g((a ?? b).filter(c)); }")).toContain("(a ?? b).filter(c) -> (a ?? b)");
});

test("no loop is made endless on purpose", () => {
  expect(check("function f() { while (a) b(); }").slice(1)).toEqual(["a -> false"]);
});
