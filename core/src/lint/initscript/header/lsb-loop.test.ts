import fc from "fast-check";
import { expect, test } from "vitest";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import { insservSystem } from "../../../initscript/tree/systems.ts";
import { configuration, file, insserv, script, systemOf } from "../../../testing/header-check.ts";
import { checkScript, treeWith } from "../../../testing/script-check.ts";
import { lintScript } from "../lint.ts";

test("a circle is told in each of its scripts, and nowhere else", () => {
  const header = { web: "db", db: "cache", cache: "web", mail: "web" };
  const files = Object.entries(header).map(([name, needs]) => file(name, { "Should-Start": needs }));
  const loops = files.map((each) => {
    const name = each.path.slice("etc/init.d/".length);
    const rest = files.filter((other) => other !== each);
    return `${name}: ${checkScript(each.text ?? "", { name, files: rest })
      .filter(({ rule }) => rule === "lsb-loop")
      .map(({ message }) => message)}`;
  });
  expect(loops.join("\n")).toMatchInlineSnapshot(`
    "web: dependency loop: \`web\` starts after \`db\`, \`db\` starts after \`cache\`, \`cache\` starts after \`web\`; insserv changes nothing
    db: dependency loop: \`db\` starts after \`cache\`, \`cache\` starts after \`web\`, \`web\` starts after \`db\`; insserv changes nothing
    cache: dependency loop: \`cache\` starts after \`web\`, \`web\` starts after \`db\`, \`db\` starts after \`cache\`; insserv changes nothing
    mail: "
  `);
  // Whatever script it is called for.
  expect(insserv(systemOf(script(), files), "svc")).toContain(
    "exiting now without changing boot order!\nstatus 1",
  );
});

test("whatever the scripts, insserv ends because of a circle exactly where a script is told of one", () => {
  const names = ["a", "b", "c", "d"];
  const list = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, fc.constant("$all")), {
      maxLength: 2,
    })
    .map((words) => words.join(" "));
  const values = fc.record({
    "Required-Start": list,
    "Required-Stop": list,
    "X-Start-Before": list,
    "Default-Start": fc.constantFrom("2 3", "3", "S"),
  });
  fc.assert(
    fc.property(fc.tuple(values, values, values, values), (all) => {
      const files = all.map((each, at) => file(names[at] ?? "", each));
      const tree = treeWith(script(), "svc", 0o755, [configuration, ...files]);
      const { messages } = runInsserv(insservSystem(tree), ["svc", ...names]);
      const ends = messages.some((message) => message.kind === "exiting" && message.why === "loop");
      const findings = files.flatMap(({ text = "" }, at) => lintScript({ text, name: names[at], tree }));
      const rules = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
      if (ends) expect(rules.some((rule) => ["lsb-loop", "lsb-depends-on-all"].includes(rule))).toBe(true);
      if (rules.includes("lsb-loop")) expect(ends).toBe(true);
    }),
    { numRuns: 100 },
  );
});
