import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { lock, redHat } from "../../../testing/red-hat-script.ts";

describe("lock-removed-although-stop-failed", () => {
  const stop = (body: string): string => redHat({ stop: body });
  check({
    "in any case": [stop(`killproc svcd; rm -f ${lock}`), ["hint lock-removed-although-stop-failed"]],
    guarded: [stop(`killproc svcd; RETVAL=$?; [ $RETVAL = 0 ] && rm -f ${lock}`), []],
    "nothing is killed": [stop(`/sbin/svcctl unload; rm -f ${lock}`), []],
  });
});
