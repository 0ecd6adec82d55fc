// What the debugger can, through the client of VS Code's adapters, over the standard streams of the built program:
// breakpoints of all kinds.

import { describe, expect, test } from "vitest";
import { type Debugging, debugged, evaluated, goOn, inFile, stops } from "../testing/debug-client.ts";

const thread = { threadId: 1 };

test("says what it can, at least 25 things", async () => {
  await debugged({}, async ({ client }) => {
    const { body = {} } = await client.initializeRequest();
    const able = Object.entries(body).filter(([, value]) => value !== false);
    expect(able.length).toBeGreaterThanOrEqual(25);
    expect(body.exceptionBreakpointFilters?.map(({ label }) => label).join("\n")).toMatchInlineSnapshot(`
      "An entry respawns too fast
      Init drops a line
      Nobody can log in any more
      The machine goes down
      rc skips a script"
    `);
  });
});

describe("breakpoints", () => {
  test("on a record, and on none", async () => {
    const set = inFile("etc/inittab", { line: 5 }, { line: 4 }, { line: 99 });
    await debugged(
      {
        configure: async (it) =>
          expect(await set(it)).toMatchInlineSnapshot(`
      [
        "5 true",
        "4 false Init does not take this line: /etc/inittab[4]: id field too long (max 4 characters)",
        "99 false Init has no entry in this line.",
      ]
    `),
      },
      async (it) => {
        expect(await stops(it)).toMatchInlineSnapshot(`
          "breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5
          the end"
        `);
      },
    );
  });

  test("on the end of a record's process, by the mode", async () => {
    const configure = inFile("etc/inittab", { line: 2, mode: "ends" });
    await debugged({ configure }, async (it) => {
      expect(await stops(it)).toMatchInlineSnapshot(`
        "breakpoint: init: si ends @inittab:2
        pause: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"
      `);
    });
  });

  test("on a branch of a script that rc calls", async () => {
    const set = inFile("etc/rc.d/init.d/net", { line: 4 }, { line: 7 }, { line: 2 });
    await debugged(
      {
        configure: async (it) =>
          expect(await set(it)).toMatchInlineSnapshot(`
      [
        "4 true",
        "7 true",
        "2 false This line is in no branch of the script that rc could call.",
      ]
    `),
      },
      async (it) => {
        expect(await goOn(it)).toMatchInlineSnapshot(`"breakpoint: S10net start (locks net) @net:3"`);
        expect(await it.stack()).toMatchInlineSnapshot(`
        "S10net start (locks net) @net:3
        /etc/rc.d/rc 2 @inittab:3
        init: waits for l2 to end @inittab:3"
      `);
      },
    );
  });

  test("with a condition, and with a wrong one", async () => {
    const set = inFile(
      "etc/inittab",
      { line: 2, condition: 'level == "3"' },
      { line: 5, condition: "time >= 2 && record == 1" },
      { line: 5, condition: "time >" },
    );
    await debugged(
      {
        configure: async (it) =>
          expect(await set(it)).toMatchInlineSnapshot(`
      [
        "2 true",
        "5 true",
        "5 false The expression cannot be read: something is wrong at character 7.",
      ]
    `),
      },
      async (it) => {
        expect(await goOn(it)).toMatchInlineSnapshot(
          `"breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
        );
      },
    );
  });

  const respawning = { processes: { 1: { runs: 5 } }, until: 30 };

  test("after a number of hits, which is the same on the way back", async () => {
    const set = inFile(
      "etc/inittab",
      { line: 5, hitCondition: "3" },
      { line: 5, hitCondition: "%4" },
      { line: 5, hitCondition: "often" },
    );
    const configure = async (it: Debugging) =>
      expect(await set(it)).toMatchInlineSnapshot(`
      [
        "5 true",
        "5 true",
        "5 false often is not a number of hits: write a number, alone or after ==, >, >=, <, <= or %.",
      ]
    `);
    await debugged({ configure, launch: { scenario: respawning } }, async (it) => {
      const time = async (stop: string) => `${await evaluated(it, "time")} ${stop}`;
      expect(await time(await goOn(it))).toMatchInlineSnapshot(
        `"12 breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
      expect(await time(await goOn(it))).toMatchInlineSnapshot(
        `"17 breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
      const back = (client: Debugging["client"]) => client.reverseContinueRequest(thread);
      expect(await time(await it.stopsAfter(back))).toMatchInlineSnapshot(
        `"12 breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
    });
  });

  test("that only say something", async () => {
    const configure = inFile("etc/inittab", {
      line: 5,
      logMessage: "{record} starts at {time} in {level}: {nothing}",
    });
    await debugged({ configure }, async (it) => {
      expect(await goOn(it)).toMatchInlineSnapshot(
        `"pause: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
      expect(it.output().split("\n").slice(-2).join("")).toMatchInlineSnapshot(
        `"1 starts at 2 in 2: {nothing is not known here.}"`,
      );
    });
  });

  test("on actions and on words that are said, as functions", async () => {
    const configure = async ({ client }: Debugging) => {
      const breakpoints = [
        { name: "respawn" },
        { name: "entering runlevel", condition: "time < 5" },
        { name: " " },
      ];
      const { body } = await client.setFunctionBreakpointsRequest({ breakpoints });
      expect(
        body.breakpoints.map(({ verified, message }) => `${verified} ${message ?? ""}`),
      ).toMatchInlineSnapshot(`
        [
          "true ",
          "true ",
          "false Write an action, or words that init says.",
        ]
      `);
    };
    await debugged({ configure }, async (it) => {
      expect(await stops(it)).toMatchInlineSnapshot(`
        "function breakpoint: init: INIT: Entering runlevel: 2 @inittab:3
        function breakpoint: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5
        the end"
      `);
    });
  });

  test("on changes of the level, of a record, and of the locks, as data", async () => {
    await debugged({}, async (it) => {
      const { client } = it;
      const info = async (name: string, variablesReference?: number) => {
        const asked = variablesReference === undefined ? { name } : { name, variablesReference };
        const { body } = await client.dataBreakpointInfoRequest(asked);
        return `${body.dataId}: ${body.description}`;
      };
      expect([
        await info("level"),
        await info("ca"),
        await info("locks"),
        await info("title"),
      ]).toMatchInlineSnapshot(`
        [
          "level: Changes to level",
          "record:ca: Changes to ca",
          "locks: Changes to locks",
          "null: The debugger cannot wait for changes to title.",
        ]
      `);
      const { body } = await client.scopesRequest({ frameId: 1 });
      const records = body.scopes.find(({ name }) => name === "records")?.variablesReference ?? 0;
      expect(await info("l2", records)).toMatchInlineSnapshot(`"record:l2: Changes to l2"`);
      await client.setDataBreakpointsRequest({
        breakpoints: [{ dataId: "level" }, { dataId: "record:l2" }, { dataId: "lock:net" }],
      });
      expect(await stops(it)).toMatchInlineSnapshot(`
        "data breakpoint: init: init enters the sysinit phase @inittab:2
        data breakpoint: init: init enters runlevel 2 @inittab:3
        data breakpoint: init: l2 starts: /etc/rc.d/rc 2 (init waits for it) @inittab:3
        data breakpoint: S10net start (locks net) @net:3
        data breakpoint: init: l2 ends @inittab:3
        pause: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"
      `);
      const empty = await client.setDataBreakpointsRequest({ breakpoints: [{ dataId: "what" }] });
      expect(empty.body.breakpoints[0]?.message).toMatchInlineSnapshot(
        `"The debugger cannot wait for changes to what."`,
      );
    });
  });

  test("are possible where there are records and branches", async () => {
    await debugged({}, async ({ client, at }) => {
      const lines = async (path: string) => {
        const asked = { source: { path: at(path) }, line: 1, endLine: 99 };
        const { body } = await client.customRequest("breakpointLocations", asked);
        return body.breakpoints.map(({ line }: { line: number }) => line).join(" ");
      };
      expect(await lines("etc/inittab")).toBe("1 2 3 5 6 7 8");
      expect(await lines("etc/rc.d/init.d/net")).toMatchInlineSnapshot(`"3 6"`);
    });
  });
});
