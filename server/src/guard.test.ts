import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver/node";
import { createGuard, type Phase } from "./guard.ts";

function makeGuard(phase: Phase = "running") {
  const logged: string[] = [];
  return {
    logged,
    guard: createGuard({ phase: () => phase, logError: (text) => logged.push(text.split("\n")[0] ?? "") }),
  };
}

const { token } = new CancellationTokenSource();

test("gives the answer", async () => {
  const { guard, logged } = makeGuard();
  expect(await guard.answer("hover", 0, token, () => 1)).toBe(1);
  expect(await guard.answer("hover", 0, token, async () => 2)).toBe(2);
  expect(logged).toEqual([]);
});

test("gives the fallback for an exception, and logs it once", async () => {
  const { guard, logged } = makeGuard();
  const fail = () => {
    throw failure;
  };
  const failure = new Error("broken");
  expect(await guard.answer("hover", 0, token, fail)).toBe(0);
  expect(await guard.answer("hover", 0, token, async () => fail())).toBe(0);
  await guard.run("didOpen", fail);
  expect(logged).toEqual(["hover: Error: broken", "didOpen: Error: broken"]);
});

test("says cancelled before and after the work", async () => {
  const { guard } = makeGuard();
  const source = new CancellationTokenSource();
  const during = guard.answer("hover", 0, source.token, async () => 1);
  source.cancel();
  expect(codeOf(await during)).toBe(LSPErrorCodes.RequestCancelled);
  let done = false;
  const before = await guard.answer("hover", false, source.token, () => {
    done = true;
    return done;
  });
  expect(codeOf(before)).toBe(LSPErrorCodes.RequestCancelled);
  expect(done).toBe(false);
});

test.each([
  ["starting", ErrorCodes.ServerNotInitialized],
  ["stopped", ErrorCodes.InvalidRequest],
] as const)("refuses while %s", async (phase, code) => {
  const { guard } = makeGuard(phase);
  expect(codeOf(await guard.answer("hover", 0, token, () => 1))).toBe(code);
  let done = false;
  await guard.run("didOpen", () => {
    done = true;
  });
  expect(done).toBe(false);
});

function codeOf(answer: unknown): number | undefined {
  return answer instanceof ResponseError ? answer.code : undefined;
}
