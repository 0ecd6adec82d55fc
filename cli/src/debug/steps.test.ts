// What the debugger can, through the client of VS Code's adapters, over the standard streams of the built program:
// steps and jumps, forward and back.

import { describe, expect, test } from "vitest";
import { type Debugging, debugged, goOn, inFile, refusal } from "../testing/debug-client.ts";

const thread = { threadId: 1 };

describe("steps", () => {
  const step = (it: Debugging, name: string, args: object = {}) =>
    it.stopsAfter((client) => client.customRequest(name, { ...thread, ...args }));
  const atRc = inFile("etc/inittab", { line: 3 });

  test("over and into rc, out of it, and back again", async () => {
    await debugged({ configure: atRc }, async (it) => {
      const all = [await goOn(it)];
      for (const name of ["stepIn", "next", "stepBack", "stepOut", "stepBack", "next", "next", "stepBack"])
        all.push(`${name} ${await step(it, name)}`);
      expect(all.join("\n")).toMatchInlineSnapshot(`
        "breakpoint: init: l2 starts: /etc/rc.d/rc 2 (init waits for it) @inittab:3
        stepIn step: S10net start (locks net) @net:3
        next step: S20odd: it is not executable @odd:1
        stepBack step: S10net start (locks net) @net:3
        stepOut step: init: l2 ends @inittab:3
        stepBack breakpoint: init: l2 starts: /etc/rc.d/rc 2 (init waits for it) @inittab:3
        next step: init: l2 ends @inittab:3
        next step: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5
        stepBack step: init: l2 ends @inittab:3"
      `);
    });
  });

  test("into one of the scripts, or as finely as can be", async () => {
    await debugged({ configure: atRc }, async (it) => {
      await goOn(it);
      const { body } = await it.client.stepInTargetsRequest({ frameId: 1 });
      expect(body.targets.map(({ label }) => label)).toMatchInlineSnapshot(`
        [
          "S10net start (locks net)",
          "S20odd: it is not executable",
        ]
      `);
      const [, second] = body.targets;
      expect(await step(it, "stepIn", { targetId: second?.id })).toMatchInlineSnapshot(
        `"step: S20odd: it is not executable @odd:1"`,
      );
      await step(it, "stepBack");
      await step(it, "stepBack");
      expect(await step(it, "next", { granularity: "instruction" })).toMatchInlineSnapshot(
        `"step: S10net start (locks net) @net:3"`,
      );
      expect(await refusal(step(it, "stepIn", { targetId: 9999 }))).toMatchInlineSnapshot(
        `"There is no such place."`,
      );
    });
  });

  test("back to the beginning, and no further", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      expect(await step(it, "reverseContinue")).toMatchInlineSnapshot(
        `"pause: init: the kernel starts init @inittab:2"`,
      );
      expect(await step(it, "stepBack")).toMatchInlineSnapshot(
        `"step: init: the kernel starts init @inittab:2"`,
      );
    });
  });

  test("to where a frame began", async () => {
    await debugged({ configure: inFile("etc/rc.d/init.d/net", { line: 4 }) }, async (it) => {
      await goOn(it);
      await step(it, "next");
      const frame = (frameId: number) => it.stopsAfter((client) => client.restartFrameRequest({ frameId }));
      expect(await frame(1)).toMatchInlineSnapshot(`"restart: S20odd: it is not executable @odd:1"`);
      expect(await frame(2)).toMatchInlineSnapshot(
        `"restart: init: l2 starts: /etc/rc.d/rc 2 (init waits for it) @inittab:3"`,
      );
      expect(await frame(1)).toMatchInlineSnapshot(`"restart: init: si ends @inittab:2"`);
      expect(await refusal(it.client.restartFrameRequest({ frameId: 77 }))).toMatchInlineSnapshot(
        `"There is no such frame at this position."`,
      );
    });
  });

  test("to a time, and to what happens to a record or a script", async () => {
    await debugged({}, async (it) => {
      const targets = async (path: string, line: number) => {
        const { body } = await it.client.gotoTargetsRequest({ source: { path: it.at(path) }, line });
        return body.targets;
      };
      const [first] = await targets("etc/inittab", 5);
      expect(first?.label).toMatchInlineSnapshot(`"2.00 s: 1 starts: /sbin/getty 38400 tty1"`);
      const jump = (targetId: number) =>
        it.stopsAfter((client) => client.gotoRequest({ ...thread, targetId }));
      expect(await jump(first?.id ?? 0)).toMatchInlineSnapshot(
        `"goto: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
      const [call] = await targets("etc/rc.d/init.d/net", 4);
      expect(await jump(call?.id ?? 0)).toMatchInlineSnapshot(`"goto: S10net start (locks net) @net:3"`);
      const goto = it.stopsAfter((client) =>
        client.evaluateRequest({ expression: "goto 0.5", context: "repl" }),
      );
      expect(await goto).toMatchInlineSnapshot(
        `"goto: init: si starts: /etc/init.d/rcS (init waits for it) @inittab:2"`,
      );
      expect(await refusal(jump(-5))).toMatchInlineSnapshot(`"There is no such place."`);
    });
  });

  test("end the session at the end of the run", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      const ended = it.client.waitForEvent("terminated");
      await it.client.continueRequest(thread);
      await ended;
    });
  });
});
