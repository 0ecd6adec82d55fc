import fc from "fast-check";
import { expect, test } from "vitest";
import { chkconfig, chkconfigLines, file, script, told } from "../../../testing/header-check.ts";

test("numbers follow the dependencies, up to the end of a chain", () => {
  const text = script({ "Required-Start": "db", "Required-Stop": "db" }, chkconfigLines("2345", 20));
  const files = [
    file("db", { "Required-Start": "disk" }, chkconfigLines("2345", 30)),
    file("disk", {}, chkconfigLines("2345", 60)),
  ];
  expect(told("chkconfig-numbers-vs-deps", text, files)).toMatchInlineSnapshot(`
    "2:18-20 warning: chkconfig changes 20 to 62, because \`db\` starts at 61
    2:21-23 warning: chkconfig changes 80 to 69, because \`db\` stops at 70"
  `);
  expect(chkconfig(text, files)).toBe("K69svc K69svc S62svc S62svc S62svc S62svc K69svc");
});

test("whatever the numbers, the links get those that the rule names, or else those of the line", () => {
  const names = ["aa", "bb", "cc"];
  const one = fc.record({
    needs: fc.array(fc.constantFrom(...names, "svc"), { maxLength: 2 }),
    stops: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
    levels: fc.constantFrom("2345", "2345", "35", "-"),
    start: fc.integer({ min: 1, max: 49 }),
  });
  const make = ({
    needs,
    stops,
    levels,
    start,
  }: typeof one extends fc.Arbitrary<infer T> ? T : never): string =>
    script(
      {
        "Required-Start": needs.join(" "),
        "Required-Stop": stops.join(" "),
        "Default-Start": "",
        "Default-Stop": "",
      },
      chkconfigLines(levels, start),
    );
  fc.assert(
    fc.property(fc.tuple(one, one, one, one), ([own, ...others]) => {
      const text = make({ ...own, needs: own.needs.filter((name) => name !== "svc") });
      const files = others.map((each, at) => {
        const name = names[at] ?? "";
        return {
          path: `etc/init.d/${name}`,
          text: make(each).replace("Provides: svc", `Provides: ${name}`),
        };
      });
      const said = [...told("chkconfig-numbers-vs-deps", text, files).matchAll(/changes (\d+) to (\d+)/g)];
      const renumbered = new Map(said.map(([, from = "", to = ""]) => [Number(from), Number(to)]));
      for (const link of chkconfig(text, files).split(" ")) {
        const line = link.startsWith("S") ? own.start : 100 - own.start;
        expect(Number(link.slice(1, 3))).toBe(renumbered.get(line) ?? line);
      }
    }),
    { numRuns: 100 },
  );
});
