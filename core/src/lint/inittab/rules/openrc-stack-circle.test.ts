import { expect, test } from "vitest";
import { alpine, busybox, checkOpenrc, stacked } from "../../../testing/openrc-check.ts";

const told = (levels: Readonly<Record<string, readonly string[]>>) =>
  checkOpenrc(alpine, { ...busybox, openrc: stacked({ sysinit: [], boot: [], shutdown: [], ...levels }) });

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
