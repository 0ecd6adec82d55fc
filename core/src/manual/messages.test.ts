import { expect, test } from "vitest";
import { manualMessages } from "./messages.ts";

test("a page's code is a value that is code, not a value between back-quotes, which a file could close", () => {
  const pages = Object.entries(manualMessages).filter(([id]) => id.startsWith("page."));
  expect(pages).not.toEqual([]);
  // In a template of Markdown an even number of back-quotes stands before each value.
  const wrong = pages.filter(([, template]) =>
    [...template.matchAll(/\{\$|#/g)].some(
      ({ index }) => (template.slice(0, index).split("`").length - 1) % 2 === 1,
    ),
  );
  expect(wrong).toEqual([]);
});
