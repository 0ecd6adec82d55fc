import { expect, test } from "vitest";
import { rcSystemWith } from "../../testing/systems.ts";
import { walkRunlevel } from "./walk.ts";

/** The order in which scripts are called, for the lines of insserv's file; every script has a link in level 2. */
function check(names: string, lines: readonly string[], previous = "N"): string {
  const all = names.split(" ");
  const services = Object.fromEntries(all.map((name) => [name, "no-lock" as const]));
  const system = rcSystemWith({ services, rc: { "2": all.map((name) => `S01${name}`) } });
  const change = { previous, runlevel: "2", args: ["2"] };
  const files = { boot: [], start: [`TARGETS = ${names}`, ...lines], stop: [] };
  const { steps } = walkRunlevel("deb12", system, change, files);
  return steps.flatMap((step) => (step.kind === "call" ? step.path.replace("init.d/", "") : [])).join(" ");
}

test("scripts without an order go by their names", () => {
  expect(check("c a b", [])).toBe("a b c");
});

test("a script waits for all that it needs", () => {
  expect(check("a b c d", ["a: b c", "b: d", "c: d"])).toBe("d b c a");
});

test("what others need for something important comes first", () => {
  expect(check("a sshd z", ["sshd: z"])).toBe("z sshd a");
  expect(check("a early-x sshd z", ["sshd: z"])).toBe("early-x z sshd a");
});

test("a line that would close a circle does not count, and what needs the circle still runs", () => {
  expect(check("a b c", ["a: b", "b: a"])).toBe("b a c");
  expect(check("a b c d", ["a: b", "b: c", "c: a", "d: a"])).toBe("c b a d");
  // The look for a circle comes to the same script on two ways.
  expect(check("a b c d e", ["b: d", "c: d", "a: b c", "d: e", "e: a"])).toBe("e d b c a");
});

test("an order of many scripts that all need each other's predecessors is found at once", () => {
  const names = Array.from({ length: 60 }, (_, index) => `s${String(index).padStart(2, "0")}`);
  const lines = names
    .slice(1)
    .map((name, index) => `${name}: ${names.slice(Math.max(0, index - 3), index + 1).join(" ")}`);
  expect(check(names.toReversed().join(" "), lines)).toBe(names.join(" "));
});

test("a script that is gone or may not be executed is said by its name, and the others go on", () => {
  const system = rcSystemWith({
    services: { a: "no-lock", plain: "not-executable", z: "no-lock" },
    rc: { "2": ["S01a", { name: "S01gone", missing: true }, "S01plain", "S01z"] },
  });
  const change = { previous: "N", runlevel: "2", args: ["2"] };
  const files = { boot: [], start: ["TARGETS = a gone plain z"], stop: [] };
  const { steps, stderr } = walkRunlevel("deb12", system, change, files);
  expect(stderr).toContain("gone: No such file or directory\n");
  expect(stderr).toContain("plain: Permission denied\n");
  expect(steps.flatMap((step) => ("path" in step ? [`${step.path} ${step.kind}`] : []))).toEqual([
    "init.d/a call",
    "init.d/gone failed-call",
    "init.d/plain failed-call",
    "init.d/z call",
  ]);
});
