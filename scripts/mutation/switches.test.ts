import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { changesOf } from "./changes.ts";
import type { Mutant } from "./mutant.ts";
import { withSwitches } from "./switches.ts";
import { switchboard } from "./worker/switchboard.ts";

/** What an expression gives with each change of a script in turn: the change, then the value. */
function check(script: string, expression: string): { readonly usual: unknown; readonly changed: string[] } {
  const mutants: Mutant[] = changesOf("x.js", script).map((change, index) => {
    const original = script.slice(change.span.start, change.span.end);
    return { ...change, id: index + 1, path: "x.js", line: 1, column: 1, original };
  });
  const { code } = withSwitches("x.js", script, mutants);
  const mutation__ = switchboard();
  const run = (mutant: number): unknown => {
    mutation__.on = mutant;
    mutation__.deadline = performance.now() + 100;
    try {
      return runInNewContext(`${code}; ${expression}`, { mutation__ });
    } catch (error) {
      return error instanceof Error ? error.message : "?";
    }
  };
  const changed = mutants.map(({ id, original, mutated }) => `${original} -> ${mutated}: ${run(id)}`);
  return { usual: run(0), changed };
}

test("changes inside each other are switched on one at a time", () => {
  const { usual, changed } = check("const f = (a, b) => a > 1 && b.trim();", 'f(2, " x ")');
  expect(usual).toBe("x");
  expect(changed).toMatchInlineSnapshot(`
    [
      "a > 1 -> a >= 1: x",
      "a > 1 -> a <= 1: false",
      "a > 1 && b.trim() -> (a > 1) || (b.trim()): true",
      "1 -> 2: false",
      "b.trim() -> b:  x ",
    ]
  `);
});

test("a loop that a change makes endless is stopped", () => {
  const { usual, changed } = check(
    "function f() { let n = 0; for (let i = 0; i < 3; i++) n += 2; return n; }",
    "f()",
  );
  expect(usual).toBe(6);
  expect(changed).toMatchInlineSnapshot(`
    [
      "{ let n = 0; for (let i = 0; i < 3; i++) n += 2; return n; } -> : undefined",
      "0 -> 1: 7",
      "0 -> 1: 4",
      "i < 3 -> i <= 3: 8",
      "i < 3 -> i >= 3: 0",
      "i < 3 -> false: 0",
      "3 -> 4: 8",
      "i++ -> i--: this goes on for too long",
      "n += 2 -> n -= 2: -6",
      "2 -> 3: 9",
    ]
  `);
});

test("a limit has its other value at all of its uses", () => {
  const script = "const most = 4; const f = (a) => { return { most, isTooLong: a > most }; }";
  expect(check(script, "JSON.stringify(f(5))").changed).toMatchInlineSnapshot(`
    [
      "4 -> 4 + 1: {"most":5,"isTooLong":false}",
      "{ return { most, isTooLong: a > most }; } -> : undefined",
      "{ most, isTooLong: a > most } -> {}: {}",
      "a > most -> a >= most: {"most":4,"isTooLong":true}",
      "a > most -> a <= most: {"most":4,"isTooLong":false}",
    ]
  `);
});
