import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("an id of which only the end is read", () => {
  checkMarked(
    `\
tts/0::askfirst:/bin/ash --login
#<^^^^ procd-id-cut: procd takes only letters and digits: the id is \`0\`, and what comes before it is skipped
tty-::askfirst:/bin/ash --login
#<^^^ procd-id-cut: procd takes only letters and digits: what comes before the first colon is skipped, and the id is empty
`,
    { dialect: "procd" },
  );
});

test.each([
  "tty1::askfirst:/bin/ash",
  "/dev/tty1::askfirst:/bin/ash",
  "  tty1::askfirst:/bin/ash",
  "@SERIAL@::askfirst:/bin/ash",
])("%j is right", (line) => expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]));
