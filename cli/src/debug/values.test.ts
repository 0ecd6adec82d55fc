// What the debugger can, through the client of VS Code's adapters, over the standard streams of the built program:
// what can be seen.

import { describe, expect, test } from "vitest";
import { debugged, evaluated, goOn, inFile, refusal, scope } from "../testing/debug-client.ts";

const thread = { threadId: 1 };

describe("what can be seen", () => {
  test("threads for init and its processes, with frames in pieces", async () => {
    await debugged({ configure: inFile("etc/rc.d/init.d/net", { line: 4 }) }, async (it) => {
      await goOn(it);
      const { body } = await it.client.threadsRequest();
      expect(body.threads.map(({ name }) => name)).toMatchInlineSnapshot(`
        [
          "init",
          "l2: /etc/rc.d/rc 2",
        ]
      `);
      const [, rc] = body.threads;
      const frames = async (args: object) => {
        const { body: found } = await it.client.stackTraceRequest({ ...thread, ...args });
        return `${found.totalFrames}: ${found.stackFrames.map(({ name }) => name).join(", ")}`;
      };
      expect(await frames({ startFrame: 1, levels: 1 })).toMatchInlineSnapshot(`"3: /etc/rc.d/rc 2"`);
      expect(await frames({ threadId: rc?.id })).toMatchInlineSnapshot(`"1: /etc/rc.d/rc 2"`);
      expect(await frames({ startFrame: 1, levels: 1, format: { line: true } })).toMatchInlineSnapshot(
        `"3: /etc/rc.d/rc 2 (3)"`,
      );
    });
  });

  test("scopes: what happened, init, records, processes, locks, environment, files", async () => {
    await debugged({ configure: inFile("etc/rc.d/init.d/odd", { line: 1 }) }, async (it) => {
      await goOn(it);
      expect(await scope(it, "event")).toMatchInlineSnapshot(`
        {
          "argument": "null",
          "deed": "skip",
          "event": "script",
          "line": "3",
          "record": "l2",
          "script": "S20odd",
          "time": "1",
        }
      `);
      expect(await scope(it, "records")).toMatchInlineSnapshot(`
        {
          "1": "waits for l2 to end",
          "bad line": "dropped: id field too long (max 4 characters)",
          "ca": "waits for Ctrl-Alt-Del (INT)",
          "id": "never runs: its action is initdefault",
          "l2": "runs, and init waits for it",
          "l3": "not in runlevel 2; its field is 3",
          "pf": "waits for a failing power line (PWR)",
          "si": "the sysinit phase is over",
        }
      `);
      expect(await scope(it, "processes")).toMatchInlineSnapshot(`
        {
          "l2": "/etc/rc.d/rc 2",
        }
      `);
      expect(await scope(it, "locks")).toMatchInlineSnapshot(`
        {
          "net": "true",
        }
      `);
      expect(Object.keys(await scope(it, "environment")).join(" ")).toMatchInlineSnapshot(
        `"HOME TERM PATH SHELL RUNLEVEL PREVLEVEL CONSOLE INIT_VERSION"`,
      );
      expect(Object.keys(await scope(it, "files"))).toEqual(["/etc/inittab"]);
    });
  });

  test("sources: the table, the scripts, and files that only init can read", async () => {
    const scenario = { files: { "/etc/inittab.d/more.tab": "m:2:respawn:/bin/m\n" } };
    await debugged({ launch: { scenario } }, async ({ client }) => {
      const { body } = await client.customRequest("loadedSources");
      const named = body.sources.map((each: { name: string; sourceReference?: number }) => [
        each.name,
        each.sourceReference,
      ]);
      expect(named).toMatchInlineSnapshot(`
        [
          [
            "inittab",
            undefined,
          ],
          [
            "more.tab",
            1,
          ],
          [
            "net",
            undefined,
          ],
          [
            "odd",
            undefined,
          ],
        ]
      `);
      const source = await client.sourceRequest({ sourceReference: 1 });
      expect(source.body.content).toBe("m:2:respawn:/bin/m\n");
      expect(await refusal(client.sourceRequest({ sourceReference: 9 }))).toMatchInlineSnapshot(
        `"There is no such source."`,
      );
    });
  });

  test("values of expressions, for watches, hovers and the clipboard", async () => {
    await debugged({}, async (it) => {
      await goOn(it);
      expect(await evaluated(it, "l2", "hover")).toMatchInlineSnapshot(
        `"has run; runs again only after init has left runlevel 2 and come back"`,
      );
      expect(await evaluated(it, 'records["1"].process')).toBe("/sbin/getty 38400 tty1");
      expect(await evaluated(it, "records.l2.runs ? 'yes' : 'no'", "clipboard")).toBe("no");
      expect(await evaluated(it, "!isDown && level != 3 && 2 * 3 - 1 == 5")).toBe("true");
      const format = { hex: true };
      const { body } = await it.client.evaluateRequest({ expression: 'processes["1"].pid + 250', format });
      expect(body.result).toMatch(/^0x/);
      for (const wrong of ["nobody", "records.nobody", "f(1)", "1 ** 2", "(", "1 2", "x".repeat(2000)])
        expect.soft(await refusal(evaluated(it, wrong)), wrong).toMatch(/\.$/);
    });
  });

  test("completions of commands, names, members, levels and processes", async () => {
    await debugged({}, async ({ client }) => {
      const offered = async (text: string) => {
        const { body } = await client.completionsRequest({ text, column: text.length + 1 });
        return body.targets.map(({ label }) => label).join(" ");
      };
      expect(await offered("")).toMatchInlineSnapshot(
        `"telinit signal kill kill-service console goto init records processes locks environment files time level previous doing isDown pending record code signal said"`,
      );
      expect(await offered("tel")).toBe("telinit");
      expect(await offered("telinit ")).toMatchInlineSnapshot(`"0 1 2 3 4 5 6 S a b c q u"`);
      expect(await offered("kill ")).toMatchInlineSnapshot(`"ca pf id si l2 1 l3"`);
      expect(await offered("records.l2.r")).toMatchInlineSnapshot(`"runlevels runs reason"`);
    });
  });
});
