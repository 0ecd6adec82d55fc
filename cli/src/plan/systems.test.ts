import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MadeEntry, tarOf } from "@inittab/host/testing/archive";
import { expect, test } from "vitest";
import { show } from "../testing/program.ts";

const table = "id:3:initdefault:\nl3:3:wait:/etc/rc.d/rc 3\n1:3:respawn:/sbin/mingetty tty1\n";

/** A system of Red Hat's with these links. */
function system(...links: readonly string[]): Uint8Array {
  const names = [...new Set(links.map((link) => link.slice("rc3.d/S20".length)))];
  const entries: readonly MadeEntry[] = [
    { name: "etc/inittab", text: table },
    { name: "etc/redhat-release", text: "CentOS release 6.10 (Final)\n" },
    ...names.map((name): MadeEntry => ({ name: `etc/init.d/${name}`, text: "#!/bin/sh\n", mode: 0o755 })),
    ...links.map(
      (link): MadeEntry => ({
        ...{ name: `etc/${link}`, type: "link" },
        target: `../init.d/${link.slice("rc3.d/S20".length)}`,
      }),
    ),
  ];
  return tarOf(entries);
}

function check(...args: readonly string[]): Promise<string> {
  return show(["plan", ...args], {
    prepare: (folder) => {
      writeFileSync(join(folder, "old.tar"), system("rc3.d/S20web", "rc3.d/S30net", "rc0.d/K10net"));
      writeFileSync(join(folder, "new.tar"), system("rc3.d/S40web", "rc3.d/S50x_y"));
      writeFileSync(join(folder, "table"), table);
    },
  });
}

test("archives of two systems, whose services have other links", async () => {
  expect(await check("old.tar", "new.tar")).toMatchInlineSnapshot(`
    "old.tar/etc/inittab -> new.tar/etc/inittab
      Init reads the same list from both: nothing changes

    Services of the system
      \`net\` is removed: runlevel 0 K10net -> none, runlevel 3 S30net -> none
      \`web\` is started or stopped otherwise: runlevel 3 S20web -> S40web
      \`x_y\` is added: runlevel 3 none -> S50x_y
    exit 0"
  `);
  expect(await check("--format", "md", "old.tar", "new.tar")).toMatchInlineSnapshot(`
    "### old.tar/etc/inittab → new.tar/etc/inittab

    Init reads the same list from both: nothing changes

    #### Services of the system

    - \`net\` is removed: runlevel 0 K10net -> none, runlevel 3 S30net -> none
    - \`web\` is started or stopped otherwise: runlevel 3 S20web -> S40web
    - \`x_y\` is added: runlevel 3 none -> S50x_y
    exit 0"
  `);
});

test("a table has no services that could change", async () => {
  expect(await check("old.tar", "table")).toMatchInlineSnapshot(`
    "old.tar/etc/inittab -> table
      Init reads the same list from both: nothing changes
    exit 0"
  `);
});
