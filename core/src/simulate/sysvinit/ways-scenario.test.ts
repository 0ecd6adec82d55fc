import { expect, test } from "vitest";
import { isScenario, validateScenario } from "./validate.ts";
import { wayScenario } from "./ways-scenario.ts";

test("each move of a way is an event of its scenario, in its time", () => {
  const { scenario, sequence } = wayScenario(
    "1:2:respawn:/bin/a\nx:2:once:/bin/x\n",
    ["1", "x"],
    [
      { kind: "telinit", event: "request", words: "telinit 3", letter: "3" },
      { kind: "signal", event: "key", words: "signal INT", signal: "INT" },
      { kind: "signal", event: "power", words: "signal PWR F", signal: "PWR", power: "F" },
      { kind: "end", event: "end", words: "kill x", record: 1 },
      { kind: "storm", event: "storm", words: "kill 1 KILL", record: 0 },
      { kind: "release", event: "storm", words: "", record: 0 },
      { kind: "other-ends", event: "end", words: "kill ~~", pid: 7 },
      { kind: "write", event: "file", words: "write 1", table: 1 },
      { kind: "answer", event: "answer", words: "answer 2", letter: "2" },
    ],
    ["1:2:respawn:/bin/a\n", "2:3:once:/bin/b\n"],
  );
  expect(validateScenario(scenario)).toEqual([]);
  if (!isScenario(scenario)) throw new Error("this is no scenario");
  const { events, ...rest } = scenario;
  expect(events?.map((event) => JSON.stringify(event)).join("\n")).toMatchInlineSnapshot(`
    "{"at":5,"telinit":"3"}
    {"at":10,"signal":"INT"}
    {"at":15,"signal":"PWR","powerstatus":"F"}
    {"at":20,"kill":"x"}
    {"at":25,"kill":"1","how":"KILL"}
    {"at":25.2,"kill":"1","how":"KILL"}
    {"at":25.4,"kill":"1","how":"KILL"}
    {"at":25.6,"kill":"1","how":"KILL"}
    {"at":25.8,"kill":"1","how":"KILL"}
    {"at":26,"kill":"1","how":"KILL"}
    {"at":26.2,"kill":"1","how":"KILL"}
    {"at":26.4,"kill":"1","how":"KILL"}
    {"at":26.6,"kill":"1","how":"KILL"}
    {"at":26.8,"kill":"1","how":"KILL"}
    {"at":27,"kill":"1","how":"KILL"}
    {"at":337.2,"kill":"~~"}
    {"at":342.2,"write":"2:3:once:/bin/b\\n"}
    {"at":347.2,"console":"2\\n"}"
  `);
  expect(rest).toMatchInlineSnapshot(`
    {
      "inittab": "1:2:respawn:/bin/a
    x:2:once:/bin/x
    ",
      "processes": {
        "1": {
          "runs": null,
        },
        "x": {
          "runs": null,
        },
        "~~": {
          "runs": null,
        },
      },
      "tty": true,
      "until": 352.2,
    }
  `);
  expect(sequence.map(({ at, words }) => `${at} ${words}`).join("\n")).toMatchInlineSnapshot(`
    "5 telinit 3
    10 signal INT
    15 signal PWR F
    20 kill x
    25 kill 1 KILL
    337.2 kill ~~
    342.2 write 1
    347.2 answer 2"
  `);
});
