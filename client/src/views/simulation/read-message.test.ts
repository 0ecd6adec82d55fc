import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FromPage, ToPage } from "./messages.ts";
import { isFromPage, isToPage } from "./read-message.ts";

const record = { id: "l2", path: "/etc/inittab", line: 3 };
const call = { program: "rc", previous: "N" } as const;
const way = { ...call, level: "2", before: [{ ...call, level: "S" }] };
const moment = { at: 1, reasons: [] };
const answer = { init: "x", title: "x", dialect: "sysvinit", offers: null, problems: [], summary: "" };

const fromPage: readonly FromPage[] = [
  { kind: "ready" },
  { kind: "cursor", at: 0.5, moves: 3 },
  { kind: "happen", happening: { telinit: "3" } },
  { kind: "take-back", index: 0 },
  { kind: "boot", words: ["single"] },
  { kind: "process", id: "l2", settings: null },
  { kind: "pass", seconds: 60, moves: 4 },
  { kind: "clear" },
  { kind: "reveal", record },
  { kind: "follow-rc", way },
  { kind: "show-script", uri: "file:///etc/init.d/ssh" },
  { kind: "ask-levels" },
  { kind: "play-level", index: 2 },
  { kind: "command", command: "save" },
];

const toPage: readonly object[] = [
  {
    kind: "run",
    uri: "file:///x",
    file: "x",
    model: { scenario: {}, cursor: null },
    moves: 0,
    answer,
    comparison: null,
    reload: null,
  },
  {
    ...{ kind: "run", uri: "file:///x", file: "x", model: { scenario: {}, cursor: 1 }, comparison: {} },
    moves: 2,
    reload: [
      {
        ...{ level: "2", request: "telinit q", keeps: 1, stops: ["/bin/x"], restarts: [], starts: [] },
        ...{ strays: [], outdated: [], again: [] },
      },
    ],
    answer: {
      ...{ ...answer, moment, run: {}, timeline: {}, signals: [], story: [{}], said: [], moments: [0, 1] },
      ...{ lanes: [{ record }], rcCalls: [] },
    },
  },
  { kind: "moment", moment },
  { kind: "trouble", text: "x" } satisfies ToPage,
  { kind: "rc", way, visit: null } satisfies ToPage,
  { kind: "rc", way, visit: { steps: [{}] } },
  { kind: "levels", picture: null } satisfies ToPage,
  {
    kind: "levels",
    picture: {
      ...{ width: 300, height: 200.5 },
      boxes: [
        {
          ...{ x: 1, y: 2, width: 230, height: 36, closed: false },
          lines: [{ x: 3, y: 4, text: "Runlevel 2", style: "name" }],
        },
      ],
      arrows: [{ path: "M1 2Q3.5 -4 5 6", event: true, words: "signal INT" }],
    },
  } satisfies ToPage,
  { kind: "select", record } satisfies ToPage,
];

describe.each([
  ["from the page", isFromPage, fromPage],
  ["to the page", isToPage, toPage],
] as const)("messages %s", (_, isKnown, messages) => {
  test.each(messages)("%j is taken", (message) => {
    expect(isKnown(message)).toBe(true);
  });

  test.each(messages)("%j is not taken with a member that is wrong or missing", (message) => {
    const members = Object.keys(message).filter((name) => name !== "kind");
    for (const name of members) {
      for (const wrong of [undefined, true, Number.NaN, "", -1, [1], [[]], { length: 1 }, () => 0]) {
        const changed = { ...message, [name]: wrong };
        const isFine =
          (typeof wrong === "string" && ["id", "uri", "text", "file"].includes(name)) ||
          (typeof wrong === "object" &&
            !Array.isArray(wrong) &&
            ["happening", "settings", "comparison"].includes(name));
        expect({ changed, taken: isKnown(changed) }).toEqual({ changed, taken: isFine });
      }
    }
  });

  test("nothing else is taken, and nothing throws", () => {
    expect(isKnown({ kind: "constructor" })).toBe(false);
    expect(isKnown({ kind: "__proto__" })).toBe(false);
    expect(isKnown({ kind: ["ready"] })).toBe(false);
    expect(isKnown([{ kind: "ready" }])).toBe(false);
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, member) => {
        expect(isKnown(value)).toBe(false);
        const kinds = messages.map((message) => ("kind" in message ? message.kind : ""));
        for (const kind of kinds)
          isKnown({ kind, way: member, answer: member, model: member, record: member });
      }),
    );
  });

  test("those of the other side are not taken", () => {
    for (const message of isKnown === isFromPage ? toPage : fromPage) expect(isKnown(message)).toBe(false);
  });
});
