import { expect, test } from "vitest";
import { told } from "../../../testing/body-check.ts";

const root = [
  { path: "bin/busybox" },
  { path: "bin/sh", target: "busybox" },
  { path: "usr/sbin/web" },
  { path: "usr/sbin/plain", mode: 0o644 },
  { path: "usr/sbin/perly", text: "#!/usr/bin/perl\n" },
  { path: "usr/sbin/dos", text: "#!/bin/bash\r\n" },
  { path: "opt" },
  { path: "etc/default/web", text: "OPTIONS=-d\n" },
  { path: "etc/default/other", text: "DAEMON=/usr/sbin/web\n" },
  { path: "etc/fstab", text: "/dev/sda2 /srv ext4 defaults 0 0\n" },
];

function said(text: string): readonly string[] {
  return told(text, "daemon-not-in-root", { files: root });
}

const body = 'case "$1" in\n  start) $DAEMON ;;\nesac\n';
const script = (assignment: string, more = ""): string => `#!/bin/sh\n${assignment}\n${more}${body}`;

test("what becomes of the program", () => {
  expect(
    ["gone", "plain", "perly", "dos", "web"].flatMap((name) => said(script(`DAEMON=/usr/sbin/${name}`))),
  ).toMatchInlineSnapshot(`
    [
      "2 warning: /usr/sbin/gone does not exist in this root file system, so the service cannot start",
      "2 warning: /usr/sbin/plain cannot be run: it is not executable (mode 644)",
      "2 warning: /usr/sbin/perly cannot be run: its interpreter /usr/bin/perl does not exist in this root file system",
      "2 warning: /usr/sbin/dos cannot be run: the carriage return in its first line becomes part of the interpreter's name",
    ]
  `);
});

test("services of OpenRC and instances of procd name theirs too", () => {
  expect(said('#!/sbin/openrc-run\ncommand="/usr/sbin/gone"\ncommand_background=yes\n')).toHaveLength(1);
  const procd = (words: string) =>
    `#!/bin/sh /etc/rc.common\nUSE_PROCD=1\nstart_service() {\n\tprocd_open_instance\n\tprocd_set_param command ${words}\n\tprocd_close_instance\n}\n`;
  expect(said(procd("/usr/sbin/gone -f"))).toHaveLength(1);
  expect(said(procd("/usr/sbin/web -f"))).toEqual([]);
  expect(said(procd('"$PROG" -f'))).toEqual([]);
});

test.each([
  ["in quotes, and it is there", script('DAEMON="/usr/sbin/web" # the server')],
  ["a name without a folder", script("DAEMON=gone")],
  ["a variable in it", script("DAEMON=/usr/sbin/$NAME")],
  ["set twice", script("DAEMON=/usr/sbin/gone", "DAEMON=/usr/sbin/web\n")],
  ["in a branch", script("if true; then\n  DAEMON=/usr/sbin/gone\nfi")],
  ["asked for first", script("DAEMON=/usr/sbin/gone", '[ -x "$DAEMON" ] || exit 0\n')],
  ["asked for by test", script("DAEMON=/usr/sbin/gone", "test -f $DAEMON || exit 5\n")],
  ["looked for by the shell", script("DAEMON=/usr/sbin/gone", "command -v $DAEMON || exit\n")],
  ["a file that says otherwise", script("DAEMON=/usr/sbin/gone", ". /etc/default/other\n")],
  ["a file that may say otherwise", script("DAEMON=/usr/sbin/gone", ". /etc/default/$NAME\n")],
  ["below a mount point", script("DAEMON=/srv/bin/gone")],
  ["not used", "#!/bin/sh\nDAEMON=/usr/sbin/gone\n"],
])("nothing is said: %s", (_, text) => expect(said(text)).toEqual([]));

test("a file that sets other things changes nothing", () => {
  expect(
    said(script("DAEMON=/usr/sbin/gone", "[ -r /etc/default/web ] && . /etc/default/web\n")),
  ).toHaveLength(1);
});
