import { expect, test } from "vitest";
import { insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("a facility that the configuration defines by itself", () => {
  const circle = { path: "etc/insserv.conf.d/x", text: "$one $two\n$two $one\n" };
  const user = script({ "Should-Start": "$one" });
  expect(told("lsb-facility-loop", user, [circle])).toMatchInlineSnapshot(
    `"9:16-20 error: the configuration defines \`$one\` in terms of itself, through \`$two\`; insserv exits, whichever script it was called for"`,
  );
  expect(insserv(systemOf(user, [circle]), "svc")).toMatch(/^insserv: Loop detected.*\nstatus 1$/);
});
