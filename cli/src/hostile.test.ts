// Files that want to harm their reader, and everything that the command line prints of them, in every format.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hostileValues, markdownFaults, svgFaults, unsafeCharacters } from "@inittab/host/testing/hostile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere, runInittab } from "./testing/program.ts";

/** What a run of the program has printed. */
interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** What was smuggled into an output, by its format; what is said on standard error is for a terminal always. */
const faultsIn: Readonly<
  Record<"text" | "json" | "github" | "sarif" | "md" | "svg" | "dot", (out: string) => readonly string[]>
> = {
  text: unsafeCharacters,
  json: (out) => {
    JSON.parse(out);
    return unsafeCharacters(out);
  },
  github: (out) => [
    ...unsafeCharacters(out),
    ...out
      .split("\n")
      .filter(
        (line) =>
          !/^(?:::(?:error|warning|notice) (?:(?:file|line|col|endLine|endColumn|title)=[^,:]*,?)+::(?:(?!%0[AaDd]).)*)?$/.test(
            line,
          ),
      ),
  ],
  sarif: (out) => {
    const { runs } = JSON.parse(out);
    const said = JSON.stringify(runs[0].results.map((result: object) => ({ ...result, fixes: [] })));
    return [...unsafeCharacters(out), ...(said.match(/\[[^\]]*\]\([^)]*\)/g) ?? [])];
  },
  md: markdownFaults,
  svg: svgFaults,
  dot: (out) => [
    ...unsafeCharacters(out),
    ...out
      .trimEnd()
      .split("\n")
      .filter(
        (line) =>
          !/^(?:digraph "(?:\\.|[^"\\])*" \{| {2}rankdir=LR;| {2}node \[shape=box\];|\}| {2}"(?:\\.|[^"\\])*"(?: -> "(?:\\.|[^"\\])*")?(?: \[[^"]*(?:"(?:\\.|[^"\\])*"[^"]*)*\])?;)$/.test(
            line,
          ),
      ),
  ],
};

type Format = keyof typeof faultsIn;

function check({ stdout, stderr }: Printed, format: Format): void {
  expect(stdout + stderr).not.toBe("");
  expect({ format, faults: faultsIn[format](stdout), said: unsafeCharacters(stderr) }).toEqual({
    format,
    faults: [],
    said: [],
  });
}

/** A name of a file cannot have a slash in it. */
const fileName = (value: string): string => value.replaceAll("/", "\u2215");
const names = hostileValues.map(fileName);

function inittabWith(value: string): string {
  return [
    "id:2:initdefault:",
    `si::sysinit:/etc/init.d/${value}`,
    "l2:2:wait:/etc/init.d/rc 2",
    `${value}:2:respawn:/sbin/getty ${value} tty1`,
    `1:${value}:respawn:/bin/${value}`,
    `1:2:${value}:/bin/x`,
    `2:23:once:+@-/bin/sh -c '${value}' \`${value}\``,
    `3:2:respawn:${value}`,
    `# inittab-disable-next-line ${value}`,
    "",
  ].join("\n");
}

function scriptWith(value: string): string {
  return [
    "#!/bin/sh",
    "### BEGIN INIT INFO",
    `# Provides:          ${value}`,
    `# Required-Start:    $remote_fs ${value} $${value} other`,
    `# Required-Stop:     ${value}`,
    `# Default-Start:     2 3 ${value}`,
    "# Default-Stop:      0 1 6",
    `# X-Interactive:     ${value}`,
    `# Short-Description: ${value}`,
    "### END INIT INFO",
    "# chkconfig: 2345 20 10",
    `# description: ${value}`,
    'case "$1" in',
    `  start) touch '/var/lock/subsys/${value}'; start-stop-daemon --start --name '${value}' ;;`,
    `  stop) rm -f '/var/lock/subsys/${value}' ;;`,
    "esac",
    "",
  ].join("\n");
}

let folder = "";
const root = (path: string): string => join(folder, "root", path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-hostile-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(root(path)), { recursive: true });
    writeFileSync(root(path), text, { mode: 0o755 });
  };
  const link = (path: string, target: string) => {
    mkdirSync(dirname(root(path)), { recursive: true });
    symlinkSync(target, root(path));
  };
  for (const [index, value] of hostileValues.entries()) {
    const name = names[index] ?? "";
    write(`etc/inittab.${name}`, inittabWith(value));
    link(`etc/inittab.gone-${name}`, `gone-${name}`);
    link(`etc/inittab.out-${name}`, `/out/${name}`);
    write(`etc/init.d/${name}`, scriptWith(value));
    link(`etc/rc2.d/S20${name}`, `../init.d/${name}`);
    link(`etc/rc2.d/K20${name}`, `../init.d/gone-${name}`);
    write(`var/lock/subsys/${name}`, "");
  }
  write("etc/init.d/other", scriptWith("other"));
  write("etc/insserv.conf", hostileValues.map((value) => `$${value} ${value}\n`).join(""));
  write("etc/debian_version", hostileValues.join(""));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("nothing of a file reaches the reader as anything but its characters", () => {
  test.each(["text", "json", "github", "sarif"] as const)("check, as %s", async (format) => {
    const { exitCode, ...printed } = await runInittab(["check", "--format", format, root("")]);
    expect(exitCode).toBe(2);
    check(printed, format);
  });

  test.each(["text", "json", "dot"] as const)("order, as %s", async (format) => {
    for (const tool of ["insserv", "chkconfig"])
      check(await runInittab(["order", "--tool", tool, "--format", format, root("etc/init.d")]), format);
  });

  test.each(["text", "json"] as const)("rc, as %s", async (format) => {
    for (const flavor of ["el6", "deb12"])
      check(
        await runInittab([
          "rc",
          "--flavor",
          flavor,
          "--from",
          "3",
          "--to",
          "2",
          "--format",
          format,
          root(""),
        ]),
        format,
      );
  });

  test.each(["text", "json", "md"] as const)("simulate with the scripts of rc, as %s", async (format) => {
    const table = root(`etc/inittab.${names[0]}`);
    const args = ["simulate", "--dialect", "sysvinit", "--rc", root(""), "--format", format, table];
    check(await runInittab(args), format);
  });

  describe.each(hostileValues)("%j", (value) => {
    const table = (): string => root(`etc/inittab.${fileName(value)}`);

    test.each(["text", "json", "svg", "md"] as const)("simulate, as %s", async (format) => {
      for (const dialect of ["sysvinit", "busybox"])
        check(await runHere(["simulate", "--dialect", dialect, "--format", format, table()]), format);
    });

    test.each(["text", "json"] as const)("simulate --diff, as %s", async (format) => {
      const other = root(`etc/inittab.${names.find((name) => name !== fileName(value))}`);
      check(
        await runHere(["simulate", "--dialect", "sysvinit", "--diff", "--format", format, table(), other]),
        format,
      );
    });

    test.each(["text", "json"] as const)("read, as %s", async (format) => {
      for (const dialect of ["auto", "sysvinit", "busybox"])
        check(await runHere(["read", "--dialect", dialect, "--format", format, table()]), format);
    });

    test.each(["text", "md"] as const)("explain, as %s", async (format) => {
      const lines = [...inittabWith(value).split("\n"), value, `:${value}`];
      for (const line of lines.filter((each) => each.trim() !== ""))
        for (const dialect of ["sysvinit", "busybox", "aix"])
          check(await runHere(["explain", "--dialect", dialect, "--format", format, line]), format);
    });

    test("what is said of wrong arguments and scenarios", async () => {
      const scenario = join(folder, "hostile.json");
      writeFileSync(
        scenario,
        JSON.stringify({
          inittab: inittabWith(value),
          name: value,
          [value]: value,
          events: [
            { at: 1, [value]: 1 },
            { at: 2, kill: value },
          ],
        }),
      );
      const mistakes = [
        ["check", "--rule", `${value}=off`, "x"],
        ["check", "--format", value, "x"],
        ["check", root(`gone/${value}`)],
        ["simulate", "--at", value, table()],
        ["simulate", "--run", value, table()],
        ["simulate", "--scenario", scenario],
        ["simulate", "--scenario", table()],
        ["rc", "--to", value, root("")],
        ["order", value],
        ["--lang", value],
        [value],
        [`--${value}`],
      ];
      for (const args of mistakes) check(await runHere(args), "text");
    });
  });
});
