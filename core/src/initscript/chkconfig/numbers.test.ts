import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finish } from "../../text/slices.ts";
import { callChkconfig, runChkconfig } from "./chkconfig.ts";
import { type ChkconfigFile, type ChkconfigSystem, newChkconfigRun } from "./system.ts";

const names = ["a", "b", "c", "d", "e", "f"];
const name = fc.constantFrom(...names);
const wanted = fc.uniqueArray(fc.constantFrom(...names, "x", "gone"), { maxLength: 3 });
const number = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom(49, 50, 51));

const lines = fc.record({
  numbers: fc.option(fc.tuple(fc.constantFrom("-", "35", "2345", "3"), number, number), { freq: 2 }),
  lsb: fc.boolean(),
  provides: fc.constantFrom("", "x"),
  start: wanted,
  stop: wanted,
  levels: fc.constantFrom("3 5", "2", ""),
});

const scripts: fc.Arbitrary<readonly ChkconfigFile[]> = fc.tuple(
  ...names.map((each) => lines.map((header) => ({ name: each, text: textOf(each, header) }))),
);

const links = fc
  .array(fc.tuple(fc.constantFrom("S", "K"), number, name), { maxLength: 8 })
  .map((list) => [...new Set(list.map(([letter, at, service]) => linkName(letter, at, service)))]);

const system: fc.Arbitrary<ChkconfigSystem> = fc.record({
  scripts,
  overrides: fc.constant([]),
  links: fc.tuple(links, links, links).map(
    ([two, three, five]) =>
      new Map([
        ["2", two],
        ["3", three],
        ["5", five],
      ]),
  ),
});

const call: fc.Arbitrary<readonly string[]> = fc.oneof(
  name.map((each) => ["--add", each]),
  name.map((each) => ["--del", each]),
  fc.tuple(name, fc.constantFrom("on", "off", "reset", "resetpriorities")),
  fc
    .tuple(fc.constantFrom("3", "25"), name, fc.constantFrom("on", "off"))
    .map(([levels, each, state]) => ["--level", levels, each, state]),
);

function linkName(letter: string, at: number, service: string): string {
  return `${letter}${String(at).padStart(2, "0")}${service}`;
}

interface Lines {
  readonly numbers: readonly [string, number, number] | null;
  readonly lsb: boolean;
  readonly provides: string;
  readonly start: readonly string[];
  readonly stop: readonly string[];
  readonly levels: string;
}

function textOf(script: string, { numbers, lsb, provides, start, stop, levels }: Lines): string {
  const line = numbers === null ? "" : `# chkconfig: ${numbers.join(" ")}\n`;
  if (!lsb) return `#!/bin/sh\n${line}`;
  return `#!/bin/sh
${line}### BEGIN INIT INFO
# Provides: ${script} ${provides}
# Required-Start: ${start.join(" ")}
# Required-Stop: ${stop.join(" ")}
# Default-Start: ${levels}
### END INIT INFO
`;
}

/** Names by folder. A folder that has become empty counts as none; the order of different services does not matter. */
function shown(folders: ReadonlyMap<string, readonly string[]>): string {
  return [...folders]
    .flatMap(([level, list]) => (list.length === 0 ? [] : `${level}: ${list.toSorted().join(" ")}`))
    .toSorted()
    .join("\n");
}

test("a call gives the same after other calls as in a process of its own", () => {
  fc.assert(
    fc.property(system, fc.array(call, { minLength: 1, maxLength: 12 }), (given, calls) => {
      const run = newChkconfigRun(given);
      let fresh = given;
      for (const words of calls) {
        const { exit, stdout = [], stderr = [] } = finish(callChkconfig(run, words));
        const alone = runChkconfig(fresh, words);
        expect({ exit, stdout, stderr }).toEqual({
          exit: alone.exit,
          stdout: alone.stdout,
          stderr: alone.stderr,
        });
        expect(shown(run.folders.all())).toBe(shown(alone.links));
        fresh = { ...given, links: alone.links };
      }
    }),
    { numRuns: 400 },
  );
});

describe("numbers that follow the dependencies", () => {
  /** The links of all services in 3 once each has been added. */
  function order(
    headers: Readonly<Record<string, Partial<Lines>>>,
    links: ChkconfigSystem["links"] = new Map(),
  ) {
    const usual = { numbers: null, lsb: true, provides: "", start: [], stop: [], levels: "3" };
    const scripts = Object.entries(headers).map(([script, header]) => ({
      name: script,
      text: textOf(script, { ...usual, ...header }),
    }));
    const run = newChkconfigRun({ scripts, overrides: [], links });
    for (const script of Object.keys(headers)) finish(callChkconfig(run, ["--add", script]));
    return shown(new Map([...run.folders.all()].filter(([level]) => level === "3" || level === "0")));
  }
  test("a chain counts from the usual number, a circle and what waits for it goes to the end", () => {
    expect(order({ a: {}, b: { start: ["a"], stop: ["a"] }, c: { start: ["b"], stop: ["b"] } })).toBe(
      "0: K48c K49b K50a\n3: S50a S51b S52c",
    );
    expect(order({ a: { start: ["b"] }, b: { start: ["a"] }, c: { start: ["b"] }, d: {} })).toBe(
      "0: K50a K50b K50c K50d\n3: S50d S99a S99b S99c",
    );
  });
  test("a service that is off where the other one is on does not count", () => {
    expect(order({ a: { levels: "2" }, b: { start: ["a"] } })).toBe("0: K50a K50b\n3: K50a S50b");
    expect(order({ a: { levels: "2 3" }, b: { start: ["a"] } })).toBe("0: K50a K50b\n3: S50a S51b");
  });
  test("numbers of a script are kept where they fit, and moved by the least that is needed where not", () => {
    const said = (start: number, stop: number) => ({ numbers: ["3", start, stop] as const });
    expect(
      order({
        a: said(30, 70),
        b: { ...said(20, 80), start: ["a"], stop: ["a"] },
        c: { ...said(40, 60), start: ["a"] },
      }),
    ).toBe("0: K60c K69b K70a\n3: S30a S31b S40c");
    expect(order({ a: said(99, 0), b: { ...said(1, 99), start: ["a"], stop: ["a"] } })).toBe(
      "0: K00a K00b\n3: S99a S99b",
    );
  });
  test("a script without an LSB header is not moved, but others wait for it", () => {
    expect(
      order({ a: { lsb: false, numbers: ["3", 60, 40], start: ["b"] }, b: { start: ["a"], stop: ["a"] } }),
    ).toBe("0: K39b K40a\n3: S60a S61b");
  });
  test("of several links in a folder only the first stays, unless the number of the script was right from the start", () => {
    const links = new Map([["3", ["S50a", "S70a"]]]);
    expect(order({ a: {} }, links)).toBe("0: K50a\n3: S50a S70a");
    expect(
      order({ a: { numbers: ["3", 40, 60], start: ["b"] }, b: {} }, new Map([["3", ["S51a", "K02a"]]])),
    ).toBe("0: K50b K60a\n3: S50b S51a");
  });
});
