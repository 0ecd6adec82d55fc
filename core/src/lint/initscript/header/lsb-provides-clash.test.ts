import { expect, test } from "vitest";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import { file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("a name can be provided once", () => {
  const files = [file("other", { Provides: "other mailer" })];
  const text = script({ Provides: "svc mailer" });
  expect(told("lsb-provides-clash", text, files)).toMatchInlineSnapshot(
    `"3:16-22 error: \`other\` provides \`mailer\` as well; insserv refuses to enable them together"`,
  );
  const system = systemOf(text, files);
  const enabled = runInsserv(system, ["svc"]);
  expect(enabled.exit).toBe(0);
  expect(insserv({ ...system, links: enabled.links }, "other")).toContain(
    "insserv: script other: service mailer already provided!\ninsserv: exiting now!",
  );
});
