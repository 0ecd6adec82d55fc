import { expect, test } from "vitest";
import { mustBeWeeded } from "./modes.ts";
import { placedWeeds } from "./places.ts";
import { weeds, weedsIn } from "./weeds.ts";

const phrases = (text: string) => weedsIn(text).map(({ phrase }) => phrase);

test.each([
  ["`respwan` is no action", ["is no"]],
  ["these are no scripts, and that was no more", ["are no"]],
  ["the field behind the second colon", ["behind"]],
  ["Whoever reads it", ["Whoever"]],
  ["nobody knows why; each problem is told once", ["nobody knows", "told"]],
  ["a list of who waits", ["of who"]],
  ["Take all back", ["Take all back"]],
  ["a record that levels 2 has", ["record", "levels 2"]],
  ["in level {$level}", ["level {$"]],
  ["it is recognised by its colour", ["recognised"]],
  ["a boot that is modelled", ["modelled"]],
  ["init doesn't wait; it's gone", ["doesn't"]],
])("finds what is weeded out: %s", (text, expected) => {
  for (const phrase of expected) expect(phrases(text).join("|")).toContain(phrase);
});

test.each([
  "There is no such file, there must be no lock, and there has been no boot.",
  "It is no longer there; the entry is not an action.",
  "The script leaves a process behind, and a pid file was left behind.",
  'init says "is no action", `behind` stands in code, and both can be told apart.',
  "runlevel 2 and the runlevels 2, 3 and 5; a wtmp record; it records the exit status",
  "```\nnobody knows\n```",
  "[a link](docs/behind.md) is looked at without its address",
])("leaves alone: %s", (text) => {
  expect(phrases(text)).toEqual([]);
});

test("each pattern looks at one line", () => {
  for (const { pattern } of weeds) expect(pattern.flags).not.toMatch(/[gys]/);
});

test.runIf(mustBeWeeded)("no weed is left in what users read", () => {
  expect(placedWeeds()).toEqual([]);
});
