import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFragment, writeFragment } from "./fragment.ts";
import { type PlaygroundState, tabNames } from "./state.ts";

const files = fc.array(
  fc.record({
    path: fc.constantFrom("etc/inittab", "etc/init.d/x"),
    text: fc.array(pieceOf("1:2:respawn:/bin/x\n", "é", "<b>")).map((pieces) => pieces.join("")),
    settings: fc.dictionary(fc.constantFrom("dialect", "busybox.release"), fc.string({ maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 2 },
);

test("a state comes back from its fragment, whatever is in its texts", async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(...tabNames), async (all, tab) => {
      const state: PlaygroundState = JSON.parse(JSON.stringify({ files: all, tab }));
      const fragment = await writeFragment(state);
      expect(fragment).toMatch(/^1[\w-]*$/);
      expect(await readFragment(fragment)).toEqual(state);
    }),
  );
});

describe("a fragment that holds no state", () => {
  test("any characters", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await readFragment(`1${text}`)).toBeUndefined();
        expect(await readFragment(text)).toBeUndefined();
      }),
    );
  });

  test("half of one", async () => {
    const whole = await writeFragment({
      files: [{ path: "etc/inittab", text: "1:2:once:/bin/x\n".repeat(9), settings: {} }],
      tab: "verify",
    });
    expect(await readFragment(whole.slice(0, whole.length / 2))).toBeUndefined();
  });

  test("one that unfolds to more than anybody writes", async () => {
    const bomb = await packed({
      files: [{ path: "etc/inittab", text: "x".repeat(5_000_000), settings: {} }],
    });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await readFragment(bomb)).toBeUndefined();
  });

  test.each([
    ["no files", { files: [] }],
    ["a path out of the system", { files: [{ path: "../etc/inittab", text: "", settings: {} }] }],
    ["an address for a path", { files: [{ path: "https://example.org/inittab", text: "", settings: {} }] }],
    ["a text that is none", { files: [{ path: "etc/inittab", text: 1, settings: {} }] }],
    ["nothing", null],
  ])("%s", async (_, value) => {
    expect(await readFragment(await packed(value))).toBeUndefined();
  });
});

test("of what is wrong in a state the rest is kept", async () => {
  const file = {
    path: "etc/inittab",
    text: "a",
    settings: { dialect: "busybox", initVersion: 3 },
    scenario: [],
  };
  expect(await readFragment(await packed({ files: [file, file, file], tab: "none" }))).toEqual({
    files: Array.from({ length: 2 }, () => ({
      path: "etc/inittab",
      text: "a",
      settings: { dialect: "busybox" },
    })),
    tab: "findings",
  });
});

/** Any value in the form of a fragment. */
async function packed(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `1${Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url")}`;
}
