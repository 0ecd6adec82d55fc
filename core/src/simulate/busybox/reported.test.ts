import fc from "fast-check";
import { expect, test } from "vitest";
import { busybox, enterAndDown, play } from "../../testing/busybox.ts";
import { inEnglish } from "../../testing/english.ts";
import { simulationMarkdown } from "../show/markdown-report.ts";
import { timelineSvg } from "../show/timeline-svg.ts";

test("a report and a picture", () => {
  const { run } = play({ ...enterAndDown, until: 30 });
  expect(
    simulationMarkdown(run, { title: "inittab", localizer: inEnglish }).split("\n").slice(-12).join("\n"),
  ).toMatchInlineSnapshot(`
    "| Id | Line | Starts | Ran for (s) | At the end |
    | --- | ---: | ---: | ---: | --- |
    | console | 1 | 1 | 1.00 | has run |
    | console | 2 | 1 | 1.00 | has run |
    | console | 3 | 1 | 1.00 | has run |
    | console | 4 | 1 | 22.00 | does not run: init is gone |
    | tty2 | 5 | 1 | 22.00 | does not run: init is gone |
    | tty3 | 6 | 1 | 22.00 | does not run: init is gone |
    | console | 7 | 1 | 1.00 | has run |
    | console | 8 | 1 | 1.00 | has run |
    | console | 9 | 1 | 1.00 | has run |
    "
  `);
  const svg = timelineSvg(run.timeline, { localizer: inEnglish });
  expect(svg).toContain("sysinit");
  expect(svg).toContain('class="bar asks"');
});

test("any scenario is told to its end, and each moment of it", () => {
  const anyLine = fc
    .tuple(
      fc.constantFrom("", "tty1", "null", "tty9"),
      fc.constantFrom(
        "sysinit",
        "wait",
        "once",
        "respawn",
        "askfirst",
        "ctrlaltdel",
        "shutdown",
        "restart",
        "off",
      ),
      fc.constantFrom("/bin/a", "/bin/b", "-/bin/sh", "/sbin/reboot", ""),
    )
    .map(([id, action, process]) => `${id}::${action}:${process}\n`);
  const anyEvent = fc.tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.constantFrom(
      { signal: "HUP" },
      { signal: "INT" },
      { signal: "QUIT" },
      { signal: "TERM" },
      { signal: "TSTP" },
      { signal: "CONT" },
      { console: "\n" },
      { tty: "tty1", input: "\n" },
      { kill: "/bin/a" },
      { write: "tty1::respawn:/bin/b\n" },
      { write: null },
    ),
  );
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 8 }),
      fc.array(anyEvent, { maxLength: 4 }),
      fc.integer({ min: 0, max: 30 }),
      (lines, events, at) => {
        const scenario = {
          inittab: lines.join(""),
          until: 30,
          events: events.map(([time, event]) => ({ at: time, ...event })),
        };
        const opening = busybox?.open(scenario);
        if (opening?.kind !== "simulation") throw new Error("this is no scenario");
        const run = opening.simulation.run();
        const playback = opening.simulation.play();
        expect(playback.timeline).toEqual(run.timeline);
        const { processes, reasons } = playback.momentAt(at);
        const running = new Set(reasons.filter(({ runs }) => runs).map(({ record }) => record.line));
        const gone = playback.ended !== undefined && at >= playback.ended.t;
        for (const { record, pid } of processes)
          if (pid !== 1 && !gone && reasons.some((reason) => reason.record.line === record.line))
            expect(running).toContain(record.line);
      },
    ),
    { numRuns: 300 },
  );
});
