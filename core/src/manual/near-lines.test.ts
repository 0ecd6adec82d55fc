// How tables are read by every init, and what is explained of their lines. What has changed on purpose is recorded again
// with `RECORD=1 npx vitest run core/src/manual/near-lines.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { type Dialect, dialects } from "../inittab/dialect.ts";
import { readInittab } from "../inittab/read.ts";
import { recordedReading } from "../inittab/recorded-reading.ts";
import { sysvinitVersions } from "../inittab/versions.ts";
import { nearTexts } from "../testing/near-texts.ts";
import { recordedIn } from "../testing/recorded.ts";
import { explainLine } from "./explain.ts";

const recorded = recordedIn(join(import.meta.dirname, "near-lines.json"));

const lines = [
  "id:2:initdefault:",
  "si::sysinit:/etc/init.d/rcS",
  "~~:S:wait:/sbin/sulogin",
  "l3:3:wait:/etc/init.d/rc 3",
  "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now",
  "pf::powerwait:/etc/init.d/powerfail start",
  "1:2345:respawn:/sbin/getty 38400 tty1",
  "T0:23:respawn:+/sbin/getty -L ttyS0 9600 vt100",
  "on:23:once:sh -c 'a; b' > /dev/null",
  "od:ab:ondemand:/bin/od $HOME",
  "tty2::askfirst:-/bin/sh",
  "::ctrlaltdel:/sbin/reboot",
  "null::shutdown:/bin/umount -a -r",
  "::restart:/sbin/init",
  "::askconsole:/usr/libexec/login.sh",
  "# inittab: dialect=busybox",
  "x:5:off:/usr/bin/X\\",
];

const texts = [...lines, lines.join("\n")];

const near = texts.flatMap((text) => [text, ...nearTexts(text, lines, 12)]);

test.each([undefined, ...dialects].map((dialect) => [dialect ?? "guessed", dialect] as const))(
  "%s",
  (name, dialect: Dialect | undefined) => {
    const hints = dialect === undefined ? {} : { dialect };
    recorded.expectSame(
      `${name}: read`,
      near.map((text) => recordedReading(readInittab(text, hints))),
    );
    recorded.expectSame(
      `${name}: explained`,
      near.map((text) => explainLine(text.split("\n")[0] ?? "", hints)),
    );
  },
);

test.each(sysvinitVersions.map((version) => [version]))("sysvinit %s", (version) => {
  recorded.expectSame(
    `sysvinit ${version}`,
    nearTexts(lines.join("\n"), lines, 40).map((text) =>
      recordedReading(readInittab(text, { dialect: "sysvinit", version })),
    ),
  );
});

test("nothing else is recorded", () => {
  expect(recorded.names()).toHaveLength(2 * (1 + dialects.length) + sysvinitVersions.length);
});
