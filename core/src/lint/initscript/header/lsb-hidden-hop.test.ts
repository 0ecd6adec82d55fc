import { expect, test } from "vitest";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import { file, script, systemOf, told } from "../../../testing/header-check.ts";

test("a chain through foreign levels holds in one order of the folder only", () => {
  const files = [
    file("middle", { "Required-Start": "first", "Default-Start": "2" }),
    file("first"),
    file("side", { "Should-Start": "first" }),
  ];
  const text = script({ "Should-Start": "middle", "Default-Start": "3" });
  expect(told("lsb-hidden-hop", text, files)).toMatchInlineSnapshot(
    `"9:16-22 warning: \`middle\` starts only in 2, so whether this script starts after \`first\` depends on the order of the directory"`,
  );
  const system = systemOf(text, files);
  const names = ["svc", "first", "middle", "side"];
  const numbers = [names, names.toReversed()].map((words) => {
    const sorted = words.flatMap((word) => system.scripts.filter(({ name }) => name === word));
    const { order } = runInsserv({ ...system, scripts: sorted }, words);
    return ["first", "svc"].map((name) => order.find((each) => each.script === name)?.startNumber).join(" ");
  });
  expect(new Set(numbers)).toEqual(new Set(["1 1", "1 3"]));
});

test("one thing about many scripts is told once, where they all come by", () => {
  const files = [
    file("middle", { "Required-Start": "first", "Default-Start": "2" }),
    file("first"),
    file("other", { "Should-Start": "middle", "Default-Start": "3" }),
  ];
  const text = script({ "Should-Start": "middle", "Default-Start": "3" });
  expect(told("lsb-hidden-hop", text, files)).toBe("");
  const around = [
    file("first"),
    file("other", { "Should-Start": "svc", "Default-Start": "3" }),
    file("third", { "Should-Start": "svc", "Default-Start": "3" }),
  ];
  const middle = script({ "Required-Start": "first", "Default-Start": "2" });
  expect(told("lsb-hidden-hop", middle, around)).toContain(
    "2 scripts start after `first` only through this one, which starts only in 2",
  );
});
