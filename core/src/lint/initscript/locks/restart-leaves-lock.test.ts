import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("restart-leaves-lock", () => {
  const restart = (body: string): string => redHat({ restart: body });
  check({
    "leaves without a lock": [
      restart(`killproc svcd; rm -f ${lock}; daemon svcd`),
      ["warning restart-leaves-lock"],
    ],
    "touches it again": [restart(`killproc svcd; rm -f ${lock}; daemon svcd && touch ${lock}`), []],
    "does not touch it at all": [restart("killproc svcd; daemon svcd"), []],
    "calls stop and start": [restart("$0 stop; sleep 1; $0 start"), []],
  });
});
