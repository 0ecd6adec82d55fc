import { describe, expect, test } from "vitest";
import {
  headerPlace,
  makeChkconfigFields,
  makeLsbFields,
  printField,
  printLsbHeader,
} from "./make-header.ts";

describe("a new header goes", () => {
  const place = (...lines: readonly string[]): number =>
    headerPlace(lines.map((line) => `${line}\n`).join(""));
  test("below the interpreter", () => {
    expect(place("#!/bin/sh", "echo")).toBe(2);
    expect(place("#!/bin/sh", "# a comment", "echo")).toBe(2);
    expect(place("echo")).toBe(1);
    expect(place()).toBe(1);
  });
  test("below the chkconfig header, with the lines on which its description goes on", () => {
    expect(place("#!/bin/sh", "# chkconfig: 345 80 20", "echo")).toBe(3);
    expect(
      place(
        "#!/bin/sh",
        "#",
        "# chkconfig: 345 80 20",
        "# description: one \\",
        "#  two \\",
        "#  three",
        "# x",
      ),
    ).toBe(7);
    expect(place("#!/bin/sh", "# chkconfig: 345 80 20", "# a \\", "# b")).toBe(3);
  });
  test("above what stands below the first command", () => {
    expect(place("#!/bin/sh", "echo", "# chkconfig: 345 80 20")).toBe(2);
  });
});

describe("the fields", () => {
  const lsb = (text: string, actions?: readonly string[], name = "svc.init"): string =>
    printLsbHeader(makeLsbFields({ name, text, actions })).slice(1, -1).join("\n");
  test("of a script that says nothing", () => {
    expect(lsb("#!/bin/sh\n")).toMatchInlineSnapshot(`
      "# Provides: svc
      # Required-Start: $local_fs $syslog
      # Required-Stop: $local_fs $syslog
      # Default-Start: 2 3 4 5
      # Default-Stop: 0 1 6
      # Short-Description: svc service"
    `);
  });
  test("of one with a chkconfig line, without `stop`, with a program below /usr", () => {
    const text = "#!/bin/sh\n# chkconfig: 35 80 20\n# description: Serves \\\n#  pages.\n/usr/sbin/svcd\n";
    expect(lsb(text, ["start"])).toMatchInlineSnapshot(`
      "# Provides: svc
      # Required-Start: $remote_fs $syslog
      # Required-Stop: $remote_fs $syslog
      # Default-Start: 3 5
      # Default-Stop:
      # Short-Description: Serves pages."
    `);
    expect(lsb(text, [])).toContain("# Default-Stop: 0 1 2 4 6");
  });
  test("of chkconfig, from an LSB header", () => {
    const text = "### BEGIN INIT INFO\n# Default-Start: 5 3 S 3\n# Description: long\n### END INIT INFO\n";
    expect(makeChkconfigFields({ name: "svc", text }).map(printField)).toEqual([
      "# chkconfig: 35 50 50",
      "# description: long",
    ]);
    expect(makeChkconfigFields({ name: ".sh", text: "" }).map(printField)).toEqual([
      "# chkconfig: - 50 50",
      "# description: .sh service",
    ]);
  });
});
