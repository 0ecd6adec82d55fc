// Texts at random: of what inittabs and scripts consist, and of what no file should hold.

import { hostileValues } from "@inittab/host/testing/hostile";
import fc from "fast-check";

/** Characters that terminals, editors and readers treat in their own way. */
const strange: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x7f, max: 0x9f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom("\u2028", "\u2029", "\u202e", "\ufeff", "\ud800", "\udc00", "é", "😀", "\u0301", "\u00a0"),
  fc.constantFrom(...hostileValues),
);

function textOf(pieces: readonly string[], most: number): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, strange);
  return fc.array(piece, { maxLength: most }).map((list) => list.join(""));
}

export const inittabText: fc.Arbitrary<string> = textOf(
  [
    ...["id:2:initdefault:\n", "si::sysinit:/etc/rc.d/rc.sysinit\n", "l2:2:wait:/etc/rc.d/rc 2\n", "l2:"],
    ...["1:2345:respawn:/sbin/getty 38400 tty1\n", "ca::ctrlaltdel:/sbin/shutdown -r now\n", ":", "::", "\n"],
    ...["tty2::askfirst:-/bin/sh\n", "::restart:/sbin/init\n", "null::once:/bin/a; b &\n", "respawn", "ab"],
    ...[
      "\r\n",
      "\r",
      "#",
      " ",
      "\t",
      "\\\n",
      "+",
      "@",
      "x".repeat(70),
      "0123456789",
      "exec a && b | c 'd",
      "$(",
    ],
    ...[
      "# inittab: dialect=busybox\n",
      "# inittab-disable-file duplicate-id\n",
      "# inittab-disable-next-line x\n",
    ],
    ...[
      "ens:2:wait:startsrc -sx\n",
      ": comment of AIX\n",
      "~~:S:wait:/sbin/sulogin\n",
      "pf::powerfail:/bin/x\n",
    ],
  ],
  24,
);

export const scriptText: fc.Arbitrary<string> = textOf(
  [
    ...[
      "#!/bin/sh\n",
      "### BEGIN INIT INFO\n",
      "# Provides: x\n",
      "# Required-Start: $network y\n",
      "#\tz\n",
    ],
    ...[
      "# Default-Start: 2 3 4 5\n",
      "# Default-Stop: 0 1 6\n",
      "### END INIT INFO\n",
      "# Provides:",
      "# X-a: b\n",
    ],
    ...[
      "# chkconfig: 2345 20 80\n",
      "# chkconfig: -\n",
      "# description: d \\\n",
      "# processname: x\n",
      "#\n",
      "\n",
    ],
    ...["case $1 in start) ", "touch /var/lock/subsys/x ;; ", "stop) rm -f /var/lock/subsys/x ;; ", "esac\n"],
    ...["start() {\n", "}\n", ". /etc/rc.d/init.d/functions\n", ". /lib/lsb/init-functions\n", "daemon x\n"],
    ...[
      "killproc x\n",
      "status x\n",
      "RETVAL=$?\n",
      "exit 0\n",
      "if [ -f /a ]; then\n",
      "else\n",
      "fi\n",
      "set -e\n",
    ],
    ...[
      "start-stop-daemon --start --exec /bin/x\n",
      "log_end_msg 0\n",
      "cat <<E\n",
      "E\n",
      "$(",
      "`",
      '"',
      "'",
      "\\",
    ],
    ...[
      "# inittab-disable-file lock-missing\n",
      "echo $${x",
      "a && b || c &\n",
      "for i in a; do ",
      "done\n",
      "\r\n",
    ],
  ],
  30,
);

/** Bytes of a file: a text, a text that is damaged, or anything. */
export const fileBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: inittabText.map((text) => Buffer.from(text)) },
  { weight: 4, arbitrary: scriptText.map((text) => Buffer.from(text)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.oneof(inittabText, scriptText), fc.uint8Array({ maxLength: 6 }), fc.nat())
      .map(([text, bytes, at]) => {
        const whole = Buffer.from(text);
        const place = at % (whole.length + 1);
        return Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place)]);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(inittabText, scriptText).map((text) => Buffer.from(`\ufeff${text}`, "utf16le")),
  },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
);
