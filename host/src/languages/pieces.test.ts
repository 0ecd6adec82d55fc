import { expect, test } from "vitest";
import { textsInPieces } from "./pieces.ts";

/** A language in three pieces, and which of them were loaded. */
function language() {
  const loaded: string[] = [];
  const pieces = {
    check: { ids: ["check.total", "fix.a"], texts: ["gesamt", ""] },
    manual: { ids: ["action.wait", "fix.manual"], texts: ["warten", "Handbuch"] },
    rules: { ids: ["rule.x"], texts: ["Regel"] },
  };
  const { textOf } = textsInPieces({
    places: { check: ["check", "fix"], manual: ["action", "fix.manual"], lost: ["lost"] },
    rest: "rules",
    load: (piece) => {
      loaded.push(piece);
      if (piece !== "check" && piece !== "manual" && piece !== "rules")
        throw new Error(`no file of ${piece}`);
      return pieces[piece];
    },
  });
  return { textOf, loaded };
}

test("a piece is loaded when a text of it is asked for, and once", () => {
  const { textOf, loaded } = language();
  expect([textOf("check.total"), textOf("fix.a"), loaded]).toEqual(["gesamt", undefined, ["check"]]);
  expect([textOf("action.wait"), textOf("action.off"), loaded]).toEqual([
    "warten",
    undefined,
    ["check", "manual"],
  ]);
});

test("the longest beginning decides, at a dot, and what has no place is in the rest", () => {
  const { textOf, loaded } = language();
  expect(textOf("fix.manual")).toBe("Handbuch");
  expect(loaded).toEqual(["manual"]);
  expect([textOf("rule.x"), textOf("checked"), textOf("")]).toEqual(["Regel", undefined, undefined]);
  expect(loaded).toEqual(["manual", "rules"]);
});

test("a piece that cannot be read has no texts", () => {
  const { textOf } = language();
  expect([textOf("lost"), textOf("lost.one"), textOf("check.total")]).toEqual([
    undefined,
    undefined,
    "gesamt",
  ]);
});
