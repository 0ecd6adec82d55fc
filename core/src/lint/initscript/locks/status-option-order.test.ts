import { describe, expect, test } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { redHat } from "../../../testing/red-hat-script.ts";
import { checkScript, fixedScript } from "../../../testing/script-check.ts";

describe("status-option-order", () => {
  const status = (body: string): string => redHat({ status: body });
  check({
    "the order -p -l -b": [status("status -p /run/svcd.pid -l svc -b /usr/sbin/svcd svcd"), []],
    "-l before -p": [status("status -l svc -p /run/svcd.pid svcd"), ["error status-option-order"]],
    "-b before -l": [
      status("status -p /run/svcd.pid -b /usr/sbin/svcd -l svc svcd"),
      ["error status-option-order"],
    ],
    "-b alone": [status("status -b /usr/sbin/svcd svc"), ["error status-option-order"]],
  });

  test("the message names what the options are about", () => {
    const said = (call: string) =>
      checkScript(status(call)).flatMap(({ rule, message }) =>
        rule === "status-option-order" ? message : [],
      );
    expect(said("status -b /usr/sbin/svcd svc")).not.toEqual(said("status -b /x -p /run/svcd.pid svc"));
  });

  test("the options are put in order", () => {
    const text = status("status -b $EXEC -l svc -p /run/svcd.pid svcd");
    expect(fixedScript(text, "status-option-order")).toBe(
      text.replace("-b $EXEC -l svc -p /run/svcd.pid", "-p /run/svcd.pid -l svc -b $EXEC"),
    );
  });
});
