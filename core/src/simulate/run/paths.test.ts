import { expect, test } from "vitest";
import { absolutePath } from "./paths.ts";

test.each([
  ["a", undefined, "/a"],
  ["a", "/b", "/b/a"],
  ["/a", "/b", "/a"],
  ["../a/./c//", "/b", "/a/c"],
  ["../..", "/b", "/"],
])("%s in %s is %s", (word, folder, path) => expect(absolutePath(word, folder)).toBe(path));
