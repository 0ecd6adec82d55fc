// What must hold for every dialect, one that is added later included.

import { describe, expect, test } from "vitest";
import { lintInittab } from "../lint/inittab/lint.ts";
import { actionsOf, actions as allActions } from "./actions.ts";
import { dialectFacts, dialects, isUnknown, likelyDialect, lookUpAction, releaseOf } from "./dialect.ts";
import { dialectLine } from "./dialect-comment.ts";
import { readInittab } from "./read.ts";
import { scanInittab } from "./scan.ts";

describe.each(dialects)("%s", (dialect) => {
  const { usual, style, id, actions, levels } = dialectFacts[dialect];

  test("takes each of its usual lines, and no rule has anything against them", () => {
    for (const { text, about } of usual) {
      expect(
        readInittab(`${text}\n`, { dialect }).records.filter(({ path }) => path !== undefined),
      ).toHaveLength(1);
      const { findings } = lintInittab(scanInittab(`${text}\n`, { dialect }), { fragment: true });
      expect([text, findings]).toEqual([text, []]);
      expect(about).toMatch(/^[a-zC].*[^.]$/);
    }
    expect(new Set(usual.map(({ text }) => text)).size).toBe(usual.length);
  });

  test("has runlevels if its ids are names", () => expect(levels !== "").toBe(id === "name"));

  test("takes no notice of the line that names it", () => {
    const line = dialectLine(dialect);
    const scan = scanInittab(line);
    expect([scan.dialect, scan.guess.by]).toEqual([dialect, "comment"]);
    expect(lintInittab(scan, { fragment: true }).findings).toEqual([]);
    if (style.comment !== "none") expect(scan.lines.map(({ kind }) => kind)).toEqual(["comment"]);
    else expect(readInittab(line).records.map(({ action }) => action)).toEqual(["off"]);
  });

  test("knows actions, unless it is unknown", () =>
    expect(actions === undefined).toBe(dialect === "unknown"));

  test("takes its own words for actions, and others only if it knows them", () => {
    const own = actions === undefined ? [] : actionsOf(actions);
    for (const action of allActions) {
      expect(lookUpAction(action.name, dialect)).toBe(own.includes(action) ? action : undefined);
      const loud = lookUpAction(action.name.toUpperCase(), dialect);
      expect(loud).toBe(own.includes(action) && dialect === "sysvinit" ? action : undefined);
    }
    for (const word of ["", " wait", "wait ", "constructor", "ONCE\u017f"])
      expect(lookUpAction(word, dialect)).toBeUndefined();
  });

  test("has a release if its releases are told apart", () => {
    const version = "3.06";
    expect(releaseOf({ dialect, version })).toBe(dialect === "sysvinit" ? version : undefined);
  });

  test("is explained as itself, or as the most likely one", () => {
    expect(likelyDialect(dialect)).toBe(dialect === "unknown" ? "sysvinit" : dialect);
    expect(isUnknown(likelyDialect(dialect))).toBe(false);
  });
});
