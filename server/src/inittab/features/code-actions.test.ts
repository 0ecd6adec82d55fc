import { describe, expect, test } from "vitest";
import { remediesAt } from "../../features/code-actions.ts";
import { applied, marked } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { dialectRemedy, inittabSilencing } from "./code-actions.ts";

function check(text: string, settings?: unknown): readonly string[] {
  const { document, selection } = marked(text, settings);
  return remediesAt(inittabSilencing(document.scan), document.findings(), selection).map((remedy) => {
    const after = applied(document.scan.text.toString(), remedy);
    return `${inEnglish.words(remedy.title)}${remedy.safe ? " (safe)" : ""}\n${after}`;
  });
}

/** Only the rule that the tests speak of, so that other rules can come. */
const only = { dialect: "sysvinit" };

describe("at a finding", () => {
  test("what several rules offer comes once, first what answers most of them, and never a reboot", () => {
    const fixes = check("id:23$06:initdefault:\n1:23:respawn:/sbin/getty 38400 tty1\n", only).filter(
      (remedy) => remedy.startsWith("Write"),
    );
    expect(fixes.map((remedy) => remedy.split("\n")[0])).toEqual([
      "Write `2`",
      "Write `3`",
      "Write `6`",
      "Write `5`",
    ]);
  });

  test("its fixes come first, then the ways to silence it", () => {
    const titles = check("l2:2:wait:/etc/rc 2\nl$02:3:wait:/etc/rc 3\n", only);
    expect(titles.filter((title) => /l2|l3|duplicate/.test(title))).toMatchInlineSnapshot(`
      [
        "Rename to \`l3\`
      l2:2:wait:/etc/rc 2
      l3:3:wait:/etc/rc 3
      ",
        "Disable duplicate-id for this line
      l2:2:wait:/etc/rc 2
      # inittab-disable-next-line duplicate-id
      l2:3:wait:/etc/rc 3
      ",
        "Disable duplicate-id for the whole file
      # inittab-disable-file duplicate-id
      l2:2:wait:/etc/rc 2
      l2:3:wait:/etc/rc 3
      ",
      ]
    `);
  });

  test("elsewhere there is nothing about it", () => {
    const titles = check("l2:2:wa$0it:/etc/rc 2\nl2:3:wait:/etc/rc 3\n", only);
    expect(titles.filter((title) => title.includes("duplicate-id"))).toEqual([]);
  });
});

test("what a file is read as can be written into it, once", () => {
  const text = "tty1::askfirst:-/bin/sh\n";
  const { document } = marked(text, { dialect: "auto" });
  const remedy = dialectRemedy(document.scan);
  expect([remedy && inEnglish.words(remedy.title), applied(text, remedy)]).toEqual([
    "Note in the file that it is for busybox",
    `# inittab: dialect=busybox\n${text}`,
  ]);
  expect(dialectRemedy(marked(applied(text, remedy), {}).document.scan)).toBeUndefined();
});
