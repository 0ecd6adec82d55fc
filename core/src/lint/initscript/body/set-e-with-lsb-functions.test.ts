import { expect, test } from "vitest";
import { script, told } from "../../../testing/body-check.ts";

test("set-e-with-lsb-functions is off unless asked for", () => {
  const text = script({ start: "log_action_msg x" }, "set -e\n. /lib/lsb/init-functions");
  expect(
    told(text, "set-e-with-lsb-functions", { severities: { "set-e-with-lsb-functions": "hint" } }),
  ).toHaveLength(1);
  const behind = script({ start: "log_action_msg x" }, ". /lib/lsb/init-functions\nset -e");
  expect(told(behind, "set-e-with-lsb-functions")).toEqual([]);
});
