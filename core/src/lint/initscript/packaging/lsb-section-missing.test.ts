import { expect, test } from "vitest";
import { type CheckScriptOptions, shownFindings } from "../../../testing/script-check.ts";

type Files = NonNullable<CheckScriptOptions["files"]>;

const ssh = { path: "etc/rc2.d/S01ssh", target: "../init.d/ssh" };
const svc = { path: "etc/rcS.d/S02svc", target: "../init.d/svc" };
const short = "1:0-9 warning lsb-section-missing: there is no LSB header: insserv creates no links";

test.each<readonly [string, Files | undefined, string]>([
  ["no system is known", undefined, short],
  ["the system has no link to it", [ssh], `${short}, so no runlevel starts the script`],
  ["the system has a link to it, made by hand", [ssh, svc], short],
  ["its header is in a file of insserv", [{ path: "etc/insserv/overrides/svc", text: "" }], ""],
])("a script without a header: %s", (_, files, shown) => {
  const text = "#!/bin/sh\n. /lib/lsb/init-functions\n";
  expect(shownFindings(text, files && { files }, "lsb-section-missing")).toBe(shown);
});
