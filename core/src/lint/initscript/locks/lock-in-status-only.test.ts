import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-in-status-only", () => {
  const status = (body: string): string => redHat({ status: body });
  check({
    "a code that means nothing": [
      status(`if [ -f ${lock} ]; then exit 0; else exit 9; fi`),
      ["information lock-in-status-only"],
    ],
    "codes that mean something": [status(`if [ -f ${lock} ]; then exit 0; else exit 3; fi`), []],
  });
});
