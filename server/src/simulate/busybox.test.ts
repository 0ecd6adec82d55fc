import { finish } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { codeLenses } from "../inittab/features/code-lens.ts";
import { simulatedBoot } from "../inittab/features/simulated-boot.ts";
import { documentOf } from "../testing/document.ts";
import { inEnglish } from "../testing/english.ts";
import { answerTo } from "../testing/simulate.ts";
import { compareRunlevels, createSimulator, exportSimulation, runlevelChoices } from "./simulate.ts";

describe("files of BusyBox", () => {
  const busybox = `# BusyBox
::sysinit:/etc/init.d/rcS
tty1::respawn:/sbin/getty \\
  38400 tty1
tty2::askfirst:-/bin/sh
bad line
tty2::respawn:-/bin/ash
tty2::askfirst:-/bin/ash
::ctrlaltdel:/sbin/reboot
`;
  const settings = { dialect: "busybox" };

  test("are booted, and played with events of their own", () => {
    expect(answerTo({}, busybox, settings)).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, respawn/askfirst at 1 s; 3 processes run at 1:00
      60: respawn/askfirst, waits for something to happen
        console has run
        tty1 runs
        tty2 waits for Enter on tty2
        tty2 waits for Enter on tty2
        console waits for Ctrl-Alt-Del (INT)
        bad line dropped: Bad inittab entry at line 6
        tty2 replaced by line 8, which has the same terminal and command
      9 events, 7 lanes"
    `);
    const events = [
      { at: 5, tty: "tty2", input: "\n" },
      { at: 10, signal: "INT" },
    ];
    expect(answerTo({ scenario: { events }, at: 7 }, busybox, settings)).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, respawn/askfirst at 1 s, shutdown at 12 s; reboot at 14 s
      7: respawn/askfirst, waits for something to happen
        console has run
        tty1 runs
        tty2 runs
        tty2 waits for Enter on tty2
        console waits for Ctrl-Alt-Del (INT)
        bad line dropped: Bad inittab entry at line 6
        tty2 replaced by line 8, which has the same terminal and command
      24 events, 7 lanes"
    `);
    expect(
      answerTo({ scenario: { events } }, busybox, settings).split("\n", 2).join("\n"),
    ).toMatchInlineSnapshot(`
      "init goes through sysinit at 0 s, respawn/askfirst at 1 s, shutdown at 12 s; reboot at 14 s
      14: shutdown, the machine is down: reboot"
    `);
  });

  test("have no levels, and no events of sysvinit", () => {
    expect(answerTo({ level: "3" }, busybox, settings)).toMatchInlineSnapshot(`
      "level: busybox has no runlevels
      error level: busybox has no runlevels
      0 events, 0 lanes"
    `);
    expect(
      answerTo({ scenario: { events: [{ at: 1, telinit: "3" }] } }, busybox, settings),
    ).toMatchInlineSnapshot(`
      "events[0]: must have exactly one of signal, write, kill, console, input
      error events.0: must have exactly one of signal, write, kill, console, input
      0 events, 0 lanes"
    `);
    const document = documentOf(busybox, settings);
    expect(finish(compareRunlevels(document, { from: "2", to: "3" }))).toBeNull();
  });

  test("an answer says which build it is, and what can be done", () => {
    const document = documentOf(busybox, settings);
    const { init, title, scenario, offers } = createSimulator(() => inEnglish).simulate(document, {
      only: "moment",
    });
    expect({ init, title, scenario, groups: offers?.groups.map(({ name }) => name) }).toMatchInlineSnapshot(`
      {
        "groups": [
          "keys",
          "enter",
          "going-down",
          "power",
          "init",
        ],
        "init": "busybox-1.38.0",
        "scenario": {
          "init": "busybox-1.38.0",
          "until": 60,
        },
        "title": "BusyBox 1.38.0 of Buildroot",
      }
    `);
    const stock = createSimulator(() => inEnglish).simulate(document, {
      scenario: { init: "busybox-1.35-stock" },
    });
    expect(stock.said?.[0]?.shown).toBe("init started: BusyBox v1.35.0 (<date>)");
    expect(JSON.parse(JSON.stringify(stock))).toEqual(stock);
  });

  test("the settings choose the build, and a scenario goes before them", () => {
    const chosen = {
      release: "1.36.1",
      preset: "openembedded",
      config: { FEATURE_INIT_QUIET: true },
    };
    const answer = (scenario: object) => {
      const {
        init,
        title,
        scenario: own,
      } = createSimulator(() => inEnglish).simulate(documentOf(busybox, { ...settings, busybox: chosen }), {
        scenario,
      });
      return { init, title, scenario: own };
    };
    expect(answer({})).toEqual({
      init: "busybox-1.36.1-oe",
      title: "BusyBox 1.36.1 of OpenEmbedded with FEATURE_INIT_QUIET=y (not recorded)",
      scenario: { init: "busybox-1.36.1-oe", config: { FEATURE_INIT_QUIET: true }, until: 60 },
    });
    expect(answer({ init: "busybox-1.37.0" })).toEqual({
      init: "busybox-1.37.0",
      title: "BusyBox 1.37.0 of Buildroot",
      scenario: { init: "busybox-1.37.0", until: 60 },
    });
  });

  test("the machine of the settings is that of a scenario which says nothing of terminals", () => {
    const document = documentOf(busybox, { ...settings, machine: { profile: "container" } });
    const told = (scenario: object) =>
      (createSimulator(() => inEnglish).simulate(document, { scenario }).said ?? []).filter(({ shown }) =>
        shown.startsWith("can't open /dev/tty"),
      ).length;
    expect(told({ until: 9.5 })).toBeGreaterThan(2);
    expect(told({ until: 9.5, machine: { profile: "pc" } })).toBe(0);
    expect(told({ until: 9.5, ttys: ["tty1", "tty2"] })).toBe(0);
  });

  test("a lane knows its line in the editor, its record and its key", () => {
    const { lanes = [] } = createSimulator(() => inEnglish).simulate(documentOf(busybox, settings), {});
    const shown = lanes.map(
      ({ record, place, text, key, manner, dropped }) =>
        `${place?.first ?? "-"}-${place?.last ?? "-"} ${record.id} | ${text} | ${key} | ${manner} ${dropped ?? ""}`,
    );
    expect(shown.join("\n")).toMatchInlineSnapshot(`
      "1-1 console | ::sysinit:/etc/init.d/rcS | /etc/init.d/rcS | waits 
      2-3 tty1 | tty1::respawn:/sbin/getty   38400 tty1 | /sbin/getty   38400 tty1 | respawns 
      4-4 tty2 | tty2::askfirst:-/bin/sh | -/bin/sh | respawns 
      5-5 bad line | bad line | bad line | once Bad inittab entry at line 6
      6-6 tty2 | tty2::respawn:-/bin/ash | -/bin/ash | respawns replaced by line 8, which has the same terminal and command
      7-7 tty2 | tty2::askfirst:-/bin/ash | -/bin/ash | respawns 
      8-8 console | ::ctrlaltdel:/sbin/reboot | /sbin/reboot | waits "
    `);
  });

  test("are shown in the groups in which init starts them", () => {
    const shown = runlevelChoices(documentOf(busybox, settings), inEnglish).map(
      ({ level, kind, records }) =>
        `${level} (${kind}): ${records.map(({ process, place }) => `${process} @${place?.first}`).join(", ")}`,
    );
    expect(shown.join("\n")).toMatchInlineSnapshot(`
      "sysinit (group): /etc/init.d/rcS @1
      respawn, askfirst (group): /sbin/getty   38400 tty1 @2, -/bin/sh @4, -/bin/ash @7
      ctrlaltdel (group): /sbin/reboot @8"
    `);
  });

  test("are exported", async () => {
    const document = documentOf(busybox, settings);
    const begin = async (format: string) =>
      (await exportSimulation(document, { format }, { localizer: inEnglish }))?.slice(0, 60) ?? "nothing";
    expect((await Promise.all(["svg", "json", "md"].map(begin))).join("\n---\n")).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 184
      ---
      {
       "init": "busybox-1.38.0",
       "events": [
        {
         "t": 0,
         
      ---
      # inittab, BusyBox 1.38.0 of Buildroot

      | Time (s) | What ha"
    `);
  });

  test("have one lens, for the boot, and a hover that tells of it", () => {
    const { scan } = documentOf(busybox, settings);
    expect(
      codeLenses(scan).map(
        ({ offset, title }) => `${busybox.slice(offset, offset + 9)} <- ${inEnglish.text(title)}`,
      ),
    ).toEqual(["::sysinit <- Simulate boot"]);
    expect(simulatedBoot(scan)?.level).toBe("");
    const deeds = [...(simulatedBoot(scan)?.deeds ?? [])].map(
      ([line, deed]) => `${line}: ${inEnglish.text(deed)}`,
    );
    expect(deeds.join("\n")).toMatchInlineSnapshot(`
      "2: is started first and comes to its end
      4: is started when the process of line 2 has ended and runs on
      5: asks for Enter right after line 4, and waits
      8: asks for Enter right after line 5, and waits
      9: is not started: waits for Ctrl-Alt-Del (INT)
      7: is not started: replaced by line 8, which has the same terminal and command"
    `);
  });
});
