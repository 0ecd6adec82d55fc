import { describe, expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

describe("a silencer", () => {
  test("takes away one rule for the next record", () => {
    checkMarked(`\
# inittab-disable-next-line unknown-action

# more words
su:S:respwan:/sbin/sulogin
sv:S:respwan:/sbin/sulogin
#    ^^^^^^^ unknown-action
`);
    checkMarked(`\
# inittab-disable-next-line lower-case-s
su:s:wait:/sbin/sulogin
sv:s:wait:/sbin/sulogin
#  ^ lower-case-s
`);
  });

  test("takes away one rule for the file", () => {
    expect(firing("su:s:wait:/bin/a\nsv:s:wait:/bin/b\n# inittab-disable-file lower-case-s\n")).toEqual([]);
  });

  test("works for what is judged in the whole file", () => {
    expect(firing("a:2:once:/bin/a\n# inittab-disable-next-line duplicate-id\na:3:once:/bin/b\n")).toEqual(
      [],
    );
  });
});

describe("a silencer that silences nothing", () => {
  test("is told, each name by itself", () => {
    checkMarked(`\
# inittab-disable-next-line lower-case-s duplicate-id, nonsense
#                                        ^^^^^^^^^^^^ unused-silencer: \`duplicate-id\` finds nothing here, so nothing is silenced
#                                                      ^^^^^^^^ unused-silencer: no rule is called \`nonsense\`, so nothing is silenced
su:s:wait:/sbin/sulogin
# inittab-disable-file
# ^^^^^^^^^^^^^^^^^^^^ unused-silencer: the comment names no rule, so nothing is silenced
`);
  });

  test("is not told of a rule that does not run", () => {
    expect(firing("# inittab-disable-file no-login\n")).toEqual([]);
    const whole = "# inittab-disable-file no-login\n1:2:respawn:/sbin/getty tty1\n";
    expect(firing(whole, { fragment: false })).toEqual(["unused-silencer"]);
    expect(
      firing("# inittab-disable-file lower-case-s\n", { severities: { "lower-case-s": "off" } }),
    ).toEqual([]);
  });

  test("behind the last line", () => {
    expect(firing("# inittab-disable-next-line lower-case-s\n")).toEqual(["unused-silencer"]);
  });

  test("can be deleted, or freed of a name", () => {
    const rule = "unused-silencer";
    const record = "su:s:wait:/sbin/sulogin\n";
    const fix = (names: string) => applyFix(`# inittab-disable-next-line ${names}\n${record}`, rule);
    expect(fix("duplicate-id")).toBe(record);
    expect(fix("lower-case-s duplicate-id")).toBe(`# inittab-disable-next-line lower-case-s\n${record}`);
    expect(fix("duplicate-id, lower-case-s")).toBe(`# inittab-disable-next-line lower-case-s\n${record}`);
  });
});
