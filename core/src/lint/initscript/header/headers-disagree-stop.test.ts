import { expect, test } from "vitest";
import { chkconfig, script, told } from "../../../testing/header-check.ts";

test("Default-Stop takes a level away that the line names", () => {
  const stop = script({ "Default-Start": "3", "Default-Stop": "5" }, ["# chkconfig: 35 20 80"]);
  expect(told("headers-disagree-stop", stop)).toMatchInlineSnapshot(
    `"8:16-17 information: Default-Stop cancels the runlevel 5, which the \`chkconfig:\` line lists"`,
  );
  expect(chkconfig(stop).split(" ")[5]).toBe("K80svc");
});
