import { expect, test } from "vitest";
import { findings } from "../../../testing/lint-check.ts";
import { alpine, busybox, checkOpenrc, stacked } from "../../../testing/openrc-check.ts";

const told = (levels: Readonly<Record<string, readonly string[]>>) =>
  checkOpenrc(alpine, { ...busybox, openrc: stacked({ sysinit: [], boot: [], shutdown: [], ...levels }) });

test("OpenRC starts nothing at all there, so it is an error", () => {
  const levels = { sysinit: [], boot: [], shutdown: [], default: ["default"] };
  expect(findings(`${alpine.join("\n")}\n`, { ...busybox, openrc: stacked(levels) })).toMatchObject([
    { rule: "openrc-stack-circle", severity: "error" },
  ]);
});

test("a circle is told for each record that leads into it", () => {
  expect(told({ default: ["default"] })).toEqual([
    '3 openrc-stack-circle "/sbin/openrc default": the runlevels are stacked in a circle (default, default): OpenRC refuses to enter default and starts nothing',
  ]);
  expect(told({ default: ["a"], a: ["b"], b: ["a"] })).toEqual([
    '3 openrc-stack-circle "/sbin/openrc default": the runlevels are stacked in a circle (default, a, b, a): OpenRC refuses to enter default and starts nothing',
  ]);
});

test("one level over two others is no circle, nor is one that nothing enters", () => {
  expect(told({ default: ["a", "b"], a: ["c"], b: ["c"], c: [] })).toEqual([]);
  expect(told({ default: [], a: ["a"] })).toEqual([]);
});
