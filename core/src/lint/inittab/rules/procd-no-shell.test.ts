import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("what only a shell knows", () => {
  checkMarked(
    `\
tty1::respawn:/bin/sh -c 'sleep 5'
#                        ^ procd-no-shell: procd does not call a shell: it splits the words at the blanks inside the quotes too, and passes the quotes on
tty1::askfirst:/bin/ash --login # on the console
#                               ^ procd-no-shell: procd does not call a shell: the comment becomes words of the command
tty2::respawn:/bin/a >/dev/null
#                    ^ procd-no-shell: procd does not call a shell: this is passed to the program as it is
`,
    { dialect: "procd" },
  );
});

test("a tab parts no words", () => {
  expect(firing("tty1::askfirst:/bin/ash\t--login\n", { dialect: "procd" })).toEqual(["procd-no-shell"]);
});

test.each([
  "tty1::respawn:/bin/a http://h/?a&b=c x>y don't 5$",
  "tty1::askfirst:/bin/ash --login \r",
  "tty1::askfirst:/bin/ash\t",
])("%j is right", (line) => expect(firing(`${line}\n`, { dialect: "procd" })).toEqual([]));
