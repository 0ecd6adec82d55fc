// What the debugger can, through the client of VS Code's adapters, over the standard streams of the built program:
// exceptions.

import { describe, expect, test } from "vitest";
import { type Debugging, debugged, evaluated, goOn, refusal } from "../testing/debug-client.ts";

const thread = { threadId: 1 };

/** Sets a filter of exceptions before the boot begins. */
const filtered =
  (filterId: string, condition?: string) =>
  ({ client }: Debugging) =>
    client.setExceptionBreakpointsRequest({
      filters: [],
      filterOptions: [{ filterId, ...(condition !== undefined && { condition }) }],
    });

describe("exceptions", () => {
  const met = async (filter: string, launch: object = {}, condition?: string) => {
    let told = "";
    await debugged({ launch, configure: filtered(filter, condition) }, async (it) => {
      const stop = await goOn(it);
      const info = stop.startsWith("exception") ? await it.client.exceptionInfoRequest(thread) : undefined;
      told = `${stop}\n${info?.body.exceptionId}: ${info?.body.description}`;
    });
    return told;
  };

  test("a record that respawns too fast", async () => {
    expect(await met("too-fast", { scenario: { processes: { 1: { runs: 0.1 } } } })).toMatchInlineSnapshot(`
      "exception: init: INIT: Id "1" respawning too fast: disabled for 5 minutes @inittab:5
      too-fast: An entry is disabled because it respawns too fast: INIT: Id "1" respawning too fast: disabled for 5 minutes"
    `);
  });

  test("a line that init drops", async () => {
    expect(await met("dropped")).toMatchInlineSnapshot(`
      "exception: init: INIT: /etc/inittab[4]: id field too long (max 4 characters) @inittab:4
      dropped: Init drops a line of its table: INIT: /etc/inittab[4]: id field too long (max 4 characters)"
    `);
  });

  test("no login left, in a level alone", async () => {
    const scenario = { events: [{ at: 10, telinit: "3" }] };
    expect(await met("no-login", { scenario })).toMatchInlineSnapshot(`
      "exception: init: 1 ends @inittab:5
      no-login: Nobody can log in anymore: the last process that offered a login has ended."
    `);
    expect(await met("no-login", { scenario }, "level == 2")).toMatchInlineSnapshot(`
      "pause: init: INIT: no more processes left in this runlevel @inittab:8
      undefined: undefined"
    `);
  });

  test("a script that rc skips", async () => {
    expect(await met("skipped")).toMatchInlineSnapshot(`
      "exception: S20odd: it is not executable @odd:1
      skipped: S20odd is not called: it is not executable"
    `);
  });

  test("the machine goes down", async () => {
    const configure = filtered("down");
    const system = "etc/inittab\n  ::sysinit:/bin/true\n  ::respawn:-/bin/sh\n";
    const scenario = { events: [{ at: 9, signal: "TERM" }] };
    await debugged({ system, launch: { scenario }, configure }, async (it) => {
      expect(await goOn(it)).toMatchInlineSnapshot(
        `"exception: init: the machine goes down: reboot @inittab:2"`,
      );
      expect(await evaluated(it, "isDown")).toBe("true");
      expect(await refusal(evaluated(it, "reboot", "repl"))).toMatchInlineSnapshot(
        `"The machine is down: nothing can happen to it any more."`,
      );
    });
  });
});
