// What the rules about headers say, and whether it happens: every consequence that a message names is looked up in what
// insserv and chkconfig do with the same files.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runChkconfig } from "../../../initscript/chkconfig/chkconfig.ts";
import { readRpmlintHeader } from "../../../initscript/header/rpmlint.ts";
import { viewHeader } from "../../../initscript/header/views.ts";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import type { InsservSystem } from "../../../initscript/insserv/run-state.ts";
import { folderNames } from "../../../initscript/rc-name.ts";
import { usualConfiguration } from "../../../initscript/tree/order.ts";
import { chkconfigSystem, insservSystem } from "../../../initscript/tree/systems.ts";
import { checkScript, shownFindings, treeWith } from "../../../testing/script-check.ts";
import { scriptText } from "../../../testing/systems.ts";
import { findAnyRule } from "../../all-rules.ts";
import type { ExampleFile } from "../contract.ts";
import { lintScript } from "../lint.ts";

type Values = Readonly<Record<string, string>>;

/** A script with the usual header, some values changed. */
function script(changes: Values = {}, above: readonly string[] = []): string {
  const values: Values = {
    Provides: "svc",
    "Required-Start": "",
    "Required-Stop": "",
    "Default-Start": "2 3 4 5",
    "Default-Stop": "0 1 6",
    "Short-Description": "a service",
    ...changes,
  };
  const header = Object.entries(values).map(([keyword, value]) => `# ${keyword}: ${value}`.trimEnd());
  const body = ["#!/bin/sh", ...above, "### BEGIN INIT INFO", ...header, "### END INIT INFO"];
  return scriptText({ name: "svc", body });
}

function file(name: string, changes: Values = {}, above: readonly string[] = []): ExampleFile {
  return { path: `etc/init.d/${name}`, text: script({ Provides: name, ...changes }, above) };
}

const configuration: ExampleFile = { path: "etc/insserv.conf", text: usualConfiguration() };

/** What a rule says about `svc`, without the rule's name. */
function told(rule: string, text: string, files?: readonly ExampleFile[]): string {
  const options = files === undefined ? {} : { files };
  return shownFindings(text, options, rule).replaceAll(` ${rule}`, "");
}

function systemOf(text: string, files: readonly ExampleFile[]): InsservSystem {
  return insservSystem(treeWith(text, "svc", 0o755, [configuration, ...files]));
}

/** What insserv does: its messages, then the links. */
function insserv(system: InsservSystem, ...words: string[]): string {
  const { stderr, links, exit } = runInsserv(system, words);
  const folders = Object.entries(folderNames(links)).map(([level, names]) => `${level}: ${names.join(" ")}`);
  return [...new Set(stderr), ...folders, `status ${exit}`].join("\n");
}

describe("what insserv takes from a value", () => {
  const name = fc.constantFrom("aa", "bb", "cc", "dd");
  const others = ["aa", "bb", "cc", "dd"].map((each) => file(each));
  const cut: readonly (readonly [string, string, fc.Arbitrary<string>])[] = [
    ["lsb-gap-in-list", "a gap", fc.constantFrom("  ", ", ", " ;", ",,")],
    ["lsb-tab-or-nonascii-in-value", "a tab or worse", fc.constantFrom("\t", " \t ", "\u00a0", "é", "\x01 ")],
  ];
  test.each(cut)("%s: names behind %s might as well not be there", (rule, _what, gap) => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 2 }),
        gap,
        fc.array(name, { minLength: 1, maxLength: 2 }),
        fc.constantFrom("Required-Start", "Should-Start", "Required-Stop", "X-Start-Before"),
        (seen, separator, lost, keyword) => {
          const written = script({ [keyword]: `${seen.join(" ")}${separator}${lost.join(" ")}` });
          const kept = script({ [keyword]: seen.join(" ") });
          const all = ["svc", "aa", "bb", "cc", "dd"];
          expect(insserv(systemOf(written, others), ...all)).toBe(insserv(systemOf(kept, others), ...all));
          expect(told(rule, written)).not.toBe("");
          expect(told(rule, kept)).toBe("");
        },
      ),
      { numRuns: 40 },
    );
  });
  test("separators at the end, and gaps between levels, do no harm", () => {
    const text = script({ "Required-Start": "aa ,", "Default-Start": "2  3,4 ,5" });
    expect(told("lsb-gap-in-list", text)).toBe("");
    expect(insserv(systemOf(text, others), "svc", "aa")).toContain("5: S01aa S02svc");
  });
  test("a backslash is a required service", () => {
    const text = script({ "Required-Start": "aa \\\n#   bb" });
    expect(told("lsb-backslash-continuation", text)).toMatchInlineSnapshot(
      `"4:21-22 error: insserv takes the backslash for the name of a required service and refuses to enable this script; what the next line says is lost"`,
    );
    expect(insserv(systemOf(text, others), "svc", "aa", "bb")).toMatchInlineSnapshot(`
      "insserv: FATAL: service \\ has to be enabled to use service svc
      insserv: exiting now!
      status 1"
    `);
  });
  test("`B` ends every call", () => {
    const text = script({ "Default-Start": "B" });
    expect(told("lsb-level-b", text)).toMatchInlineSnapshot(
      `"6:17-18 error: insserv does not know the runlevel \`B\` and ends, whatever script it was called for"`,
    );
    expect(insserv(systemOf(text, others), "aa")).toMatchInlineSnapshot(`
      "insserv: Wrong runlevel key 'B'
      status 1"
    `);
  });
  test("joined levels are none, but for commas", () => {
    expect(told("lsb-levels-joined", script({ "Default-Start": "2345 S" }))).toMatchInlineSnapshot(
      `"6:17-21 error: insserv takes \`2345\` for one word that is no runlevel, so Default-Start does not have 2 3 4 5"`,
    );
    const joined = script({ "Default-Start": "2345", "Default-Stop": "0,6" });
    expect(insserv(systemOf(joined, []), "svc")).toMatchInlineSnapshot(`
      "0: K01svc
      6: K01svc
      status 0"
    `);
    expect(told("lsb-levels-joined", script({ "Default-Start": "2 remote" }))).toBe("");
  });
  test("only the exact word makes a script interactive", () => {
    const numbers = (value: string): string => {
      const text = script({ "Default-Stop": "" }).replace("# Short", `# X-Interactive: ${value}\n# Short`);
      expect(told("lsb-interactive-value", text) === "").toBe(value === "true");
      return insserv(systemOf(text, [file("aa", { "Default-Stop": "" })]), "svc", "aa").split("\n")[0] ?? "";
    };
    expect(["true", "true ", "yes"].map(numbers)).toMatchInlineSnapshot(`
      [
        "2: S01svc S02aa",
        "2: S01aa S01svc",
        "2: S01aa S01svc",
      ]
    `);
  });
  test("what starts need has no influence on stops", () => {
    const text = script({ "Required-Start": "$syslog" });
    const both = script({ "Required-Start": "$syslog", "Required-Stop": "$syslog" });
    expect(told("lsb-required-without-stop", text)).toMatchInlineSnapshot(
      `"4:18-25 information: \`$syslog\` may be gone when this script stops, since Required-Stop does not have it"`,
    );
    const stops = (each: string): string =>
      insserv(systemOf(each, [file("rsyslog")]), "svc", "rsyslog").split("\n")[0] ?? "";
    expect([text, both].map(stops)).toEqual(["0: K01rsyslog K01svc", "0: K01svc K02rsyslog"]);
  });
});

describe("beside the other scripts", () => {
  test("a name can be provided once", () => {
    const files = [file("other", { Provides: "other mailer" })];
    const text = script({ Provides: "svc mailer" });
    expect(told("lsb-provides-clash", text, files)).toMatchInlineSnapshot(
      `"3:16-22 error: \`other\` provides \`mailer\` as well; insserv refuses to have both enabled"`,
    );
    const system = systemOf(text, files);
    const enabled = runInsserv(system, ["svc"]);
    expect(enabled.exit).toBe(0);
    expect(insserv({ ...system, links: enabled.links }, "other")).toContain(
      "insserv: script other: service mailer already provided!\ninsserv: exiting now!",
    );
  });
  test("a circle is told in each of its scripts, and nowhere else", () => {
    const header = { web: "db", db: "cache", cache: "web", mail: "web" };
    const files = Object.entries(header).map(([name, needs]) => file(name, { "Should-Start": needs }));
    const loops = files.map((each) => {
      const name = each.path.slice("etc/init.d/".length);
      const rest = files.filter((other) => other !== each);
      return `${name}: ${checkScript(each.text ?? "", { name, files: rest })
        .filter(({ rule }) => rule === "lsb-loop")
        .map(({ message }) => message)}`;
    });
    expect(loops.join("\n")).toMatchInlineSnapshot(`
      "web: a circle: \`web\` starts behind \`db\`, \`db\` starts behind \`cache\`, \`cache\` starts behind \`web\`; insserv changes nothing
      db: a circle: \`db\` starts behind \`cache\`, \`cache\` starts behind \`web\`, \`web\` starts behind \`db\`; insserv changes nothing
      cache: a circle: \`cache\` starts behind \`web\`, \`web\` starts behind \`db\`, \`db\` starts behind \`cache\`; insserv changes nothing
      mail: "
    `);
    // Whatever script it is called for.
    expect(insserv(systemOf(script(), files), "svc")).toContain(
      "exiting now without changing boot order!\nstatus 1",
    );
  });
  test("a missing service, as loud as the folder is whole", () => {
    const text = script({ "Required-Start": "db" });
    const link = { path: "etc/rc2.d/S01svc", target: "../init.d/svc" };
    expect(
      [undefined, [file("other")], [configuration], [configuration, link]]
        .map((files) => told("lsb-missing-service", text, files))
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "4:18-20 information: this script requires \`db\`; insserv refuses to enable this script where no other one provides it
      4:18-20 information: this script requires \`db\`; no script provides it; insserv refuses to enable this script
      4:18-20 error: this script requires \`db\`; no script provides it; insserv refuses to enable this script
      4:18-20 error: this script requires \`db\`; no script provides it; insserv refuses every call as long as this script is enabled"
    `);
    expect(insserv(systemOf(text, []), "svc")).toMatchInlineSnapshot(`
      "insserv: FATAL: service db has to be enabled to use service svc
      insserv: exiting now!
      status 1"
    `);
    expect(insserv(systemOf(text, [link, file("other")]), "other")).toContain(
      "FATAL: service db has to exist for service svc",
    );
  });
  test("what may be missing is not missed", () => {
    const files = [configuration];
    for (const value of ["$remote_fs", "+db", "svc", "$all $null"])
      expect(told("lsb-missing-service", script({ "Required-Start": value }), files)).toBe("");
  });
  test("a script that insserv passes over provides nothing", () => {
    const text = script({ "Required-Start": "db.new" });
    const said = told("lsb-missing-service", text, [configuration, file("db.new")]);
    expect(said).toContain("insserv passes over files of this name");
    expect(insserv(systemOf(text, [file("db.new")]), "svc")).toContain("status 1");
  });
  test("two services of different levels cannot both be enabled for long", () => {
    const text = script({ "Required-Start": "db" });
    const files = [file("db", { "Default-Start": "2 3" })];
    expect(told("lsb-level-gap", text, files)).toMatchInlineSnapshot(
      `"4:18-20 error: \`db\` does not start in 4 5, where this script needs it; insserv refuses to have both enabled"`,
    );
    const system = systemOf(text, files);
    const enabled = runInsserv(system, ["svc", "db"]);
    expect(insserv({ ...system, links: enabled.links }, "db").split("\n")[0]).toBe(
      "insserv: FATAL: service db is missed in the runlevels 4 5 to use service svc",
    );
  });
  test("a chain through foreign levels holds in one order of the folder only", () => {
    const files = [
      file("middle", { "Required-Start": "first", "Default-Start": "2" }),
      file("first"),
      file("side", { "Should-Start": "first" }),
    ];
    const text = script({ "Should-Start": "middle", "Default-Start": "3" });
    expect(told("lsb-hidden-hop", text, files)).toMatchInlineSnapshot(
      `"9:16-22 warning: \`middle\` starts in 2 only, so whether this script starts behind \`first\` depends on the order of the folder"`,
    );
    const system = systemOf(text, files);
    const names = ["svc", "first", "middle", "side"];
    const numbers = [names, names.toReversed()].map((words) => {
      const sorted = words.flatMap((word) => system.scripts.filter(({ name }) => name === word));
      const { order } = runInsserv({ ...system, scripts: sorted }, words);
      return ["first", "svc"]
        .map((name) => order.find((each) => each.script === name)?.startNumber)
        .join(" ");
    });
    expect(new Set(numbers)).toEqual(new Set(["1 1", "1 3"]));
  });
  test("nothing comes behind `$all`", () => {
    const files = [file("last", { "Required-Start": "$all" })];
    const text = script({ "Required-Start": "last" });
    expect(told("lsb-depends-on-all", text, files)).toMatchInlineSnapshot(
      `"4:18-22 error: \`last\` has \`$all\`: it starts behind all others, so nothing can start behind it; insserv changes nothing, or gives both useless numbers"`,
    );
    expect(told("lsb-loop", text, files)).toBe("");
    expect(insserv(systemOf(text, files), "svc", "last")).toMatch(
      /exiting now without changing.*\nstatus 1$/,
    );
  });
  test("links win over the header", () => {
    const files = [{ path: "etc/rc2.d/S01svc", target: "../init.d/svc" }];
    expect(told("lsb-links-override", script(), files)).toMatchInlineSnapshot(`
      "6:17-24 information: the levels with a start link are 2, while Default-Start is 2 3 4 5; insserv lets the links win
      7:16-21 information: there is no stop link, while Default-Stop is 0 1 6; insserv lets the links win"
    `);
    expect(insserv(systemOf(script(), files), "svc")).toMatch(
      /overrides LSB defaults \(0 1 6\)\.\n2: S01svc/,
    );
  });
  test("facilities of the configuration", () => {
    const text = script({ "Required-Start": "$mail-transport-agent" });
    expect(told("lsb-facility-undefined", text, [configuration])).toMatchInlineSnapshot(
      `"4:18-39 warning: this system's insserv.conf does not define \`$mail-transport-agent\`; insserv complains and ignores the dependency"`,
    );
    expect(insserv(systemOf(text, []), "svc")).toContain(
      "could not find all dependencies for $mail-transport-agent",
    );
    const circle = { path: "etc/insserv.conf.d/x", text: "$one $two\n$two $one\n" };
    const user = script({ "Should-Start": "$one" });
    expect(told("lsb-facility-loop", user, [circle])).toMatchInlineSnapshot(
      `"9:16-20 error: the configuration defines \`$one\` by itself, by way of \`$two\`; insserv ends, whatever script it was called for"`,
    );
    expect(insserv(systemOf(user, [circle]), "svc")).toMatch(/^insserv: Loop detected.*\nstatus 1$/);
  });
});

test("whatever the scripts, insserv ends because of a circle exactly where a script is told of one", () => {
  const names = ["a", "b", "c", "d"];
  const list = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, fc.constant("$all")), {
      maxLength: 2,
    })
    .map((words) => words.join(" "));
  const values = fc.record({
    "Required-Start": list,
    "Required-Stop": list,
    "X-Start-Before": list,
    "Default-Start": fc.constantFrom("2 3", "3", "S"),
  });
  fc.assert(
    fc.property(fc.tuple(values, values, values, values), (all) => {
      const files = all.map((each, at) => file(names[at] ?? "", each));
      const tree = treeWith(script(), "svc", 0o755, [configuration, ...files]);
      const { messages } = runInsserv(insservSystem(tree), ["svc", ...names]);
      const ends = messages.some((message) => message.kind === "exiting" && message.why === "loop");
      const findings = files.flatMap(({ text = "" }, at) => lintScript({ text, name: names[at], tree }));
      const rules = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
      if (ends) expect(rules.some((rule) => ["lsb-loop", "lsb-depends-on-all"].includes(rule))).toBe(true);
      if (rules.includes("lsb-loop")) expect(ends).toBe(true);
    }),
    { numRuns: 100 },
  );
});

describe("where insserv's view does not count", () => {
  const text = script({ "Required-Start": "aa  bb" }, ["# chkconfig: 2345 20 80", "# description: x"]);
  test("on Red Hat, unless there is a configuration for insserv", () => {
    expect(told("lsb-gap-in-list", text)).toBe("");
    expect(told("lsb-gap-in-list", text, [configuration])).not.toBe("");
  });
  test("below an override file", () => {
    const files = [{ path: "etc/insserv/overrides/svc", text: script() }];
    expect(told("lsb-gap-in-list", script({ "Required-Start": "aa  bb" }), files)).toBe("");
  });
});

/** What chkconfig does with a script and the others: its complaint, or the script's links in the levels 0 to 6. */
function chkconfig(text: string, files: readonly ExampleFile[] = []): string {
  const tree = treeWith(text, "svc", 0o755, files);
  let system = chkconfigSystem(tree);
  for (const { name } of tree.scripts.filter((each) => each.name !== "svc"))
    system = { ...system, links: runChkconfig(system, ["--add", name]).links };
  const { stderr, links, exit } = runChkconfig(system, ["--add", "svc"]);
  const own = [0, 1, 2, 3, 4, 5, 6].map((level) =>
    links.get(String(level))?.find((name) => name.endsWith("svc")),
  );
  return exit === 0 ? own.join(" ") : stderr.join("\n");
}

describe("what chkconfig makes of its own header and the other", () => {
  test("the line is refused where the rule says so, and nowhere else", () => {
    const word = fc.constantFrom(
      "2345",
      "-",
      "35",
      "2,3",
      "S",
      "20",
      "80",
      "05",
      "100",
      "-1",
      "99",
      "x",
      "#",
      "",
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        fc.constantFrom("\n", " tail\n", "\n\n: 80\n"),
        (words, rest) => {
          const text = `#!/bin/sh\n# chkconfig: ${words.join(" ")}${rest}# description: x\n`;
          const refused = chkconfig(text) === "service svc does not support chkconfig";
          expect(told("chkconfig-malformed", text) !== "").toBe(refused);
        },
      ),
      { numRuns: 100 },
    );
  });
  test("a line in a here-document is left alone, and so is one that a build fills in", () => {
    const text = "#!/bin/sh\ncat <<END\n# chkconfig: all\nEND\n";
    expect(told("chkconfig-malformed", text)).toBe("");
    expect(told("chkconfig-malformed", "#!/bin/sh\n# chkconfig: @LEVELS@ 20 80\n")).toBe("");
  });
  test("a comment in the body takes levels away", () => {
    const text = "#!/bin/sh\n# chkconfig: 345 20 80\n# description: x\n: code\n# Default-Stop: 5\n";
    expect(told("chkconfig-stray-tag", text)).toMatchInlineSnapshot(
      `"5:0-17 warning: chkconfig reads the whole file, and this comment changes the levels from 345 to 34"`,
    );
    expect(chkconfig(text)).toBe("K80svc K80svc K80svc S20svc S20svc K80svc K80svc");
  });
  test("levels come from both headers", () => {
    const text = script({ "Default-Start": "2 4" }, ["# chkconfig: 35 20 80", "# description: x"]);
    expect(told("headers-disagree-levels", text)).toMatchInlineSnapshot(
      `"2:13-15 warning: this line names the levels 35 and Default-Start 24; chkconfig makes 2345 of both"`,
    );
    expect(chkconfig(text)).toBe("K80svc K80svc S20svc S20svc S20svc S20svc K80svc");
    const stop = script({ "Default-Start": "3", "Default-Stop": "5" }, ["# chkconfig: 35 20 80"]);
    expect(told("headers-disagree-stop", stop)).toMatchInlineSnapshot(
      `"8:16-17 information: Default-Stop takes the level 5 away, which the \`chkconfig:\` line names"`,
    );
    expect(chkconfig(stop).split(" ")[5]).toBe("K80svc");
  });
  const above = (levels: string, start: number): readonly string[] => [
    `# chkconfig: ${levels} ${start} ${100 - start}`,
    "# description: x",
  ];
  test("numbers follow the dependencies, up to the end of a chain", () => {
    const text = script({ "Required-Start": "db", "Required-Stop": "db" }, above("2345", 20));
    const files = [
      file("db", { "Required-Start": "disk" }, above("2345", 30)),
      file("disk", {}, above("2345", 60)),
    ];
    expect(told("chkconfig-numbers-vs-deps", text, files)).toMatchInlineSnapshot(`
      "2:18-20 warning: chkconfig makes 62 of 20, since \`db\` starts at 61
      2:21-23 warning: chkconfig makes 69 of 80, since \`db\` stops at 70"
    `);
    expect(chkconfig(text, files)).toBe("K69svc K69svc S62svc S62svc S62svc S62svc K69svc");
  });
  test("whatever the numbers, the links get those that the rule names, or else those of the line", () => {
    const names = ["aa", "bb", "cc"];
    const one = fc.record({
      needs: fc.array(fc.constantFrom(...names, "svc"), { maxLength: 2 }),
      stops: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
      levels: fc.constantFrom("2345", "2345", "35", "-"),
      start: fc.integer({ min: 1, max: 49 }),
    });
    const make = ({
      needs,
      stops,
      levels,
      start,
    }: typeof one extends fc.Arbitrary<infer T> ? T : never): string =>
      script(
        {
          "Required-Start": needs.join(" "),
          "Required-Stop": stops.join(" "),
          "Default-Start": "",
          "Default-Stop": "",
        },
        above(levels, start),
      );
    fc.assert(
      fc.property(fc.tuple(one, one, one, one), ([own, ...others]) => {
        const text = make({ ...own, needs: own.needs.filter((name) => name !== "svc") });
        const files = others.map((each, at) => {
          const name = names[at] ?? "";
          return {
            path: `etc/init.d/${name}`,
            text: make(each).replace("Provides: svc", `Provides: ${name}`),
          };
        });
        const said = [...told("chkconfig-numbers-vs-deps", text, files).matchAll(/makes (\d+) of (\d+)/g)];
        const renumbered = new Map(said.map(([, to = "", from = ""]) => [Number(from), Number(to)]));
        for (const link of chkconfig(text, files).split(" ")) {
          const line = link.startsWith("S") ? own.start : 100 - own.start;
          expect(Number(link.slice(1, 3))).toBe(renumbered.get(line) ?? line);
        }
      }),
      { numRuns: 100 },
    );
  });
  test("a dependency that is off in one level is ignored in all", () => {
    const text = script({ "Required-Start": "db" }, above("2345", 20));
    const files = [file("db", { "Default-Start": "3", "Default-Stop": "0 1 2 4 5 6" }, above("3", 30))];
    expect(told("chkconfig-dep-ignored", text, files)).toMatchInlineSnapshot(
      `"6:18-20 warning: \`db\` is off in 2 4 5, where this script is on; chkconfig ignores the dependency"`,
    );
    expect(told("chkconfig-numbers-vs-deps", text, files)).toBe("");
    expect(chkconfig(text, files)).toContain("S20svc");
  });
});

test("the markers of the examples are seen by whom their messages name", () => {
  const seen = (findAnyRule("lsb-marker-not-exact")?.docs.wrong ?? []).map(({ text }) => {
    const [message = ""] = told("lsb-marker-not-exact", text).split("\n");
    const readers = (["insserv", "lintian", "rpmlint", "update-rc.d"] as const).filter((reader) => {
      const { found, values } = viewHeader(reader, text);
      const complete =
        reader === "rpmlint" ? readRpmlintHeader(`${text}stray\n`).problems.length === 0 : found;
      return complete && values.size > 0;
    });
    return `${message.replace(/^.*?: /, "")} [read by ${readers.join(", ")}]`;
  });
  expect(seen.join("\n")).toMatchInlineSnapshot(`
    "the begin marker is not at the start of its line: insserv sees this header, lintian, rpmlint and update-rc.d do not [read by insserv]
    the end marker has text behind it: insserv and lintian see the end of the header, rpmlint and update-rc.d do not [read by insserv, lintian, update-rc.d]
    the end marker has white space behind it: rpmlint does not see the end of the header [read by insserv, lintian, update-rc.d]"
  `);
});
