import { expect, test } from "vitest";
import { insserv, neighbours, script, systemOf, told } from "../../../testing/header-check.ts";

test("`B` ends every call", () => {
  const text = script({ "Default-Start": "B" });
  expect(told("lsb-level-b", text)).toMatchInlineSnapshot(
    `"6:17-18 error: insserv does not know the runlevel \`B\` and exits, whichever script it was called for"`,
  );
  expect(insserv(systemOf(text, neighbours), "aa")).toMatchInlineSnapshot(`
    "insserv: Wrong runlevel key 'B'
    status 1"
  `);
});
