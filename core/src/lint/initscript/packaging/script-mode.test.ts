import { expect, test } from "vitest";
import { shownFindings } from "../../../testing/script-check.ts";

const text = "#!/bin/sh\n# Read by S03mac and S04hostname.\nmac() { cat /sys/class/net/eth0/address; }\n";

test.each([
  ["S03mac", "1:0-9 warning script-mode: the file is not executable (mode 644), so calling it fails"],
  ["lib-mac", ""],
  ["functions.sh", ""],
])("%s, which Buildroot's rcS calls or not, cannot be executed", (name, shown) => {
  const options = { name, mode: 0o644, family: "buildroot", everyFamily: false } as const;
  expect(shownFindings(text, options, "script-mode")).toBe(shown);
});
