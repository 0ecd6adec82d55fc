import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("a program has the terminal of a shell that asks", () => {
  checkMarked(
    `\
ttyS0::askfirst:/bin/ash --login
ttyS0::respawn:/usr/bin/modem-agent
#<^^^^ procd-same-console: this entry has the same terminal as the askfirst entry on line 1, and both read what is typed
ttyS0::respawnlate:/usr/bin/modem-agent
#<^^^^ procd-same-console: this entry has the same terminal as the askfirst entry on line 1, and both read what is typed
`,
    { dialect: "procd" },
  );
});

test.each([
  "ttyS0::askfirst:/bin/ash\nttyS1::respawn:/usr/bin/agent\n",
  "ttyS0::respawn:/usr/bin/agent\nttyS0::respawn:/usr/bin/agent\n",
  "::askfirst:/bin/ash\n::respawn:/usr/bin/agent\n",
  "ttyS0::askfirst:/bin/ash\nttyS0::respawn:/usr/sbin/crond -f\n",
])("%j is another matter", (text) =>
  expect(firing(text, { dialect: "procd" })).not.toContain("procd-same-console"),
);
