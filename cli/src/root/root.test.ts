import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { cpioOf, type MadeEntry, tarOf } from "@inittab/host/testing/archive";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInittab } from "../testing/program.ts";
import { writeTree } from "../testing/write-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "inittab-root-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const run = (args: readonly string[]): ReturnType<typeof runInittab> => runInittab(args, { cwd: folder });

const table = `::sysinit:/etc/init.d/rcS
ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100
::respawn:/usr/sbin/daemon -f
::shutdown:/etc/init.d/rcK
`;
const rcS = "#!/bin/sh\nfor i in /etc/init.d/S??*; do\n  $i start\ndone\n";
const service = '#!/bin/bash\ncase "$1" in\n  start) svc & ;;\n  stop) killall svc ;;\nesac\n';

/** A system of Buildroot's kind, in the notation of archives. */
const system: readonly MadeEntry[] = [
  { name: "bin/busybox", text: "\x7fELF\0" },
  { name: "bin/sh", type: "link", target: "busybox" },
  { name: "sbin/init", type: "link", target: "/bin/busybox" },
  { name: "sbin/getty", type: "link", target: "../bin/busybox" },
  { name: "etc/inittab", text: table, mode: 0o644 },
  { name: "etc/init.d/rcS", text: rcS },
  { name: "etc/init.d/rcK", text: rcS, mode: 0o644 },
  { name: "etc/init.d/S40svc", text: service },
  { name: "etc/init.d/S50lost", type: "link", target: "../../opt/lost" },
];

const archives = {
  "sys.tar": tarOf(system),
  "sys.tgz": gzipSync(tarOf(system)),
  "sys.cpio": cpioOf(system),
  "initramfs.img": gzipSync(cpioOf(system)),
} as const;

beforeAll(() => {
  for (const [name, bytes] of Object.entries(archives)) writeFileSync(join(folder, name), bytes);
  writeFileSync(
    join(folder, "other"),
    "::sysinit:/etc/init.d/rcS\n::respawn:/bin/sh\n::shutdown:/bin/umount -a\n",
  );
  writeFileSync(join(folder, "log"), "init: can't run '/usr/sbin/daemon': No such file or directory\n");
  writeTree(
    join(folder, "sys"),
    system
      .map(({ name, text = "", target, mode = 0o755 }) =>
        target === undefined
          ? [
              `${name} ${mode.toString(8)}`,
              ...text
                .trimEnd()
                .split("\n")
                .map((line) => `  ${line}`),
            ].join("\n")
          : `${name} -> ${target}`,
      )
      .join("\n"),
  );
  chmodSync(join(folder, "sys/bin/busybox"), 0o755);
});

/** What a run prints, with one name for all roots. */
async function said(args: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await run(args);
  return `${stdout}${stderr}exit ${exitCode}`.replaceAll(/\bsys\.\w+|initramfs\.img/g, "sys");
}

/** What is said of the folder, by the arguments. */
const plainly = new Map<string, string>();

describe.each(["sys.tgz", "initramfs.img"])("%s says what the folder says", (archive) => {
  test.each([
    ["check", "check", "ROOT"],
    ["check as JSON", "check", "--format", "json", "ROOT"],
    ["rc", "rc", "ROOT"],
    ["order", "order", "--tool", "insserv", "ROOT"],
    ["explain", "explain", "can't run '/usr/sbin/daemon': No such file or directory", "ROOT"],
    ["read", "read", "ROOT"],
    ["verify", "verify", "ROOT"],
    ["plan", "plan", "other", "ROOT"],
    ["a search of a log", "explain", "--log", "log", "ROOT"],
    ["simulate", "simulate", "--rc", "ROOT", "ROOT"],
  ])("%s", async (_title, ...args) => {
    const of = (root: string) => said(args.map((arg) => arg.replace("ROOT", root)));
    const plain = plainly.get(args.join(" ")) ?? (await of("sys"));
    plainly.set(args.join(" "), plain);
    expect(plain).toContain("sys");
    expect(await of(archive)).toBe(plain);
  });
});

test("recipes in an archive are found by what they say, as in a folder", async () => {
  const recipe = 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 09"\n';
  const entries: readonly MadeEntry[] = [
    { name: "layer/svc_1.0.bb", text: recipe },
    { name: "layer/lib_1.0.bb", text: 'SUMMARY = "no script"\n' },
  ];
  for (const bytes of [tarOf(entries), gzipSync(cpioOf(entries))]) {
    writeFileSync(join(folder, "layer.tar"), bytes);
    const { stdout } = await run(["check", "--format", "json", "layer.tar"]);
    const { files } = JSON.parse(stdout);
    expect(
      files.map(({ path, findings }: { path: string; findings: { rule: string }[] }) => [
        path,
        ...findings.map(({ rule }) => rule),
      ]),
    ).toEqual([["layer.tar/layer/svc_1.0.bb", "recipe-params-octal"]]);
  }
});

test("records and scripts are judged against the root, and what is not judged is listed", async () => {
  expect(await said(["check", "sys.tar"])).toMatchInlineSnapshot(`
    "sys/etc/init.d/S40svc: read as an init script in Buildroot's manner, because the system has etc/init.d/rcS
    sys/etc/init.d/S40svc:1:3: warning: the interpreter /bin/bash does not exist in this root file system, so the script cannot be run [interpreter-not-in-root IT930]
      1 | #!/bin/bash
        |   ^^^^^^^^^
    sys/etc/init.d/rcK: not judged: it calls the scripts of services, or belongs to the system itself
    sys/etc/init.d/rcS: not judged: it calls the scripts of services, or belongs to the system itself
    sys/etc/inittab: read as busybox, because it has the action shutdown
    sys/etc/inittab:3:11: warning: there is no /usr/sbin/daemon in this root, so the process fails each time init starts it [program-missing IT280]
      3 | ::respawn:/usr/sbin/daemon -f
        |           ^^^^^^^^^^^^^^^^
    sys/etc/inittab:4:12: warning: /etc/init.d/rcK has the permissions 644, so nobody can run it: the process fails [program-not-executable IT281]
      4 | ::shutdown:/etc/init.d/rcK
        |            ^^^^^^^^^^^^^^^
    2 files checked: 0 errors, 3 warnings
    inittab: sys/etc/init.d/S50lost: points to ../../opt/lost, which does not exist
    exit 0"
  `);
  const { stdout } = await run(["check", "--format", "json", "sys.tgz"]);
  const { files, notJudged } = JSON.parse(stdout);
  expect(
    files.flatMap(({ path, findings }: { path: string; findings: { rule: string }[] }) =>
      findings.map(({ rule }) => `${path} ${rule}`),
    ),
  ).toMatchInlineSnapshot(`
    [
      "sys.tgz/etc/init.d/S40svc interpreter-not-in-root",
      "sys.tgz/etc/inittab program-missing",
      "sys.tgz/etc/inittab program-not-executable",
    ]
  `);
  expect(notJudged).toMatchInlineSnapshot(`
    [
      {
        "path": "sys.tgz/etc/init.d/S50lost",
        "why": "points to ../../opt/lost, which does not exist",
      },
      {
        "path": "sys.tgz/etc/init.d/rcK",
        "why": "calls the scripts of services, or belongs to the system itself",
      },
      {
        "path": "sys.tgz/etc/init.d/rcS",
        "why": "calls the scripts of services, or belongs to the system itself",
      },
    ]
  `);
});

test("a folder or an archive that is only a part of a root is no reason to miss anything", async () => {
  writeTree(folder, `part/etc/inittab\n${table.replace(/^(?=.)/gm, "  ")}`);
  writeFileSync(at("part.tar"), tarOf([{ name: "etc/inittab", text: table }]));
  for (const path of ["part", "part.tar", "part/etc/inittab"]) {
    const { stdout } = await run(["check", path]);
    expect(stdout).toContain("0 errors, 0 warnings");
  }
});

test("the same script is judged alike by its name and in its folder", async () => {
  const findings = async (path: string): Promise<unknown> => {
    const { stdout } = await run(["check", "--format", "json", path]);
    const { files } = JSON.parse(stdout);
    return files.filter((file: { path: string }) => file.path === "sys/etc/init.d/S40svc");
  };
  const one = await findings("sys/etc/init.d/S40svc");
  expect(one).toHaveLength(1);
  for (const path of ["sys/etc/init.d", "sys/etc", "sys"]) expect(await findings(path)).toEqual(one);
});

test("a script that can only be one of init is found in any folder", async () => {
  const scripts = {
    openrc: "#!/sbin/openrc-run\ncommand=/usr/bin/svc\n",
    openwrt: "#!/bin/sh /etc/rc.common\nSTART=20\nstart() { :; }\n",
    unmarked: '#!/bin/sh\n# Provides: svc\n# Default-Start: 2 3\ncase "$1" in start|stop) ;; esac\n',
    other: "#!/bin/sh\n# Provides: what it says\necho hello\n",
  };
  writeTree(
    folder,
    Object.entries(scripts)
      .map(([name, text]) => `any/${name}\n${text.trimEnd().replace(/^/gm, "  ")}`)
      .join("\n"),
  );
  const { stdout } = await run(["check", "--format", "json", "any"]);
  const { files } = JSON.parse(stdout);
  expect(files.map(({ path }: { path: string }) => path)).toEqual([
    "any/openrc",
    "any/openwrt",
    "any/unmarked",
  ]);
  for (const file of files) {
    const named = await run(["check", "--format", "json", file.path]);
    expect(JSON.parse(named.stdout).files).toEqual([file]);
  }
});

describe("what is wrong with an archive is said", () => {
  test.each([
    ["cut.tar", archives["sys.tar"].subarray(0, 1100), "is an archive that ends too early"],
    ["cut.tgz", archives["sys.tgz"].subarray(0, 200), "is an archive that ends too early"],
    ["no.tar", Buffer.from("1:2345:respawn:/sbin/getty tty1\n"), "is not a tar or cpio archive"],
    ["x.tar.bz2", Buffer.from("BZh91AY&SY"), "is in the format of bzip2, which is not read"],
  ])("%s", async (name, bytes, why) => {
    writeFileSync(at(name), bytes);
    for (const args of [["check"], ["read"], ["rc"], ["order"], ["verify"], ["simulate"]]) {
      const { stderr, exitCode } = await run([...args, name]);
      expect([stderr, exitCode]).toEqual([`inittab: ${name}: ${why}\n`, 2]);
    }
  });

  test("an entry that leads out, a twin that is not there", async () => {
    writeFileSync(
      at("hostile.tar"),
      tarOf([
        ...system,
        { name: "../../outside", text: "x" },
        { name: "etc/init.d/S41\x1b[2J", type: "hard-link", target: "../../../etc/shadow" },
      ]),
    );
    const { stderr, exitCode } = await run(["check", "-q", "hostile.tar"]);
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      "inittab: hostile.tar: the entry `../../outside` leads out of the archive, so it is passed over",
      "inittab: hostile.tar: the entry `etc/init.d/S41␛[2J` is another name of a file that is not in the archive, so it is passed over",
    ]);
    expect(exitCode).toBe(2);
    expect(existsSync(join(folder, "../outside"))).toBe(false);
  });

  test("a compressed file that is no archive is read as before", async () => {
    writeFileSync(at("inittab.gz"), gzipSync("text"));
    expect(await said(["read", "inittab.gz"])).toContain("inittab.gz: read as");
    expect(await said(["rc", "inittab.gz"])).toContain("inittab.gz: is not a directory");
  });

  test("an archive without an inittab", async () => {
    writeFileSync(at("empty.cpio"), cpioOf([{ name: "etc/issue", text: "x" }]));
    expect(await said(["read", "empty.cpio"])).toContain("empty.cpio: has no file etc/inittab");
    expect(await said(["check", "empty.cpio"])).toContain("no file of this folder has a fitting name");
  });
});

describe("nothing in a folder of init scripts is passed over in silence", () => {
  beforeAll(() => {
    writeTree(
      folder,
      [
        "odd/init.d/svc",
        "  #!/bin/sh",
        '  case "$1" in start|stop) ;; esac',
        "odd/init.d/out -> /etc/hostname",
        "odd/init.d/gone -> nothing",
        "odd/init.d/disabled/",
        "odd/init.d/elsewhere -> ../lib/elsewhere",
        "odd/lib/elsewhere",
        "  #!/bin/sh",
        '  case "$1" in start|stop) ;; esac',
        "odd/init.d/twin -> svc",
        "odd/rc2.d/S20svc -> ../init.d/svc",
        "odd/rc2.d/S21nobody -> ../init.d/nobody",
        "odd/init.d/python",
        "  #!/usr/bin/python3",
        "  import sys",
      ].join("\n"),
    );
    execFileSync("mkfifo", [at("odd/init.d/fifo"), at("odd/inittab")]);
  });

  test("in text", async () => {
    expect(await said(["check", "odd"])).toMatchInlineSnapshot(`
      "odd/init.d/elsewhere: read as an init script
      odd/init.d/python: read as an init script; not all of its shell part could be read
      odd/init.d/svc: read as an init script
      3 files checked: 0 errors, 0 warnings
      inittab: odd/init.d/disabled: is a directory
      inittab: odd/init.d/fifo: is not a regular file
      inittab: odd/init.d/gone: no such file or directory
      inittab: odd/init.d/out: is a link that leads out of the folder, so it is passed over
      inittab: odd/inittab: is not a regular file
      inittab: odd/rc2.d/S21nobody: no such file or directory
      exit 0"
    `);
  });

  test("in JSON", async () => {
    const { stdout } = await run(["check", "--format", "json", "odd"]);
    expect(JSON.parse(stdout).notJudged).toMatchInlineSnapshot(`
      [
        {
          "path": "odd/init.d/disabled",
          "why": "is a directory",
        },
        {
          "path": "odd/init.d/fifo",
          "why": "is not a regular file",
        },
        {
          "path": "odd/init.d/gone",
          "why": "no such file or directory",
        },
        {
          "path": "odd/init.d/out",
          "why": "is a link that leads out of the folder, so it is passed over",
        },
        {
          "path": "odd/inittab",
          "why": "is not a regular file",
        },
        {
          "path": "odd/rc2.d/S21nobody",
          "why": "no such file or directory",
        },
      ]
    `);
  });
});

test("a start without an archive loads nothing of what reads them", () => {
  const files = ["start.js", "check-inittab.js", "read-inittab.js"].map((name) =>
    readFileSync(join(import.meta.dirname, "../../dist", name), "latin1"),
  );
  for (const text of files) expect(text).not.toMatch(/ustar|070701/);
});

test("an inittab that is a link is checked once, by the name that init opens", async () => {
  const linked: readonly MadeEntry[] = [
    { name: "bin/sh", text: "\x7fELF\0" },
    { name: "etc/inittab", type: "link", target: "../usr/share/init/inittab" },
    { name: "usr/share/init/inittab", text: "id:2:initdefault:\nx:2:respawn:/sbin/gone\n" },
    { name: "usr/share/init/inittab.link", type: "link", target: "inittab" },
    { name: "usr/share/init/inittab.other", text: "id:2:initdefault:\ny:2:respawn:/bin/sh\n" },
  ];
  writeFileSync(at("linked.tar"), tarOf(linked));
  const { stdout } = await run(["check", "linked.tar"]);
  const told = stdout.split("\n").filter((line) => /^linked|checked/.test(line));
  expect(told.join("\n").replaceAll(/: read as .*/g, "")).toMatchInlineSnapshot(`
    "linked.tar/etc/inittab
    linked.tar/etc/inittab:1:4: information: nothing in the default runlevel, 2, offers a login: no getty, no display manager, no shell [no-login IT301]
    linked.tar/etc/inittab:2:13: warning: there is no /sbin/gone in this root, so the process fails each time init starts it [program-missing IT280]
    linked.tar/usr/share/init/inittab.other
    2 files checked: 0 errors, 1 warning, 1 information"
  `);
});
