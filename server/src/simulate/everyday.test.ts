// What somebody does with the simulation on an ordinary day, asked over the protocol.

import { describe, expect, test } from "vitest";
import type { SimulationAnswer, TestAnswer } from "../protocol.ts";
import { deskOfTest } from "../testing/desk.ts";

const { open, now: desk } = deskOfTest();

describe("the simulation", () => {
  const before =
    "id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\n3:2:respawn:/sbin/getty 38400 tty3\n";
  const now = "id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\n";

  async function command<T>(name: string, question: object): Promise<T | undefined> {
    return desk()?.peer.connection.sendRequest<T>("workspace/executeCommand", {
      command: name,
      arguments: [{ uri: desk()?.uri, ...question }],
    });
  }

  test("an edit can happen to the running machine: what `telinit q` does about it is seen", async () => {
    await open(now, { settings: { dialect: "sysvinit" } });
    const question = { scenario: { events: [{ at: 10, telinit: "q" }] }, booted: { text: before, at: 8 } };
    const answer = await command<SimulationAnswer>("inittab.simulate", question);
    const story = answer?.story?.filter(({ at }) => at >= 8).map(({ at, text }) => `${at}: ${text}`);
    expect(story?.join("\n")).toMatchInlineSnapshot(`
      "8: /etc/inittab is written
      8: init does not notice: it reads the file only when asked to
      10: telinit q
      10: log: init: Re-reading inittab
      10: INIT: Sending processes configured via /etc/inittab the TERM signal
      10: 3 gets TERM and ends"
    `);
    expect(answer?.run?.final.running).toEqual(["1"]);
    const without = await command<SimulationAnswer>("inittab.simulate", {
      scenario: { events: [] },
      booted: { text: before, at: 8 },
    });
    expect(without?.run?.final.running).toEqual(["1", "3"]);
    const same = await command<SimulationAnswer>("inittab.simulate", { booted: { text: now, at: 8 } });
    expect(same?.scenario?.events).toBeUndefined();
  });

  test("entries that an edit has moved to other lines keep their processes, before and after init reads them", async () => {
    const four = `${before}4:2:respawn:/sbin/getty 38400 tty4\n`;
    await open(four.replace(/^3:.*\n/m, ""), { settings: { dialect: "sysvinit" } });
    const scenario = { events: [{ at: 10, telinit: "q" }] };
    for (const at of [9, 20]) {
      const question = { scenario, booted: { text: four, at: 8 }, at };
      const answer = await command<SimulationAnswer>("inittab.simulate", question);
      const lanes = answer?.lanes?.map(({ record }) => `${record.line} ${record.id}`);
      expect(lanes?.filter((lane) => lane.endsWith(" 4"))).toEqual(["3 4"]);
      const life = answer?.timeline?.intervals.find(({ record }) => record.id === "4");
      expect([life?.record.line, life?.start, life?.end]).toEqual([3, 0, null]);
      const { moment } =
        (await command<SimulationAnswer>("inittab.simulate", { ...question, only: "moment" })) ?? {};
      const reason = moment?.reasons.find(({ record }) => record.id === "4");
      expect([reason?.record.line, reason?.text]).toEqual([3, "runs"]);
    }
  });

  test("a change from a level in which the machine is down says so", async () => {
    await open(`${before}l0:0:wait:/sbin/halt\n`, { settings: { dialect: "sysvinit" } });
    const compare = (from: string) =>
      command<{ readonly isDown: boolean }>("inittab.compareLevels", { from, to: "3" });
    expect((await compare("0"))?.isDown).toBe(true);
    expect((await compare("2"))?.isDown).toBe(false);
  });

  test("init's question can be answered where it asks one, and its signals can be sent", async () => {
    await open("1:2:respawn:/sbin/getty 38400 tty1\n", { settings: { dialect: "sysvinit" } });
    const asking = await command<SimulationAnswer>("inittab.simulate", {});
    const names = (answer: SimulationAnswer | undefined) => answer?.offers?.groups.map(({ name }) => name);
    expect(names(asking)).toEqual(["telinit", "keys", "power", "init", "answer"]);
    const [answer] = asking?.offers?.groups.at(-1)?.offers.slice(1, 2) ?? [];
    const answered = await command<SimulationAnswer>("inittab.simulate", {
      scenario: { events: [{ at: 10, ...answer?.happening }] },
    });
    expect(answered?.run?.final.running).toEqual(["1"]);
    await open(now, { settings: { dialect: "sysvinit" } });
    const usual = await command<SimulationAnswer>("inittab.simulate", {});
    expect(names(usual)).toEqual(["telinit", "keys", "power", "init"]);
    expect(usual?.offers?.waitTime).toBe("waitBetweenSignals");
    const signals = usual?.offers?.groups.at(-1)?.offers.map(({ happening }) => Object.values(happening)[0]);
    expect(signals).toEqual(["HUP", "USR1", "TSTP", "CONT"]);
    expect(usual?.offers?.bootWords).toEqual(["single", "3", "emergency"]);
  });

  test("a file of tests is run with the table as it is edited", async () => {
    const tests = JSON.stringify({
      tests: [
        { name: "a getty on tty3", expect: [{ runs: "3" }] },
        { name: "runlevel 2", expect: [{ level: "2" }] },
      ],
    });
    const files = { "etc/inittab": before, "etc/x.inittab-test.json": tests, "etc/y.inittab-test.json": "{" };
    await open(now, { settings: { dialect: "sysvinit" }, files });
    const runOf = (name: string) =>
      command<TestAnswer>("inittab.runTests", { uri: `file:///etc/${name}.inittab-test.json` });
    expect(await runOf("x")).toEqual({
      problems: [],
      tests: [
        { name: "a getty on tty3", failures: ["3 does not run at 60 s: no entry has this id or command"] },
        { name: "runlevel 2", failures: [] },
      ],
    });
    await open("", { path: "other/inittab", files });
    expect((await runOf("x"))?.tests.map(({ failures }) => failures)).toEqual([[], []]);
    expect((await runOf("y"))?.problems).toHaveLength(1);
    expect(await runOf("z")).toBeNull();
  });
});
