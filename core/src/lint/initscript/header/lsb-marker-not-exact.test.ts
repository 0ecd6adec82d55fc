import { expect, test } from "vitest";
import { readRpmlintHeader } from "../../../initscript/header/rpmlint.ts";
import { viewHeader } from "../../../initscript/header/views.ts";
import { told } from "../../../testing/header-check.ts";
import { findAnyRule } from "../../all-rules.ts";

test("the markers of the examples are seen by whom their messages name", () => {
  const seen = (findAnyRule("lsb-marker-not-exact")?.docs.wrong ?? []).map(({ text }) => {
    const [message = ""] = told("lsb-marker-not-exact", text).split("\n");
    const readers = (["insserv", "lintian", "rpmlint", "update-rc.d"] as const).filter((reader) => {
      const { found, values } = viewHeader(reader, text);
      const complete =
        reader === "rpmlint" ? readRpmlintHeader(`${text}stray\n`).problems.length === 0 : found;
      return complete && values.size > 0;
    });
    return `${message.replace(/^.*?: /, "")} [read by ${readers.join(", ")}]`;
  });
  expect(seen.join("\n")).toMatchInlineSnapshot(`
    "the begin marker is not at the start of its line: insserv sees this header, but lintian, rpmlint and update-rc.d do not [read by insserv]
    text follows the end marker: insserv and lintian see the end of the header, but rpmlint and update-rc.d do not [read by insserv, lintian, update-rc.d]
    white space follows the end marker: rpmlint does not see the end of the header [read by insserv, lintian, update-rc.d]"
  `);
});
