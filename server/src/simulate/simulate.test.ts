import { finish } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { codeLenses } from "../inittab/features/code-lens.ts";
import { simulatedBoot } from "../inittab/features/simulated-boot.ts";
import { documentOf } from "../testing/document.ts";
import { inEnglish } from "../testing/english.ts";
import { answerTo } from "../testing/simulate.ts";
import { compareRunlevels, createSimulator, exportSimulation, runlevelChoices } from "./simulate.ts";

const table = `# a comment
id:2:initdefault:
si::sysinit:/etc/init.d/rcS

l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:23:respawn:/sbin/getty 38400 tty1
2:2:respawn:/sbin/getty 38400 tty2
l2:2:once:/bin/again
ca:12345:ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
`;

/** The answer to a question about the table above, unless it is about another text. */
function check(question: unknown, text: string = table, settings?: unknown): string {
  return answerTo(question, text, settings);
}

describe("inittab.simulate", () => {
  test("boots as the file says, or into a level", () => {
    expect(check({})).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, 2 at 1 s; 2 processes run at 1:00
      60: 2, waits for something to happen
        ca waits for Ctrl-Alt-Del (INT)
        id never runs: its action is initdefault
        si the sysinit phase is over
        l2 has run; runs again only after init has left runlevel 2 and come back
        l3 not in runlevel 2; its field is 3
        1 runs
        2 runs
        ~~ not in runlevel 2; its field is S
        l2 dropped: duplicate ID field "l2"
      9 events, 9 lanes"
    `);
    expect(check({ level: "3", at: 1.5 })).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, 3 at 1 s; one process runs at 1:00
      1.5: 3, waits for l3 to end
        ca waits for Ctrl-Alt-Del (INT)
        id never runs: its action is initdefault
        si the sysinit phase is over
        l2 not in runlevel 3; its field is 2
        l3 runs, and init waits for it
        1 waits for l3 to end
        2 not in runlevel 3; its field is 2
        ~~ not in runlevel 3; its field is S
        l2 dropped: duplicate ID field "l2"
      8 events, 9 lanes"
    `);
  });

  test("plays events and processes, and ends with the machine", () => {
    const scenario = { events: [{ at: 10, signal: "INT" }], processes: { "1": { onTerm: "ignore" } } };
    expect(check({ scenario })).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, 2 at 1 s, 6 at 11 s; 0 processes run at 1:00
      60: 6, waits for something to happen
        ca waits for Ctrl-Alt-Del (INT)
        id never runs: its action is initdefault
        si the sysinit phase is over
        l2 not in runlevel 6; its field is 2
        l3 not in runlevel 6; its field is 3
        1 not in runlevel 6; its field is 23
        2 not in runlevel 6; its field is 2
        ~~ not in runlevel 6; its field is S
        l2 dropped: duplicate ID field "l2"
      20 events, 9 lanes"
    `);
  });

  test("answers any question, and says what is wrong with it", () => {
    const questions = [
      null,
      7,
      { scenario: 7, level: 7, at: "x" },
      { scenario: { events: [{ at: -1, telinit: 3 }], until: "soon", bootArgs: "single", more: 1 } },
      { scenario: { events: [{ at: 2, kill: "nobody" }] } },
    ];
    expect(questions.map((question) => check(question).split("\n  ")[0]).join("\n\n")).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, 2 at 1 s; 2 processes run at 1:00
      60: 2, waits for something to happen

      init goes through sysinit at 0 s, 2 at 1 s; 2 processes run at 1:00
      60: 2, waits for something to happen

      init goes through sysinit at 0 s, 2 at 1 s; 2 processes run at 1:00
      60: 2, waits for something to happen

      events[0].at: must not be less than 0
      error events.0.at: must not be less than 0
      error events.0.telinit: must be a string or an array
      error until: must be a number
      error bootArgs: must be an array
      error more: "more" is not known here
      0 events, 0 lanes

      init goes through sysinit at 0 s, 2 at 1 s; 2 processes run at 1:00
      warning events.0.kill: no entry and no process has the id "nobody"
      60: 2, waits for something to happen"
    `);
  });

  test("says of a file for which there is no machine that there is none", () => {
    expect(check({}, "no line\nwith fields\n", {})).toMatchInlineSnapshot(`
      "inittab: it is not clear which init this file is for (because no line has four fields); only sysvinit, busybox or procd can be simulated
      error inittab: it is not clear which init this file is for (because no line has four fields); only sysvinit, busybox or procd can be simulated
      0 events, 0 lanes"
    `);
    expect(check({}, table, { dialect: "aix" })).toMatchInlineSnapshot(`
      "inittab: is read as a file of aix (because the setting inittab.dialect says so), which cannot be simulated; only sysvinit, busybox or procd can be simulated
      error inittab: is read as a file of aix (because the setting inittab.dialect says so), which cannot be simulated; only sysvinit, busybox or procd can be simulated
      0 events, 0 lanes"
    `);
    expect(
      check({}, "cons:0123456789:respawn:/usr/sbin/getty /dev/console\nx:2:hold:/bin/a\n", {}),
    ).toMatchInlineSnapshot(`
      "inittab: is read as a file of aix (because it has words or comments of AIX), which cannot be simulated; only sysvinit, busybox or procd can be simulated
      error inittab: is read as a file of aix (because it has words or comments of AIX), which cannot be simulated; only sysvinit, busybox or procd can be simulated
      0 events, 0 lanes"
    `);
    expect(check({}, "x:2:off:\n".repeat(6000))).toMatchInlineSnapshot(`
      "inittab: has 6000 lines; tables of up to 5000 lines are simulated
      error inittab: has 6000 lines; tables of up to 5000 lines are simulated
      0 events, 0 lanes"
    `);
  });

  test("a moment alone is the moment of the whole answer", () => {
    const document = documentOf(table);
    const { simulate } = createSimulator(() => inEnglish);
    const { lanes, moment } = simulate(document, { at: 1.5 });
    expect(lanes?.length).toBeGreaterThan(5);
    const alone = simulate(document, { at: 1.5, only: "moment" });
    expect(alone.moment).toEqual(moment);
    expect(alone.lanes).toBeUndefined();
  });

  test("the next answer is about the text as it is then", () => {
    const document = documentOf(table);
    const { simulate } = createSimulator(() => inEnglish);
    const levels = () => simulate(document, {}).timeline?.levels.map(({ level }) => level);
    expect(levels()).toEqual(["#", "2"]);
    const start = { line: 1, character: 3 };
    document.change([{ range: { start, end: { ...start, character: 4 } }, text: "3" }], 2);
    expect(levels()).toEqual(["#", "3"]);
  });

  test("a lane knows its line in the editor, also of a line that init drops", () => {
    const { lanes = [] } = createSimulator(() => inEnglish).simulate(documentOf(table), {});
    const shown = lanes.map(({ record, place, dropped }) =>
      `${place?.first ?? "-"} ${record.id} ${dropped ?? ""}`.trim(),
    );
    expect(shown).toMatchInlineSnapshot(`
      [
        "1 id",
        "2 si",
        "4 l2",
        "5 l3",
        "6 1",
        "7 2",
        "8 l2 /etc/inittab[9]: duplicate ID field "l2"",
        "9 ca",
        "10 ~~",
      ]
    `);
  });

  test("is plain JSON", () => {
    const answer = createSimulator(() => inEnglish).simulate(documentOf(table), { at: 1 });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

test("the levels of a file, with their records", () => {
  const shown = runlevelChoices(documentOf(table), inEnglish).map(
    ({ level, records }) =>
      `${level}: ${records.map(({ record, place }) => `${record.id}@${place?.first}`).join(" ")}`,
  );
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "#: si@2
    1: ca@9
    2: ca@9 l2@4 1@6 2@7
    3: ca@9 l3@5 1@6
    4: ca@9
    5: ca@9
    S: ~~@10"
  `);
});

test("what a change of level stops, leaves alone and starts", () => {
  const comparison = finish(compareRunlevels(documentOf(table), { from: "2", to: "3" }));
  const ids = (lives: readonly { readonly record: { readonly id: string } }[] = []) =>
    lives.map(({ record }) => record.id).join(" ");
  expect({
    at: comparison?.at,
    stops: ids(comparison?.stops),
    stays: ids(comparison?.stays),
    starts: ids(comparison?.starts),
  }).toMatchInlineSnapshot(`
    {
      "at": 4,
      "starts": "l3",
      "stays": "1",
      "stops": "2",
    }
  `);
  expect(finish(compareRunlevels(documentOf(table), { from: 2 }))).toBeNull();
});

test("exports", async () => {
  const document = documentOf(table);
  const begin = async (format: unknown) =>
    (await exportSimulation(document, { format, level: "3" }, { localizer: inEnglish }))?.slice(0, 60) ??
    "nothing";
  expect(
    (await Promise.all(["svg", "json", "md", "exe", 7].map(begin))).join("\n---\n"),
  ).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 162
    ---
    {
     "init": "sysvinit-3.14",
     "events": [
      {
       "t": 0,
       "
    ---
    # inittab, sysvinit 3.14

    | Time (s) | What happens |
    | ---:
    ---
    nothing
    ---
    nothing"
  `);
});

test("lenses stand above initdefault and above what init waits for on entering a level", () => {
  const shown = (text: string) =>
    codeLenses(documentOf(text).scan, "runlevels").map(
      ({ offset, title }) => `${text.slice(offset).split("\n")[0]}  <- ${inEnglish.text(title)}`,
    );
  expect(shown(table).join("\n")).toMatchInlineSnapshot(`
    "id:2:initdefault:  <- Simulate boot
    l2:2:wait:/etc/init.d/rc 2  <- Simulate runlevel 2
    l3:3:wait:/etc/init.d/rc 3  <- Simulate runlevel 3
    ~~:S:wait:/sbin/sulogin  <- Simulate single-user mode"
  `);
  expect(
    shown("si::sysinit:/x\nl:0123456789:wait:/x\nm:45:wait:/y\nn:5:wait:/z\n").join("\n"),
  ).toMatchInlineSnapshot(`
    "m:45:wait:/y  <- Simulate runlevel 4
    m:45:wait:/y  <- Simulate runlevel 5"
  `);
});

test("a file of procd has a lens, and a boot that hovers tell", () => {
  const text =
    "::sysinit:/etc/init.d/rcS S boot\nttyS0::askfirst:/bin/ash --login\ntts/0::askfirst:/bin/ash\n";
  const { scan } = documentOf(text, { dialect: "procd" });
  expect(codeLenses(scan).map(({ title }) => inEnglish.text(title))).toEqual(["Simulate boot"]);
  const deeds = [...(simulatedBoot(scan)?.deeds ?? [])].map(
    ([line, deed]) => `${line} ${inEnglish.text(deed)}`,
  );
  expect(deeds.join("\n")).toMatchInlineSnapshot(`
    "1 is started right after line 2 and comes to its end
    2 asks for Enter first, and waits
    3 is not started: cannot start: /dev/0 does not exist"
  `);
});

test("files of inits without a machine have neither lenses nor a simulated boot", async () => {
  for (const dialect of ["toybox", "aix", "solaris", "system-v", "unknown"]) {
    const document = documentOf(table, { dialect });
    expect(codeLenses(document.scan)).toEqual([]);
    expect(simulatedBoot(document.scan)).toBeNull();
    expect(runlevelChoices(document, inEnglish)).toEqual([]);
    expect(await exportSimulation(document, { format: "svg" }, { localizer: inEnglish })).toBeNull();
    const { offers, problems, moment } = createSimulator(() => inEnglish).simulate(document, {});
    expect({ offers, moment, count: problems.length }).toEqual({ offers: null, moment: undefined, count: 1 });
  }
});
