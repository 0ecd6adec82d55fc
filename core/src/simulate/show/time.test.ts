import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { describeSeconds } from "./time.ts";

const check = (seconds: number): string => inEnglish.words(describeSeconds(seconds));

test("seconds are written as people write them", () => {
  expect(
    [0, 2.5, 59.99, 60, 90.5, 599.25, 600, 3599, 3600, 7200.5, 86_400, 172_799, 172_800, 259_261.5].map(
      check,
    ),
  ).toMatchInlineSnapshot(`
    [
      "0 s",
      "2.5 s",
      "59.99 s",
      "1:00",
      "1:30.5",
      "9:59.25",
      "10:00",
      "59:59",
      "1:00:00",
      "2:00:00.5",
      "24:00:00",
      "47:59:59",
      "2 d",
      "3 d 0:01:01.5",
    ]
  `);
});
