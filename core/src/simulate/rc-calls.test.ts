import { expect, test } from "vitest";
import { traceWithScripts } from "./rc-calls.ts";

const trace = { init: "sysvinit" };
const call = {
  record: { id: "l3", path: "/etc/inittab", line: 2 },
  process: "/etc/rc.d/rc 3",
  start: 1.004,
  previous: "N",
  program: "rc",
  level: "3",
} as const;

test("a trace is as it was where no scripts are known", () => {
  expect(traceWithScripts(trace, [call], undefined)).toBe(trace);
  expect(traceWithScripts(trace, [call], [])).toBe(trace);
});
