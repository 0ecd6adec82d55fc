import { expect, test } from "vitest";
import { configuration, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("a facility that the configuration does not define", () => {
  const text = script({ "Required-Start": "$mail-transport-agent" });
  expect(told("lsb-facility-undefined", text, [configuration])).toMatchInlineSnapshot(
    `"4:18-39 warning: this system's insserv.conf does not define \`$mail-transport-agent\`; insserv complains and ignores the dependency"`,
  );
  expect(insserv(systemOf(text, []), "svc")).toContain(
    "could not find all dependencies for $mail-transport-agent",
  );
});
