import { expect, test } from "vitest";
import type { Dialect } from "../inittab/dialect.ts";
import { readInittab } from "../inittab/read.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import { inEnglish } from "../testing/english.ts";
import { whyNotHere } from "./cannot.ts";
import { findMessage } from "./find.ts";
import { type LookedAtScript, placesOf } from "./places.ts";

interface Given {
  readonly text?: string;
  readonly dialect?: Dialect;
  readonly version?: SysvinitVersion;
  readonly scripts?: readonly LookedAtScript[];
}

/** Prints why the system cannot have said a message, and the places that it is about. */
function check(said: string, { text, dialect, version, scripts = [] }: Given): string {
  const found = findMessage(said, { dialect });
  if (found === undefined) return "unknown";
  const options = {
    ...(dialect === undefined ? {} : { dialect }),
    ...(version === undefined ? {} : { version }),
  };
  const inittab =
    text === undefined ? undefined : { path: "etc/inittab", reading: readInittab(text, options) };
  const whyNot = whyNotHere(found, { path: "sysroot", inittab, families: [] });
  const places = placesOf(found, { path: "sysroot", inittab, scripts, isWhole: true });
  return [
    ...(whyNot === undefined ? [] : [inEnglish.text(whyNot)]),
    ...places.map(({ path, line, what }) => `${path}:${line ?? ""} ${inEnglish.text(what)}`),
  ].join("\n");
}

const table = `# example
id:3:initdefault:
si::sysinit:/etc/rc.d/rc.sysinit
1:2345:respawn:/sbin/mingetty tty1
1:2345:respawn:/sbin/mingetty tty2
s0:12:respawn:/sbin/agetty 9600 ttyS0
x:3:respwan:/bin/x
pf::powerfail:/sbin/nosuch
`;

test("the line that init drops, and the record that came first", () => {
  expect(check('INIT: /etc/inittab[5]: duplicate ID field "1"', { text: table })).toMatchInlineSnapshot(`
    "etc/inittab:5 1:2345:respawn:/sbin/mingetty tty2 · init still drops this line: duplicate ID field "1"
    etc/inittab:4 1:2345:respawn:/sbin/mingetty tty1 · the first entry with this id"
  `);
  expect(
    check("INIT: /etc/inittab[7]: respwan: unknown action field", { text: table }),
  ).toMatchInlineSnapshot(
    `"etc/inittab:7 x:3:respwan:/bin/x · init still drops this line: respwan: unknown action field"`,
  );
  expect(check("INIT: /etc/inittab[2]: missing id field", { text: table })).toMatchInlineSnapshot(
    `"etc/inittab:2 id:3:initdefault: · as the file is now, init accepts this line"`,
  );
  expect(check("INIT: /etc/inittab[99]: missing id field", { text: table })).toMatchInlineSnapshot(
    `"etc/inittab: the file has no line 99 now"`,
  );
});

test("the record by its id, its process or its terminal", () => {
  expect(
    check('INIT: Id "s0" respawning too fast: disabled for 5 minutes', { text: table }),
  ).toMatchInlineSnapshot(`"etc/inittab:6 s0:12:respawn:/sbin/agetty 9600 ttyS0 · the entry"`);
  expect(
    check('INIT: Id "s1" respawning too fast: disabled for 5 minutes', { text: table }),
  ).toMatchInlineSnapshot(`"etc/inittab: no entry has the id \`s1\`"`);
  expect(check('INIT: cannot execute "/sbin/nosuch"', { text: table })).toMatchInlineSnapshot(
    `"etc/inittab:8 pf::powerfail:/sbin/nosuch · the entry that runs it"`,
  );
  const busybox = "tty1::respawn:/sbin/getty 38400 tty1\nttyS0::askfirst:-/bin/sh\n::wait:/bin/nosuch -x\n";
  expect(
    check("init: process '/sbin/getty 38400 tty1' (pid 374) exited. Scheduling for restart.", {
      text: busybox,
      dialect: "busybox",
    }),
  ).toMatchInlineSnapshot(`"etc/inittab:1 tty1::respawn:/sbin/getty 38400 tty1 · the entry that runs it"`);
  expect(
    check("init: can't open /dev/ttyS0: No such file or directory", { text: busybox, dialect: "busybox" }),
  ).toMatchInlineSnapshot(`"etc/inittab:2 ttyS0::askfirst:-/bin/sh · the entry with this terminal"`);
  expect(
    check("can't run '/bin/nosuch': No such file or directory", { text: busybox, dialect: "busybox" }),
  ).toMatchInlineSnapshot(`"etc/inittab:3 ::wait:/bin/nosuch -x · the entry that runs it"`);
});

test("the default level and what runs in it", () => {
  expect(check("INIT: no more processes left in this runlevel", { text: table })).toMatchInlineSnapshot(`
    "etc/inittab:2 id:3:initdefault: · the default runlevel
    etc/inittab:4 1:2345:respawn:/sbin/mingetty tty1 · kept running in the default runlevel 3"
  `);
  expect(
    check("INIT: no more processes left in this runlevel", {
      text: "id:4:initdefault:\n1:23:respawn:/sbin/g tty1\n",
    }),
  ).toMatchInlineSnapshot(`
    "etc/inittab:1 id:4:initdefault: · the default runlevel
    etc/inittab: no entry that init keeps running is in the default runlevel 4"
  `);
  expect(check("Enter runlevel:", { text: "1:23:respawn:/sbin/g tty1\n" })).toMatchInlineSnapshot(
    `"etc/inittab: no entry has the action initdefault, so init asks for a runlevel"`,
  );
});

test("a message that the system cannot say", () => {
  const busybox: Given = { text: "tty1::respawn:/sbin/getty 38400 tty1\n", dialect: "busybox" };
  expect(check('INIT: Id "s0" respawning too fast: disabled for 5 minutes', busybox)).toMatchInlineSnapshot(
    `"The init of etc/inittab does not say this: the file is for BusyBox init."`,
  );
  expect(check("Bad inittab entry at line 3", { text: table, dialect: "sysvinit" })).toMatchInlineSnapshot(
    `"The init of etc/inittab does not say this: the file is for sysvinit."`,
  );
  expect(
    check("Error detected in /etc/inittab at line 4. Possibly too long.", { text: table, version: "3.06" }),
  ).toMatchInlineSnapshot(`
    "Release 3.06 of sysvinit does not say this.
    etc/inittab:4 1:2345:respawn:/sbin/mingetty tty1 · as the file is now, init accepts this line"
  `);
});

test("the scripts, by name, by link, by what they provide", () => {
  const scripts = [
    {
      name: "nginx",
      path: "etc/init.d/nginx",
      text: "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: nginx web\n# Required-Start: $x bind9\n# Default-Start:\n### END INIT INFO\nfoo\n",
    },
    { name: "bind9", path: "etc/init.d/bind9", text: "#!/bin/sh\n" },
  ];
  const where = (said: string) => check(said, { scripts });
  expect(where("insserv: There is a loop between service nginx and bind9 if started")).toMatchInlineSnapshot(`
    "etc/init.d/nginx:4 # Required-Start: $x bind9 · the script \`nginx\`
    etc/init.d/bind9:1 #!/bin/sh · the script \`bind9\`"
  `);
  expect(
    where("update-rc.d: error: nginx Default-Start contains no runlevels, aborting."),
  ).toMatchInlineSnapshot(`"etc/init.d/nginx:5 # Default-Start: · the script \`nginx\`"`);
  expect(where("insserv: warning: script 'S20bind9' missing LSB tags and overrides")).toMatchInlineSnapshot(
    `"etc/init.d/bind9:1 #!/bin/sh · the script \`bind9\`"`,
  );
  expect(where("insserv: warning: could not find all dependencies for $x")).toMatchInlineSnapshot(
    `"etc/init.d/nginx:4 # Required-Start: $x bind9 · named here"`,
  );
  expect(where("/etc/init.d/nginx: line 7: foo: command not found")).toMatchInlineSnapshot(
    `"etc/init.d/nginx:7 foo · the script \`nginx\`"`,
  );
  expect(where("web dead but subsys locked")).toMatchInlineSnapshot(
    `"etc/init.d/nginx:2 ### BEGIN INIT INFO · the script \`nginx\`"`,
  );
  expect(where("apache dead but subsys locked")).toMatchInlineSnapshot(
    `"sysroot: there is no script \`apache\`"`,
  );
});
