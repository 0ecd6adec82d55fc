import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { good } from "./testing/inittabs.ts";
import { packageFolder, runInittab, show } from "./testing/program.ts";
import { sarifProblems } from "./testing/sarif.ts";

/** Verifies a table and prints what the user sees. */
function check(table: string, ...args: readonly string[]): Promise<string> {
  return show(["verify", ...args, "inittab"], {
    prepare: (folder) => writeFileSync(join(folder, "inittab"), table),
  });
}

const locksOut = `${good}l0:0:wait:/etc/init.d/rc 0
l6:6:wait:/etc/init.d/rc 6
pf::powerfail:/sbin/shutdown -h +2
3:1:respawn:/sbin/getty 38400 tty3
`.replace("~~:S:wait:/sbin/sulogin\n", "");

test("a lock-out, and the shortest way there", async () => {
  expect(await check(locksOut, "--question", "login", "--question", "way-down")).toMatchInlineSnapshot(`
    "inittab
      warning login: Nobody can log in: in runlevel S init runs no login, and nothing in this table starts one
          after: signal PWR F, telinit S
      813 states, 11564 steps: every way was looked at
    exit 1"
  `);
});

test("the sample systems lock nobody out, but for what docs/verify.md says of one", async () => {
  const names = [
    "alpine-openrc",
    "buildroot",
    "buildroot-busybox",
    "debian",
    "openembedded",
    "openwrt",
    "redhat",
    "slackware",
  ];
  const paths = names.map((name) => join(packageFolder, "../test-fixtures/systems", name, "etc/inittab"));
  const { stdout } = await runInittab(["verify", "--format", "json", ...paths]);
  const results = stdout
    .trim()
    .split("\n")
    .map((line): Verified => JSON.parse(line));
  const warnings = results.flatMap(({ findings }, index) =>
    findings
      .filter(({ severity }) => severity === "warning")
      .map(
        ({ question, sequence }) =>
          `${names[index]} ${question}: ${sequence.map(({ words }) => words).join(", ")}`,
      ),
  );
  expect(results.every(({ exhausted }) => exhausted)).toBe(true);
  expect(warnings).toEqual(["redhat login: signal PWR F, telinit S"]);
}, 120_000);

interface Verified {
  readonly exhausted: boolean;
  readonly findings: readonly {
    readonly question: string;
    readonly severity: string;
    readonly sequence: readonly { readonly words: string }[];
  }[];
}

test("without the event nothing is found", async () => {
  const args = ["--question", "login", "--question", "way-down", "--without", "power"];
  expect(await check(locksOut, ...args)).toMatchInlineSnapshot(`
    "inittab
      nothing found
      217 states, 2735 steps: every way was looked at
    exit 0"
  `);
});

test("a search with a bound says so", async () => {
  expect(await check(good, "--max-states", "20", "--question", "race")).toMatchInlineSnapshot(`
    "inittab
      nothing found
      20 states, 245 steps: there are more, which were not looked at
    exit 0"
  `);
});

test("a table of thousands of records is given up in time", async () => {
  const records = Array.from(
    { length: 3000 },
    (_, index) => `${index.toString(36)}:2:respawn:/bin/x ${index}\n`,
  );
  const said = await check(`${good}${records.join("")}`, "--max-seconds", "1", "--question", "race");
  expect(said).toMatch(/ states, \d+ steps: there are more, which were not looked at/);
  expect(await check(good, "--max-seconds", "0")).toContain("--max-seconds 0: not a number");
});

test("json", async () => {
  const { stdout, exitCode } = await runInittab(["verify", "--format", "json", "inittab"], {
    prepare: (folder) => writeFileSync(join(folder, "inittab"), locksOut),
  });
  expect(exitCode).toBe(1);
  const { findings, ...result } = JSON.parse(stdout);
  expect(result).toMatchObject({ path: "inittab", exhausted: true });
  expect(findings[0]).toMatchObject({
    question: "login",
    severity: "warning",
    sequence: [{ words: "signal PWR F" }, {}],
  });
});

test("the scenario of a finding is one that the simulator plays", async () => {
  const { stdout } = await runInittab(["verify", "--format", "json", "inittab"], {
    prepare: (folder) => writeFileSync(join(folder, "inittab"), locksOut),
  });
  const scenario = JSON.stringify(JSON.parse(stdout).findings[0].scenario);
  const played = await show(["simulate", "--scenario", "way.json"], {
    prepare: (folder) => writeFileSync(join(folder, "way.json"), scenario),
  });
  expect(played).toMatch(/init is in runlevel S.*\n(.*\n)*.*pf {2}line 8 {2}runs/);
});

test("mistakes", async () => {
  expect(await check(good, "--question", "nosuch")).toMatchInlineSnapshot(`
    "! inittab: --question nosuch: the questions are login, way-down, way-back, dead-record, storm, race, path-independence, left-behind
    ! Try: inittab verify --help
    exit 2"
  `);
  expect(await check(good, "--without", "nosuch")).toMatchInlineSnapshot(`
    "! inittab: --without nosuch: the events are request, key, power, hangup, end, storm, enter, answer, file
    ! Try: inittab verify --help
    exit 2"
  `);
  expect(await check(good, "--max-states", "0")).toMatchInlineSnapshot(`
    "! inittab: --max-states 0: not a number
    ! Try: inittab verify --help
    exit 2"
  `);
  expect(
    await check("init:2:initdefault:\nbrc::sysinit:/sbin/rc.boot 3\nrc:23456789:wait:/etc/rc 2>&1\n"),
  ).toMatchInlineSnapshot(`
    "! inittab: inittab: aix: not searched yet; this is done for sysvinit, busybox and procd only
    exit 2"
  `);
});

test("a table of BusyBox", async () => {
  const table = "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n";
  expect(await check(table)).toMatchInlineSnapshot(`
    "inittab
      nothing found
      39 states, 136 steps: every way was looked at
    exit 0"
  `);
  expect(await check(`${table}::respawn:/sbin/getty -L console 115200 vt100\n`)).toMatchInlineSnapshot(`
    "inittab
      warning race line 3: Two logins read console at the same time: lines 2 and 3
          after: kill /etc/init.d/rcS
      39 states, 140 steps: every way was looked at
    exit 1"
  `);
});

test("Markdown", async () => {
  const args = ["--format", "md", "--question", "login", "--question", "race"];
  expect(await check(locksOut, ...args)).toMatchInlineSnapshot(`
    "### inittab

    - **warning** login: Nobody can log in: in runlevel S init runs no login, and nothing in this table starts one
      - after: signal PWR F, telinit S

    813 states, 11564 steps: every way was looked at

    exit 1"
  `);
  expect(
    await check(good, "--format", "md", "--question", "race", "--max-states", "20"),
  ).toMatchInlineSnapshot(`
    "### inittab

    nothing found

    20 states, 245 steps: there are more, which were not looked at

    exit 0"
  `);
});

test("SARIF", async () => {
  const { stdout, exitCode } = await runInittab(
    ["verify", "--format", "sarif", "--question", "login", "inittab"],
    {
      prepare: (folder) => writeFileSync(join(folder, "inittab"), locksOut),
    },
  );
  expect(exitCode).toBe(1);
  const log: unknown = JSON.parse(stdout);
  expect(sarifProblems(log)).toEqual([]);
  expect(log).toMatchObject({
    runs: [
      {
        results: [
          {
            ruleId: "login",
            ruleIndex: 0,
            level: "warning",
            properties: { sequence: [{}, { words: "telinit S" }] },
          },
        ],
      },
    ],
  });
});
