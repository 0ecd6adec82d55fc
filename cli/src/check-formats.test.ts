import { describe, expect, test } from "vitest";
import { bad, good } from "./testing/inittabs.ts";
import { type RunOptions, runInittab, show } from "./testing/program.ts";
import { sarifProblems } from "./testing/sarif.ts";

describe("formats for programs", () => {
  const files = { "etc/in it#tab%.inittab": bad, "etc/inittab": good };
  test("JSON", async () => {
    const { stdout, stderr, exitCode } = await runInittab(["check", "--format", "json", "etc", "gone"], {
      files,
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "inittab: gone: no such file or directory\n",
    });
    const report = JSON.parse(stdout);
    expect(stdout).toMatchInlineSnapshot(`
      "{"version":1,"files":[
      {"path":"etc/in it#tab%.inittab","encoding":"utf-8","kind":"inittab","dialect":"sysvinit","initVersion":"3.14","dialectFrom":"content","because":"it has the action ctrlaltdel","findings":[
      {"rule":"duplicate-id","code":"IT110","severity":"error","message":"\`l2\` repeats the id of line 4; init ignores this entry","start":{"line":5,"column":1,"offset":97},"end":{"line":5,"column":3,"offset":99},"unnecessary":false,"related":[{"message":"\`l2\` is first used here","start":{"line":4,"column":1,"offset":70},"end":{"line":4,"column":3,"offset":72}}],"fixes":[{"title":"Rename to \`l3\`","kind":"suggestion","edits":[{"start":{"line":5,"column":1,"offset":97},"end":{"line":5,"column":3,"offset":99},"text":"l3"}]}]}]},
      {"path":"etc/inittab","encoding":"utf-8","kind":"inittab","dialect":"sysvinit","initVersion":"3.14","dialectFrom":"content","because":"it has the action ctrlaltdel","findings":[]}
      ],"unreadable":[{"path":"gone","why":"no such file or directory"}],"summary":{"files":2,"error":1,"warning":0,"information":0,"hint":0}}
      "
    `);
    const { start, end } = report.files[0].findings[0];
    expect(bad.slice(start.offset, end.offset)).toBe("l2");
  });
  test("JSON of nothing", async () => {
    const { stdout } = await runInittab(["check", "--format", "json", "gone"]);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      files: [],
      unreadable: [{ path: "gone", why: "no such file or directory" }],
      summary: { files: 0, error: 0, warning: 0, information: 0, hint: 0 },
    });
  });
  test("workflow commands of GitHub", async () => {
    expect(await show(["check", "--format", "github", "etc", "gone"], { files })).toMatchInlineSnapshot(`
      "::error file=etc/in it#tab%25.inittab,line=5,col=1,endLine=5,endColumn=3,title=IT110 duplicate-id::\`l2\` repeats the id of line 4; init ignores this entry
      ::error file=gone,title=cannot be read::no such file or directory
      ! inittab: gone: no such file or directory
      exit 2"
    `);
  });

  async function sarif(args: string, options: RunOptions): Promise<Log> {
    const { stdout } = await runInittab(["check", "--format", "sarif", ...args.split(" ")], options);
    const log = JSON.parse(stdout);
    expect(sarifProblems(log)).toEqual([]);
    return log;
  }
  test("SARIF that its schema accepts", async () => {
    const log = await sarif("etc gone", { files });
    const [run] = log.runs;
    expect(run?.columnKind).toBe("utf16CodeUnits");
    expect(run?.tool.driver.rules.length).toBeGreaterThan(1);
    const result = run?.results[0];
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
    expect(
      JSON.stringify({ ...result, ruleIndex: "…" }, null, 1).replaceAll(/\n */g, " "),
    ).toMatchInlineSnapshot(
      `"{ "ruleId": "IT110", "ruleIndex": "…", "level": "error", "message": { "text": "\`l2\` repeats the id of line 4; init ignores this entry" }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "etc/in%20it%23tab%25.inittab", "uriBaseId": "%SRCROOT%" }, "region": { "startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 3 } } } ], "partialFingerprints": { "inittabFinding/v1": "19ab6b5923b78c92:1" }, "relatedLocations": [ { "message": { "text": "\`l2\` is first used here" }, "physicalLocation": { "artifactLocation": { "uri": "etc/in%20it%23tab%25.inittab", "uriBaseId": "%SRCROOT%" }, "region": { "startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 3 } } } ], "fixes": [ { "description": { "text": "Rename to \`l3\`" }, "artifactChanges": [ { "artifactLocation": { "uri": "etc/in%20it%23tab%25.inittab", "uriBaseId": "%SRCROOT%" }, "replacements": [ { "deletedRegion": { "startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 3 }, "insertedContent": { "text": "l3" } } ] } ] } ] }"`,
    );
    expect(
      run?.artifacts.map(({ description, properties }) => [description.text, properties]),
    ).toMatchInlineSnapshot(`
      [
        [
          "read as sysvinit 3.14, because it has the action ctrlaltdel",
          {
            "because": "it has the action ctrlaltdel",
            "dialect": "sysvinit",
            "dialectFrom": "content",
            "initVersion": "3.14",
          },
        ],
        [
          "read as sysvinit 3.14, because it has the action ctrlaltdel",
          {
            "because": "it has the action ctrlaltdel",
            "dialect": "sysvinit",
            "dialectFrom": "content",
            "initVersion": "3.14",
          },
        ],
      ]
    `);
    expect(run?.invocations).toMatchInlineSnapshot(`
      [
        {
          "executionSuccessful": false,
          "toolExecutionNotifications": [
            {
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "gone",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "message": {
                "text": "gone: no such file or directory",
              },
            },
          ],
        },
      ]
    `);
  });
  test("SARIF of strange files, and of none", async () => {
    const strange = { nul: "a:4:once:/x\0y\n", latin: Buffer.from("\xe9:4:o:/x\n", "latin1"), empty: "" };
    await sarif("--dialect sysvinit nul latin empty /nowhere/é", { files: strange });
    expect((await sarif("gone", {})).runs[0]?.results).toEqual([]);
    expect((await sarif("-", { stdin: bad })).runs[0]?.results.length).toBeGreaterThan(0);
  });
  test("a fingerprint stays when lines move", async () => {
    const fingerprint = async (stdin: string) =>
      (await sarif("-", { stdin })).runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints);
    expect(await fingerprint(`# moved\n\n${bad}`)).toEqual(await fingerprint(bad));
    const twice = await fingerprint(bad.replace("1:2345", "l2:3:wait:/etc/init.d/rc 3\n1:2345"));
    expect(new Set(twice?.map((prints) => JSON.stringify(prints))).size).toBe(2);
  });
});

interface Log {
  readonly runs: readonly {
    readonly columnKind: string;
    readonly artifacts: readonly {
      readonly description: { readonly text: string };
      readonly properties: object;
    }[];
    readonly invocations: unknown;
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly partialFingerprints: object;
    }[];
  }[];
}
