import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { readScenarioTests, runScenarioTest } from "./tests.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/init.d/rc 2
1:2345:respawn:/sbin/getty 38400 tty1
3:3:respawn:/usr/sbin/syslogd -n
ca:12345:ctrlaltdel:/sbin/shutdown -r now
pf::powerwait:/etc/init.d/powerfail start
`;

/** What is not as expected, a line each. */
function check(test: object, text: string = table): string {
  const read = readScenarioTests({ tests: [{ name: "x", ...test }] });
  if ("problems" in read)
    return read.problems
      .map(({ path, message }) => `${path.join(".")}: ${inEnglish.text(message)}`)
      .join("\n");
  return read.tests
    .flatMap((each) => runScenarioTest(each, text))
    .map(inEnglish.text)
    .join("\n");
}

test("what is as expected is not told of", () => {
  const events = [{ at: 10, signal: "PWR", powerstatus: "F" }];
  const expect_ = [
    { at: 5, runs: "1" },
    { at: 5, runs: "/sbin/getty 38400 tty1" },
    { at: 5, stopped: "pf" },
    { at: 10.5, runs: "pf" },
    { at: 30, login: true },
    { at: 30, level: "2" },
    { down: false },
    { says: "version 3.14 booting" },
  ];
  expect(check({ events, expect: expect_ })).toBe("");
});

test("what is not is told with its reason", () => {
  const events = [{ at: 10, telinit: "3" }];
  const expect_ = [
    { at: 5, runs: "3" },
    { at: 5, runs: "nobody" },
    { at: 5, stopped: "1" },
    { at: 20, level: "2" },
    { at: 20, login: false },
    { at: 0.5, login: true },
    { down: true },
    { at: 5, says: "runlevel: 3" },
  ];
  expect(check({ events, expect: expect_ })).toMatchInlineSnapshot(`
    "3 does not run at 5 s: not in runlevel 2; its field is 3
    nobody does not run at 5 s: no entry has this id or command
    1 runs at 5 s
    init is in 3 at 20 s, not in 2
    /sbin/getty 38400 tty1 offers a login at 20 s
    nothing that runs at 0.5 s offers a login
    the machine still runs at 60 s
    runlevel: 3 has not been said by 5 s"
  `);
  expect(check({ events: [{ at: 1, telinit: 7 }], expect: [{ down: true }] })).toMatchInlineSnapshot(
    `"events[0].telinit: must be a string or an array"`,
  );
  expect(
    check({ expect: [{ down: true }] }, "::sysinit:/etc/init.d/rcS shutdown\n/sbin/x\n"),
  ).toMatchInlineSnapshot(`"the machine still runs at 60 s"`);
});

test("BusyBox is tested in the same way", () => {
  const busybox = "::sysinit:/etc/init.d/rcS\ntty1::askfirst:-/bin/sh\n::ctrlaltdel:/sbin/reboot\n";
  expect(
    check(
      {
        events: [{ at: 5, signal: "INT" }],
        expect: [{ at: 3, runs: "tty1" }, { at: 3, login: true }, { down: true }],
      },
      busybox,
    ),
  ).toBe("");
});

test("any value is a file of tests or says what keeps it from being one", () => {
  const wrong = [
    7,
    {},
    { tests: [] },
    { tests: [7] },
    { inittab: 7, tests: [{ name: "", expect: [] }] },
    {
      tests: [{ name: "x", expect: [{ runs: true }, { at: -1, runs: "1" }, { runs: "1", level: "2" }, {}] }],
    },
  ];
  const shown = wrong.map((value) => {
    const read = readScenarioTests(value);
    return "problems" in read
      ? read.problems.map(({ path, message }) => `${path.join(".")}: ${inEnglish.text(message)}`).join("\n")
      : "read";
  });
  expect(shown.join("\n\n")).toMatchInlineSnapshot(`
    ": must be an object

    tests: must be an array that is not empty

    tests: must be an array that is not empty

    tests.0: must be an object

    inittab: must be a string that is not empty
    tests.0.name: must be a string that is not empty
    tests.0.expect: must be an array that is not empty

    tests.0.expect.0: must have a time \`at\`, if any, and one of runs, stopped, level and says with a string, or login and down with true or false
    tests.0.expect.1: must have a time \`at\`, if any, and one of runs, stopped, level and says with a string, or login and down with true or false
    tests.0.expect.2: must have a time \`at\`, if any, and one of runs, stopped, level and says with a string, or login and down with true or false
    tests.0.expect.3: must have a time \`at\`, if any, and one of runs, stopped, level and says with a string, or login and down with true or false"
  `);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readScenarioTests(value);
      expect("problems" in read ? read.problems.length > 0 : read.tests.length > 0).toBe(true);
    }),
  );
});
