// What the debugger can, through the client of VS Code's adapters, over the standard streams of the built program:
// what can be done, and the session itself.

import { describe, expect, test } from "vitest";
import { type Debugging, debugged, evaluated, goOn, inFile, refusal } from "../testing/debug-client.ts";

const thread = { threadId: 1 };

describe("what can be done", () => {
  test("a request, a signal and the end of a process happen next", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      expect(await evaluated(it, "telinit 3", "repl")).toMatchInlineSnapshot(
        `"This happens next: \`telinit 3\`"`,
      );
      expect(await goOn(it)).toMatchInlineSnapshot(
        `"pause: init: INIT: no more processes left in this runlevel @inittab:8"`,
      );
      expect(await evaluated(it, "level")).toBe("3");
      expect(await evaluated(it, "signal INT", "repl")).toMatchInlineSnapshot(
        `"This happens next: \`signal INT\`"`,
      );
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: signal INT to init (Ctrl-Alt-Del) @inittab:8"`,
      );
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: ca starts: /bin/ca (init waits for it) @inittab:6"`,
      );
      expect(await refusal(evaluated(it, "kill", "repl"))).toMatchInlineSnapshot(
        `"write kill ID [exit|TERM|KILL]"`,
      );
    });
  });

  test("values are set: the level, the power supply, a process", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      const set = async (scopeName: string, name: string, value: string) => {
        const { body } = await it.client.scopesRequest({ frameId: 1 });
        const { variablesReference = 0 } = body.scopes.find((each) => each.name === scopeName) ?? {};
        const answer = await it.client.setVariableRequest({ variablesReference, name, value });
        return answer.body.value;
      };
      expect(await set("init", "power", "failing")).toBe("failing");
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: signal PWR to init (the power supply, powerstatus "F") @inittab:5"`,
      );
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: pf starts: /bin/pf @inittab:7"`,
      );
      const expression = 'processes["1"].signal';
      const { body } = await it.client.customRequest("setExpression", { expression, value: "TERM" });
      expect(body.value).toBe("TERM");
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: somebody sends TERM to 1 @inittab:7"`,
      );
      expect(await set("init", "level", "'3'")).toBe("3");
      expect(await refusal(set("init", "level", "17"))).toMatchInlineSnapshot(
        `"Nothing can make level become 17."`,
      );
      expect(await refusal(set("init", "time", "17"))).toMatchInlineSnapshot(`"time cannot be set."`);
      expect(await refusal(set("init", "nobody", "17"))).toMatchInlineSnapshot(
        `"There is no such value at this position."`,
      );
    });
  });

  test("a process ends with another exit code than its usual one", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      const expression = 'processes["1"].exit';
      await it.client.customRequest("setExpression", { expression, value: "3" });
      const next = (client: Debugging["client"]) => client.nextRequest(thread);
      expect(await it.stopsAfter(next)).toMatchInlineSnapshot(`"step: init: 1 comes to its end @inittab:5"`);
      expect(await it.stopsAfter(next)).toMatchInlineSnapshot(
        `"step: init: 1 ends with exit code 3 @inittab:5"`,
      );
      expect(await evaluated(it, "code")).toBe("3");
      expect(await it.stopsAfter(next)).toMatchInlineSnapshot(
        `"step: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`,
      );
      const wrong = it.client.customRequest("setExpression", { expression, value: "256" });
      expect(await refusal(wrong)).toMatchInlineSnapshot(`"Nothing can make exit become 256."`);
    });
  });

  test("what was before stays as it was, and something else can be tried from there", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      await evaluated(it, "telinit 3", "repl");
      await goOn(it);
      const to = (time: number) =>
        it.stopsAfter((client) => client.evaluateRequest({ expression: `goto ${time}`, context: "repl" }));
      expect(await to(2)).toMatchInlineSnapshot(`"goto: init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`);
      expect(await evaluated(it, "level")).toBe("2");
      await evaluated(it, "kill 1 KILL", "repl");
      expect(await goOn(it)).toMatchInlineSnapshot(
        `"pause: init: INIT: no more processes left in this runlevel @inittab:8"`,
      );
      expect(await evaluated(it, "level")).toBe("3");
    });
  });

  test("a process is terminated as a thread; init cannot be", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      const [, getty] = (await it.client.threadsRequest()).body.threads;
      await it.client.customRequest("terminateThreads", { threadIds: [getty?.id] });
      expect(await it.stopsAfter((client) => client.nextRequest(thread))).toMatchInlineSnapshot(
        `"step: init: somebody sends TERM to 1 @inittab:5"`,
      );
      expect(
        await refusal(it.client.customRequest("terminateThreads", { threadIds: [1] })),
      ).toMatchInlineSnapshot(`"init itself cannot be terminated."`);
    });
  });
});

describe("the session", () => {
  test("begins anew, with what the file says then, and ends when asked", async () => {
    await debugged({ launch: { level: "3" } }, async (it) => {
      await goOn(it);
      expect(await evaluated(it, "level")).toBe("3");
      const again = { arguments: { program: it.at("etc/inittab"), stopOnEntry: true } };
      expect(await it.stopsAfter((client) => client.customRequest("restart", again))).toMatchInlineSnapshot(
        `"entry: init: the kernel starts init @inittab:2"`,
      );
      await goOn(it);
      expect(await evaluated(it, "level")).toBe("2");
      const ended = it.client.waitForEvent("terminated");
      await it.client.terminateRequest({});
      await ended;
    });
  });

  test("runs to a breakpoint at once where it is not to stop on entry", async () => {
    const configure = inFile("etc/inittab", { line: 5 });
    await debugged({ launch: { stopOnEntry: false }, configure }, async (it) => {
      expect(await it.stack()).toMatchInlineSnapshot(`"init: 1 starts: /sbin/getty 38400 tty1 @inittab:5"`);
    });
  });

  test("a request is called off while it waits for its turn", async () => {
    const scenario = { processes: { 1: { runs: 13 } }, until: 20_000 };
    await debugged({ launch: { scenario } }, async (it) => {
      const { request_seq: known } = await it.client.threadsRequest();
      // To begin anew takes a while.
      const again = it.client.customRequest("restart", {});
      const asked = refusal(it.client.threadsRequest());
      await it.client.customRequest("cancel", { requestId: known + 2 });
      expect(await asked).toMatchInlineSnapshot(`"The request was canceled."`);
      await again;
    });
  });

  test("says why nothing can be debugged", async () => {
    await debugged({}, async ({ client, at }) => {
      const launch = (args: object) =>
        refusal(client.customRequest("launch", { program: at("etc/inittab"), ...args }));
      expect(await launch({ program: "" })).toMatchInlineSnapshot(
        `"The launch configuration names no inittab: program is missing."`,
      );
      expect(await launch({ program: "/nowhere/inittab" })).toMatchInlineSnapshot(
        `"/nowhere/inittab: no such file or directory"`,
      );
      expect(await launch({ dialect: "aix" })).toMatchInlineSnapshot(
        `"is read as a file of aix (because it was asked for), which cannot be simulated; only sysvinit, busybox or procd can be simulated"`,
      );
      expect(await launch({ init: "9.9" })).toMatch(/9\.9/);
      expect(await launch({ scenario: { events: [{ at: -1 }] } })).toMatchInlineSnapshot(
        `"events[0]: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl"`,
      );
      expect(await refusal(client.customRequest("fly"))).toMatchInlineSnapshot(
        `"The debugger does not know the request fly."`,
      );
      expect(await refusal(client.exceptionInfoRequest(thread))).toMatchInlineSnapshot(
        `"The debugger has not stopped at an exception."`,
      );
    });
  });
});
