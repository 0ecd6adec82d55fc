import { expect, test } from "vitest";
import { good } from "./testing/inittabs.ts";
import { show } from "./testing/program.ts";

const table = `${good}se:2345:respawn:/opt/bin/sensord -v\n`;
const script = '#!/bin/sh\ncase "$1" in\n  start) /opt/bin/watcherd ;;\n  stop) killall watcherd ;;\nesac\n';

const checked = (own: string, ...paths: readonly string[]) =>
  show(
    ["check", "-q", "--rule", "no-records=off", "--max-warnings", "0", "--programs", "own.json", ...paths],
    {
      files: { "own.json": own, "etc/inittab": table, "svc/watcher": script },
    },
  );

test("a program of one's own is judged as those of the table are", async () => {
  const own = '{ "sensord": "background", "watcherd": "stays" }';
  const args = ["check", "--programs", "own.json", "--format", "json", "etc/inittab", "svc/watcher"];
  const said = await show(args, {
    files: { "own.json": own, "etc/inittab": table, "svc/watcher": script },
  });
  expect(said).toContain("respawn-daemon");
  expect(said).toContain("start-never-returns");
  const without = await show(
    args.filter((each) => !/programs|own\.json/.test(each)),
    { files: { "etc/inittab": table, "svc/watcher": script } },
  );
  expect(without).not.toContain("respawn-daemon");
  expect(without).not.toContain("start-never-returns");
});

test("what is wrong with the file is a mistake of the command line", async () => {
  expect(await checked('{ "sensord": "maybe" }', "etc/inittab")).toMatchInlineSnapshot(`
    "! inittab: --programs own.json: "maybe" for sensord is none of stays, background or ends
    ! Try: inittab check --help
    exit 2"
  `);
  expect(await checked("[1]", "etc/inittab")).toMatchInlineSnapshot(`
    "! inittab: --programs own.json: not an object of programs
    ! Try: inittab check --help
    exit 2"
  `);
  expect(await checked("{", "etc/inittab")).toMatchInlineSnapshot(`
    "! inittab: --programs own.json: close brace expected
    ! Try: inittab check --help
    exit 2"
  `);
  expect(
    await show(["check", "--programs", "nowhere.json", "etc/inittab"], { files: { "etc/inittab": table } }),
  ).toMatchInlineSnapshot(`
    "! inittab: --programs nowhere.json: no such file or directory
    ! Try: inittab check --help
    exit 2"
  `);
});
