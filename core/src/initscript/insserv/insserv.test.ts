import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../testing/alphabet.ts";
import { insservSystemWith, type ScriptLines } from "../../testing/systems.ts";
import { folderNames } from "../rc-name.ts";
import { runInsserv } from "./insserv.ts";
import { scriptObstacle } from "./scan-scripts.ts";

interface Script {
  readonly name: string;
  readonly start?: string;
  readonly stop?: string;
  readonly levels?: string;
  readonly more?: readonly string[];
}

function scriptOf({ name, start = "", stop = "", levels = "2 3", more = [] }: Script): ScriptLines {
  const header = [
    `# Provides: ${name}`,
    `# Required-Start: ${start}`,
    `# Required-Stop: ${stop}`,
    `# Default-Start: ${levels}`,
    "# Default-Stop: 0",
    ...more,
  ];
  return { name, header };
}

/** Enables all scripts and prints the start and stop links, then what insserv says. */
function check(...scripts: readonly Script[]): string {
  const result = runInsserv(
    insservSystemWith(scripts.map(scriptOf)),
    scripts.map(({ name }) => name),
  );
  const folders = Object.entries(folderNames(result.links)).map(
    ([level, names]) => `rc${level}.d ${names.join(" ")}`,
  );
  return [...folders, ...result.stderr, `status ${result.exit}`].join("\n");
}

describe("numbers", () => {
  test("a service waits for what it requires", () => {
    expect(check({ name: "web", start: "db", stop: "db" }, { name: "db" })).toMatchInlineSnapshot(`
      "rc0.d K01web K02db
      rc2.d S01db S02web
      rc3.d S01db S02web
      status 0"
    `);
  });
  test("a missing requirement is refused", () => {
    expect(check({ name: "web", start: "db" })).toMatchInlineSnapshot(`
      "insserv: FATAL: service db has to be enabled to use service web
      insserv: exiting now!
      status 1"
    `);
  });
  test("a circle is refused and told by kind", () => {
    const scripts = [scriptOf({ name: "a", start: "b" }), scriptOf({ name: "b", start: "a" })];
    const { messages } = runInsserv(insservSystemWith(scripts), ["a", "b"]);
    expect(messages.map(({ kind }) => kind)).toEqual([
      "loop-between",
      "loop-involving",
      "loop-involving",
      "loop-between",
      "exiting",
    ]);
  });
  test("a circle of facilities ends the program before anything is read", () => {
    const system = insservSystemWith([scriptOf({ name: "a" })], "$aa $bb\n$bb $aa\n");
    expect(runInsserv(system, ["a"]).stderr).toEqual([
      "insserv: Loop detected during expanding system facilities in the insserv.conf file(s): $aa $bb",
    ]);
  });
});

describe("the command line", () => {
  test.each([
    [["-x"], 1, "insserv: invalid option -- 'x'\ninsserv: For help use: insserv -h"],
    [["-r"], 1, "insserv: usage: insserv [[-r] init_script|init_directory]"],
    [["nothing"], 1, "insserv: nothing: No such file or directory"],
    [["--silent", "--", "a"], 0, ""],
  ] as const)("%j", (words, exit, said) => {
    const result = runInsserv(insservSystemWith([scriptOf({ name: "a" })]), words);
    expect([result.exit, result.stderr.join("\n")]).toEqual([exit, said]);
  });
});

const names = ["a", "b", "c", "d", "e", "f"];
const list = fc.array(fc.constantFrom(...names, "$all", "$network", "x", "+a"), { maxLength: 4 });
const someScripts = fc
  .array(
    fc.record({ start: list, stop: list, levels: fc.constantFrom("2 3", "S", "3", ""), all: fc.boolean() }),
    {
      minLength: 1,
      maxLength: names.length,
    },
  )
  .map((records) =>
    records.map(({ start, stop, levels, all }, at) =>
      scriptOf({
        name: names[at] ?? "",
        start: start.join(" "),
        stop: stop.join(" "),
        levels,
        more: all ? ["# X-Interactive: true"] : [],
      }),
    ),
  );

describe("properties", () => {
  test("what one call has enabled another one removes, or refuses to touch", () => {
    fc.assert(
      fc.property(someScripts, (scripts) => {
        const all = scripts.map(({ name }) => name);
        const system = insservSystemWith(scripts);
        const enabled = runInsserv(system, all);
        const removed = runInsserv({ ...system, links: enabled.links }, ["-r", ...all]);
        // A circle through $all is told when the scripts are enabled, and ends the program when they are removed.
        expect(folderNames(removed.links)).toEqual(removed.exit === 0 ? {} : folderNames(enabled.links));
      }),
    );
  });
  test("numbers stay below 100, and a refused call leaves the links alone", () => {
    fc.assert(
      fc.property(someScripts, (scripts) => {
        const result = runInsserv(
          insservSystemWith(scripts),
          scripts.map(({ name }) => name),
        );
        for (const { startNumber, stopNumber } of result.order)
          expect(Math.max(startNumber, stopNumber)).toBeLessThan(100);
        if (result.exit !== 0) expect(folderNames(result.links)).toEqual({});
      }),
    );
  });
  test("any text ends", () => {
    fc.assert(
      fc.property(fc.array(anyText(60), { maxLength: 8 }), (bodies) => {
        const scripts = bodies.map((body, at) => ({
          name: `s${at}`,
          body: ["### BEGIN INIT INFO", body, "### END INIT INFO"],
        }));
        runInsserv(
          insservSystemWith(scripts),
          scripts.map(({ name }) => name),
        );
      }),
    );
  });
});

test("links in init.d are passed over, but for reboot", () => {
  const obstacle = (name: string, linkTarget?: string, executable: boolean = true): string | undefined =>
    scriptObstacle({ name, text: "", executable, ...(linkTarget === undefined ? {} : { linkTarget }) });
  expect(obstacle("svc")).toBeUndefined();
  expect(obstacle("svc", "other")).toBe("link-to-script");
  expect(obstacle("svc", "/lib/init/svc")).toBeUndefined();
  expect(obstacle("svc", "/lib/init/svc", false)).toBe("not-executable");
  expect(obstacle("reboot", "halt", false)).toBeUndefined();
  expect(obstacle("reboot", undefined, false)).toBe("not-executable");
  expect(obstacle("svc", undefined, false)).toBe("not-executable");
  expect(obstacle(".svc")).toBe("hidden");
});
