import { expect, test } from "vitest";
import { traceOf } from "./trace.ts";

/** The trace of what a jail prints, written as lines `SECONDS WORD FIELD…`. */
function check(lines: readonly string[]): ReturnType<typeof traceOf> {
  const seen = lines.map((line) => {
    const [time = "", kind = "", ...fields] = line.split("|");
    return { time: Number(time), kind, fields };
  });
  return traceOf(seen, { name: "x", inittab: "", until: 9 }, "3.06");
}

test("starts in the order of the forks, and a message that went both ways once", () => {
  const { events } = check([
    "0.021|syslog|version 3.06 booting",
    "0.02|console|version 3.06 booting",
    "0.1|start|b|2|N|12|/bin/p|b",
    "0.104|start|a|2|N|11|/bin/p|a|more",
    "0.2|syslog|only there",
    "0.3|console|Pid 11 [id a] seems to hang",
    "0.4|exit|a|3",
    "0.5|signal|b|TERM",
    "0.6|killed|b",
  ]);
  expect(events).toEqual([
    { t: 0.02, event: "log", text: "version 3.06 booting", to: "both" },
    { t: 0.1, event: "start", id: "a", runlevel: "2", prevlevel: "N", argv: ["/bin/p", "a", "more"] },
    { t: 0.1, event: "start", id: "b", runlevel: "2", prevlevel: "N" },
    { t: 0.2, event: "log", text: "only there", to: "syslog" },
    { t: 0.4, event: "exit", id: "a", code: 3 },
    { t: 0.5, event: "signal", id: "b", signal: "TERM" },
    { t: 0.6, event: "killed", id: "b" },
  ]);
});

test("the end, with what init handed over", () => {
  const dump = ["-RL2", "-TL2", "-PLN", "-DB1", "RECa", "LEV23", "FL RU", "AC respawn", "CMD/bin/p a", "END"];
  const lines = ["9|running|a", "9|runlevel|2", "9|alive|1"];
  expect(check([...lines, ...dump.map((line) => `9|dump|${line}`)]).final).toEqual({
    running: ["a"],
    alive: true,
    runlevelFile: "2",
    runlevel: "2",
    thislevel: "2",
    prevlevel: "N",
    didBoot: true,
    table: [{ id: "a", runlevels: "23", action: "respawn", process: "/bin/p a", flags: ["running"] }],
  });
  // Half of it tells nothing.
  expect(check([...lines, "9|dump|-RL2"]).final).toEqual({ running: ["a"], alive: true, runlevelFile: "2" });
});
