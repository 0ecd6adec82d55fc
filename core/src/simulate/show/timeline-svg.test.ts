import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { inEnglish } from "../../testing/english.ts";
import type { Scenario } from "../sysvinit/scenario.ts";
import { timeline } from "../sysvinit/simulate.ts";
import { describeSeconds, ticksOf } from "./time.ts";
import { timelineSvg } from "./timeline-svg.ts";

const table =
  "id:2:initdefault:\nsi::sysinit:/etc/rcS\n1:2345:respawn:/sbin/getty tty1\nca::ctrlaltdel:/sbin/x\n";

/** Draws a run and prints the elements, one a line, without the style. */
function check(scenario: Partial<Scenario>, title?: string): string {
  const svg = timelineSvg(timeline({ inittab: table, until: 10, ...scenario }), {
    localizer: inEnglish,
    width: 400,
    ...(title !== undefined && { title }),
  });
  return svg.replace(/<style>.*<\/style>\n/s, "");
}

test("bars, levels, labels and an axis", () => {
  expect(
    check(
      {
        events: [
          { at: 5, telinit: "3" },
          { at: 8, kill: "1", how: "KILL" },
        ],
      },
      "A & B",
    ),
  ).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 140" width="400" height="140" role="img">
    <title>A &amp; B</title>
    <text x="12" y="26" class="title" xml:space="preserve">A &amp; B</text>
    <line class="grid" x1="176" x2="176" y1="66" y2="118"/>
    <text x="176" y="132" class="faint" text-anchor="middle" xml:space="preserve">0 s</text>
    <line class="grid" x1="282" x2="282" y1="66" y2="118"/>
    <text x="282" y="132" class="faint" text-anchor="middle" xml:space="preserve">5 s</text>
    <line class="grid" x1="388" x2="388" y1="66" y2="118"/>
    <text x="388" y="132" class="faint" text-anchor="middle" xml:space="preserve">10 s</text>
    <text x="12" y="57" class="faint" xml:space="preserve">level</text>
    <rect class="level" x="176" y="42" width="21.2" height="20"><title>sysinit, 0 s to 1 s</title></rect>
    <rect class="level odd" x="197.2" y="42" width="84.8" height="20"><title>2, 1 s to 5 s</title></rect>
    <text x="201.2" y="57" xml:space="preserve">2</text>
    <rect class="level" x="282" y="42" width="106" height="20"><title>3, 5 s to 10 s</title></rect>
    <text x="286" y="57" xml:space="preserve">3</text>
    <text x="12" y="85" xml:space="preserve">si   /etc/rcS</text>
    <rect class="bar" x="176" y="74" width="21.2" height="14" rx="2"><title>si: /etc/rcS
    0 s to 1 s, exit code 0</title></rect>
    <text x="12" y="107" xml:space="preserve">1    /sbin/getty tty1</text>
    <rect class="bar" x="197.2" y="96" width="148.4" height="14" rx="2"><title>1: /sbin/getty tty1
    1 s to 8 s, killed</title></rect>
    <rect class="killed" x="344.1" y="96" width="3" height="14"/>
    <rect class="bar" x="345.6" y="96" width="42.4" height="14" rx="2"><title>1: /sbin/getty tty1
    8 s, runs on</title></rect>
    </svg>
    "
  `);
});

test("starts that are too close to be told apart share a bar", () => {
  const respawned = check({ processes: { "1": { runs: 0.001 } } });
  expect(respawned.match(/<rect class="bar/g)?.length).toBeLessThan(6);
  expect(respawned).toContain("times from");
});

test("the axis counts as people do", () => {
  const check = (until: number) => ticksOf(until, 500).map(describeSeconds).map(inEnglish.words).join(", ");
  expect([0.5, 3, 60, 90, 3600, 86_400, 1e9].map(check).join("\n")).toMatchInlineSnapshot(`
    "0 s, 0.1 s, 0.2 s, 0.3 s, 0.4 s, 0.5 s
    0 s, 0.5 s, 1 s, 1.5 s, 2 s, 2.5 s, 3 s
    0 s, 10 s, 20 s, 30 s, 40 s, 50 s, 1:00
    0 s, 15 s, 30 s, 45 s, 1:00, 1:15, 1:30
    0 s, 10:00, 20:00, 30:00, 40:00, 50:00, 1:00:00
    0 s, 4:00:00, 8:00:00, 12:00:00, 16:00:00, 20:00:00, 24:00:00
    0 s, 2048 d, 4096 d, 6144 d, 8192 d, 10240 d"
  `);
});

describe("for any table", () => {
  test("the picture is well-formed and holds no control character", () => {
    const word = fc.string({
      unit: pieceOf("a", "<", "&", '"', "\x01", "\ud800", "é", "]]>"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), word, (words, title) => {
        const inittab = `id:2:initdefault:\n${words.map((it, index) => `${index}:2:once:/${it}\n`).join("")}`;
        const svg = check({ inittab }, title);
        expect(svg).not.toMatch(/[\0-\x08\x0b-\x1f]/);
        expect(() => encodeURIComponent(svg)).not.toThrow();
        // Each tag that opens is closed; every other < and & is escaped.
        const open: string[] = [];
        for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)(?:[^<>"]|"[^<>"]*")*?(\/?)>/g)) {
          if (close === "/") expect(open.pop()).toBe(name);
          else if (self !== "/") open.push(name ?? "");
        }
        expect(open).toEqual([]);
        const rest = svg.replace(/<\/?[a-z]+(?:[^<>"]|"[^<>"]*")*?>/g, "");
        expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
      }),
    );
  });
});
