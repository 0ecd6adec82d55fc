import { wrap } from "node:module";
import { expect, test } from "vitest";
import { scriptOf } from "./compile.ts";

test("a stack names the columns of the file", () => {
  const text = "exports.fail = () => { throw new Error('x') }";
  const part = scriptOf(wrap(text), "/somewhere/part.js", text).runInThisContext();
  const exports: { fail?: () => void } = {};
  part(exports);
  let stack: string | undefined = "";
  try {
    exports.fail?.();
  } catch (error) {
    stack = error instanceof Error ? error.stack : "";
  }
  expect(stack).toContain(`/somewhere/part.js:1:${text.indexOf("new Error") + 1}`);
});
