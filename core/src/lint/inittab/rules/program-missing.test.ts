import fc from "fast-check";
import { expect, test } from "vitest";
import { pieceOf } from "../../../testing/alphabet.ts";
import { checkMarked, findings, firing } from "../../../testing/lint-check.ts";
import { listingOf } from "../../../testing/listing.ts";
import type { ExampleFile } from "../../contract.ts";
import { exampleRoot } from "../example-root.ts";

const usrMerged: readonly ExampleFile[] = [
  { path: "bin", target: "usr/bin" },
  { path: "sbin", target: "/usr/sbin" },
  { path: "usr/bin/sh", target: "/usr/bin/dash" },
  { path: "usr/bin/dash" },
  { path: "usr/sbin/agetty" },
  { path: "usr/sbin/escape", target: "../../../../etc/rc" },
];

const busybox = (files: readonly ExampleFile[] = exampleRoot) =>
  ({ dialect: "busybox", root: listingOf(files) }) as const;

test("a program that is not in the root", () => {
  checkMarked(
    `
::respawn:/sbin/syslogd -n
#         ^^^^^^^^^^^^^ program-missing: there is no /sbin/syslogd in this root, so the process fails each time init starts it
::once:-/bin/login
#       ^^^^^^^^^^ getty-action: the terminal is dead after the first logout: once starts login only once
#       ^^^^^^^^^^ program-missing: there is no /bin/login in this root, so the process fails
::once:/bin/klogd >/dev/null
#      ^^^^^^^^^^ program-missing: there is no /bin/klogd in this root, so the process fails
::sysinit:/bin/sh /etc/rc 2
#                 ^^^^^^^ program-missing: there is no /etc/rc in this root for /bin/sh to read
`,
    busybox(),
  );
});

test("a file without which the script that an entry starts ends", () => {
  const rcS = (text: string) => [
    ...exampleRoot,
    { path: "etc/init.d/rcS", text: `#!/bin/sh\n${text}\nexec /etc/init.d/rc S\n` },
  ];
  const before =
    '# The boot.\nPATH=/sbin:/bin\nrunlevel=S\nexport PATH runlevel\n[ -d "/proc/1" ] || mount /proc\n';
  const table = "::sysinit:/etc/init.d/rcS\n";
  checkMarked(
    `
::sysinit:/etc/init.d/rcS
#         ^^^^^^^^^^^^^^^ program-missing: there is no /etc/default/rcS in this root for /etc/init.d/rcS to read
`,
    busybox(rcS(`${before}. /etc/default/rcS`)),
  );
  for (const text of [
    "[ -f /etc/default/rcS ] && . /etc/default/rcS",
    "if false; then\n. /etc/default/rcS\nfi",
    "f() {\n. /etc/default/rcS\n}",
    "cat <<END\n. /etc/default/rcS\nEND",
    "[ -x /sbin/x ] || exit 0\n. /etc/default/rcS",
    "[ -f /etc/default/rcS ] || exit 0\n. /etc/default/rcS",
    "echo '\n. /etc/default/rcS\n'",
    ". /run/settings",
    "# . /etc/default/rcS",
  ])
    expect(firing(table, busybox(rcS(text)))).toEqual([]);
  const there = [...rcS(". /etc/default/rcS"), { path: "etc/default/rcS", text: "VERBOSE=no\n" }];
  expect(firing(table, busybox(there))).toEqual([]);
  // bash under its own name goes on without the file.
  const bash = [{ path: "etc/init.d/rcS", text: "#!/bin/bash\n. /etc/default/rcS\n" }, { path: "bin/bash" }];
  expect(firing(table, busybox([...exampleRoot, ...bash]))).toEqual([]);
});

test("links are followed as on the machine: BusyBox' applets, a merged /usr, links that begin at the root", () => {
  expect(firing("::respawn:/sbin/getty 38400 tty1\n", busybox())).toEqual([]);
  const table = "1:2345:respawn:/sbin/agetty tty1\n2:2345:once:/bin/sh -c x\n3:2345:respawn:agetty tty3\n";
  expect(firing(table, { root: listingOf(usrMerged) })).toEqual([]);
  // A root is its own parent, so that the link leads to a file that is missing.
  expect(firing("1:2:once:/sbin/escape\n", { root: listingOf(usrMerged) })).toEqual(["program-missing"]);
});

test("a name without a path is looked for as init does", () => {
  expect(firing("1:2345:respawn:mingetty tty1\n", { root: listingOf(usrMerged) })).toEqual([
    "program-missing",
  ]);
  // BusyBox may run an applet that no link has.
  expect(firing("::respawn:mingetty tty1\n", busybox())).toEqual([]);
});

test.each([
  ["a part of a root", "::respawn:/sbin/getty tty1\n", [{ path: "etc/inittab" }]],
  [
    "a layer with an init of its own",
    "::respawn:/sbin/getty tty1\n",
    [{ path: "sbin/init", text: "#!/bin/sh\n" }],
  ],
  [
    "what may be mounted",
    "::once:/opt/bin/x\n",
    [...exampleRoot, { path: "etc/fstab", text: "a /opt ext4\n" }],
  ],
  ["what is mounted", "::once:/run/x\n::once:/proc/x\n::sysinit:/tmp/x\n", exampleRoot],
  ["what the shell finds itself", "::once:[ -x /bin/x ] && /bin/x\n::once:/bin/x || true\n", exampleRoot],
  ["what init never runs", "::restart:\n", exampleRoot],
] as const)("nothing is said of %s", (_what, text, files: readonly ExampleFile[]) => {
  expect(firing(text, busybox(files)).filter((rule) => rule === "program-missing")).toEqual([]);
});

test("what a distribution ships for a failing power supply is said quietly", () => {
  const table = "pf::powerwait:/etc/init.d/powerfail start\nca::ctrlaltdel:/sbin/shutdown\n";
  const found = findings(table, { root: listingOf(usrMerged) });
  expect(found.map(({ severity }) => severity)).toEqual(["information", "warning"]);
});

test("an empty folder may be a mount point", () => {
  const root = new Map([...listingOf(exampleRoot), ["opt", { kind: "folder", names: [] }] as const]);
  expect(firing("::once:/opt/bin/x\n", { dialect: "busybox", root })).toEqual([]);
});

test("procd has no program for the scripts at boot and at shutdown", () => {
  const text =
    "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n::askconsole:/usr/libexec/login.sh\n";
  expect(
    findings(text, { dialect: "procd", root: listingOf(exampleRoot) }).map(({ message }) => message),
  ).toEqual([
    "there is no /usr/libexec/login.sh in this root, so the process fails each time init starts it",
  ]);
});

test("every finding lies in the text, whatever stands in a record", () => {
  const piece = pieceOf(
    "::once:",
    "::respawn:-",
    "/bin/x",
    "exec ",
    "||",
    "sh /etc/rc",
    "../..",
    "\r\n",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      for (const { range } of findings(text, busybox()))
        expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
    }),
  );
});
