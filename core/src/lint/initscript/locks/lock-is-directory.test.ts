import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-is-directory", () => {
  check({
    "a folder": [
      redHat({ start: `daemon svcd && mkdir -p ${lock}`, stop: `killproc svcd && rmdir ${lock}` }),
      ["error lock-is-directory"],
    ],
    "the lock folder itself": [
      redHat({ start: `mkdir -p /var/lock/subsys; daemon svcd && touch ${lock}` }),
      [],
    ],
  });
});
