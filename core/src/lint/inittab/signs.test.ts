import fc from "fast-check";
import { expect, test } from "vitest";
import { dialects } from "../../inittab/dialect.ts";
import { scanInittab } from "../../inittab/scan.ts";
import { sysvinitVersions } from "../../inittab/versions.ts";
import { findProgram } from "../../programs/find.ts";
import { pieceOf } from "../../testing/alphabet.ts";
import { nearTexts } from "../../testing/near-texts.ts";
import type { LineRule } from "./contract.ts";
import { lineContext } from "./line-context.ts";
import { continues } from "./long-lines.ts";
import { inittabRules } from "./registry.ts";
import { Glance, shows, signsOf } from "./signs.ts";

const lineRules: readonly LineRule[] = inittabRules.filter((rule) => rule.scope === "line");

/** The rules that have something to say of a line although it lacks a sign that they need. */
function heardInVain(text: string): readonly string[] {
  return dialects.flatMap((dialect) => {
    const versions = dialect === "sysvinit" ? (["2.88", "3.06", "3.14"] as const) : [undefined];
    return versions.flatMap((version) => {
      const scan = scanInittab(text, { dialect, ...(version && { version }) });
      const glance = new Glance(scan, findProgram);
      return scan.lines.flatMap((line, index) => {
        if (line.kind === "blank" || continues(scan, index)) return [];
        const kind = line.kind === "record" ? "records" : "others";
        const signs = glance.at(index, line);
        const context = lineContext(scan, index, line);
        return lineRules
          .filter((rule) => rule.lines === kind && rule.dialects.includes(dialect))
          .filter(({ needs = [] }) => (signsOf(needs) & ~signs) !== 0)
          .filter((rule) => rule.check(context).length > 0)
          .map(({ id }) => `${dialect}: ${id}`);
      });
    });
  });
}

test("no rule has anything to say of a line that lacks a sign which it needs", () => {
  const unit = pieceOf(
    ..."a 1 : :: :3: :S: :s: :3-5: :ab: respawn wait once boot initdefault ondemand sysinit off + @ - ~ . & # ; ' \"".split(
      " ",
    ),
    ..."/sbin/getty 38400 tty1 /etc/init.d/rc setsid sulogin sh shutdown syslogd reboot exec word".split(" "),
    ..." |  |\t|\n|\n|\r\n|\\\n|\0|é|/etc/rc.d/init.d/x start|x:2:respawn:|x:3:wait:|::askfirst:|::respawn:|id:3:initdefault:|l3:3:wait:/etc/rc 2\n|x:3:respawn:/sbin/openrc default\n".split(
      "|",
    ),
    "long/".repeat(30),
    " w".repeat(16),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(heardInVain(text)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test("what was seen of one line is not taken for the next one", () => {
  const start = pieceOf(
    ..."/sbin/getty |/sbin/getty\t|getty |/bin/foo |foo |+ |- |+\t|@|'sh |\"|~/x |$X |.".split("|"),
  );
  const record = fc
    .tuple(
      fc.constantFrom("respawn", "wait", "once", "askfirst"),
      fc.array(start, { minLength: 1, maxLength: 3 }),
    )
    .map(([action, words]) => `a:3:${action}:${words.join("")}tty1\n`);
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.constantFrom(...dialects), (records, dialect) => {
      const scan = scanInittab(records.join(""), { dialect });
      const glance = new Glance(scan, findProgram);
      for (const [index, line] of scan.lines.entries())
        expect(glance.at(index, line)).toBe(new Glance(scan, findProgram).at(index, line));
    }),
  );
});

test("the examples of the rules show the signs, and so do texts that are nearly these", () => {
  const lines = inittabRules.flatMap(({ docs }) => docs.wrong.flatMap(({ text }) => text.split("\n")));
  for (const { docs } of inittabRules)
    for (const { text } of docs.wrong)
      for (const near of [text, ...nearTexts(text, lines, 10)]) expect(heardInVain(near)).toEqual([]);
});

test("signs are told apart", () => {
  const shown = (text: string) => {
    const scan = scanInittab(text, { dialect: "sysvinit", version: sysvinitVersions[0] });
    const [line] = scan.lines;
    if (line === undefined) return [];
    const signs = new Glance(scan, findProgram).at(0, line);
    return [...new Set(lineRules.flatMap(({ needs = [] }) => needs))]
      .filter((name) => shows(signs, name))
      .toSorted();
  };
  expect(shown("1:3:respawn:/usr/sbin/worker --number 7\n")).toEqual(["levels", "respawns", "runs"]);
  expect(shown("1:3:off:/usr/sbin/worker --number 7\n")).toEqual(["levels"]);
  expect(shown("# x\n")).toEqual([]);
  expect(shown("x\n")).toEqual(["dropped"]);
  expect(shown("1:S-:wait:getty &")).toEqual([
    "&",
    "known",
    "levels",
    "odd-levels",
    "runs",
    "shell",
    "single-user",
    "unended",
    "waits",
  ]);
});
