import { expect, test } from "vitest";
import { file, insserv, script, systemOf, told } from "../../../testing/header-check.ts";

test("only the exact word makes a script interactive", () => {
  const numbers = (value: string): string => {
    const text = script({ "Default-Stop": "" }).replace("# Short", `# X-Interactive: ${value}\n# Short`);
    expect(told("lsb-interactive-value", text) === "").toBe(value === "true");
    return insserv(systemOf(text, [file("aa", { "Default-Stop": "" })]), "svc", "aa").split("\n")[0] ?? "";
  };
  expect(["true", "true ", "yes"].map(numbers)).toMatchInlineSnapshot(`
    [
      "2: S01svc S02aa",
      "2: S01aa S01svc",
      "2: S01aa S01svc",
    ]
  `);
});
