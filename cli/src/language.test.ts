// In the pseudo-language every text of a catalogue stands in brackets, so that what is left outside them is in none.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { allRules, coreCatalogues, fieldNames, knownCatalogues } from "@inittab/core";
import { outsideBrackets, wordsOutside } from "@inittab/host/testing/brackets";
import { serverMessages } from "@inittab/server/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bootLogReportMessages } from "./boot-log/messages.ts";
import { explainMessages } from "./explain/messages.ts";
import { programLocalizer } from "./localizer.ts";
import { assistantMessages } from "./mcp/messages.ts";
import { programMessages } from "./messages.ts";
import { planMessages } from "./plan/messages.ts";
import { projectFileMessages } from "./project/messages.ts";
import { diffMessages } from "./simulate/diff-messages.ts";
import { packageFolder, runHere } from "./testing/program.ts";
import { runBuiltPseudo, runPseudo } from "./testing/pseudo.ts";
import { verifyReportMessages } from "./verify/messages.ts";

const systems = join(packageFolder, "../test-fixtures/systems");

/** Files of strange names with everything that a report has words for. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  "qaa/inittab": "qa:3:initdefault:\nqb:3:wiat:/bin/qqx\nqc:3:respawn:/bin/qqx\nqc:3:respawn:/bin/qqy\nqd\n",
  "qab/inittab": "qa:3:initdefault:\nqc:3:respawn:/bin/qqy\nqe:3:wait:/bin/qqz\nqf:3:once:/bin/qqz\n",
  "qac/inittab": "::sysinit:/bin/qqx\ntty2::askfirst:/bin/qqy\n",
  "qad/inittab": "::sysinit:/bin/qqx\n::once:/bin/qqy\ntty3::respawn:/bin/qqy\n",
  "qae/inittab": "::sysinit:/bin/qqx\n::askconsole:/bin/qqx\n",
  "utf16/inittab": Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
  "latin/inittab": Uint8Array.of(0x61, 0xe4),
  "empty/qq": "",
  "openrc/init.d/qq": "#!/sbin/openrc-run\n",
  "binary/init.d/qq": "#!/bin/sh\0\n",
  "open/init.d/qq": '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: qq\n### END INIT INFO\ncase "$1" in\n',
};
const folder = mkdtempSync(join(tmpdir(), "qq-"));
for (const [path, content] of Object.entries(files)) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text that is not ours: the names and contents of the files above, and the program's own name. */
const given = [
  folder,
  "inittab nowhere",
  ...Object.entries(files).flatMap(([path, text]) => [path, String(text)]),
];

const at = (path: string) => join(folder, path);

/** The findings' own frame: places, severities, rules, source lines. Compilers have no other words for these. */
function withoutFrame(report: string): string {
  return report
    .replaceAll(/^ +\d* \|.*$/gm, "")
    .replaceAll(/^( += )?\S+:\d+:\d+: ((error|warning|information|hint): )?/gm, "")
    .replaceAll(/\[[a-z\d-]+ IT\d+\]$/gm, "")
    .replaceAll(/^\S+: (?=⟦(?:read as|not judged))/gm, "");
}

/** The strings of these members, wherever they are. */
function stringsOf(value: unknown, names: readonly string[]): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === "string" ? (names.includes(name) ? member : []) : stringsOf(member, names),
  );
}

test("what stands outside brackets is found, however they are nested", () => {
  expect(outsideBrackets("qq ⟦a ⟦b⟧ c⟧ is ⟦d⟧.")).toBe("qq  is .");
  expect(wordsOutside("/qq/inittab: ⟦a⟧ gone, x", ["inittab /qq"])).toEqual(["gone"]);
  expect(() => outsideBrackets("⟦a ⟦b⟧")).toThrow("not closed");
  expect(() => outsideBrackets("a⟧ ⟦b")).toThrow("too many");
});

describe("no word stands outside the catalogues", () => {
  const commands = [
    "check",
    "read",
    "explain",
    "simulate",
    "verify",
    "plan",
    "init",
    "boot-log",
    "order",
    "rc",
    "test",
    "debug",
    "mcp",
    "lsp",
  ];

  test.each([[], ...commands.map((command) => [command])])("%s --help", async (...words) => {
    const { stdout } = await runPseudo(...words, "--help");
    const text = stdout.replaceAll(/^ {2}(-\w, | {4})--[\w-]+( \S+)?/gm, "");
    expect(wordsOutside(text, commands)).toEqual([]);
  });

  test.each([
    [],
    ["frobnicate"],
    ["--bogus"],
    ["check"],
    ["check", "--bogus", "x"],
    ["check", "--format", "csv", "x"],
    ["check", "--format=", "x"],
    ["check", "--quiet=yes", "x"],
    ["check", "--rule"],
    ["check", "--rule", "nothing", "x"],
    ["check", "--rule", "duplicate-id", "x"],
    ["check", "--rule", "duplicate-id=loud", "x"],
    ["check", "--max-warnings", "many", "x"],
    ["check", "--init-version", "9", "x"],
    ["read"],
    ["explain"],
    ["order"],
    ["order", "--tool", "chkconfig", "--force", "x"],
    ["plan", "x"],
    ["plan", "x", "y", "--allow", "z"],
    ["rc"],
    ["rc", "x", "y"],
    ["rc", "x"],
    ["rc", "--to", "high", "x"],
    ["lsp"],
    ["lsp", "x"],
    ["init", "x", "y"],
    ["boot-log"],
    ["boot-log", "x", "y"],
    ["simulate", "--diff", "x"],
    ["simulate", "x", "y"],
    ["simulate", "--rc", "x", "--format", "svg", "y"],
    ["simulate", "--until", "soon"],
    ["simulate", "--build", "old"],
    ["simulate", "--at", "telinit 3"],
    ["simulate", "--at", "1 dance"],
    ["simulate", "--at", "1 write"],
    ["simulate", "--dialect", "sysvinit", "--at", "1 telinit"],
    ["simulate", "--dialect", "sysvinit", "--at", "1 signal"],
    ["simulate", "--dialect", "sysvinit", "--at", "1 kill a b"],
    ["simulate", "--dialect", "busybox", "--at", "1 telinit 3"],
    ["simulate", "--dialect", "busybox", "--at", "1 halt now"],
    ["simulate", "--dialect", "busybox", "--at", "1 type"],
    ["simulate", "--run", "x"],
    ["simulate", "--run", "x=1,sometimes"],
    ["simulate", "--init", "3.14", at("qac/inittab")],
    ["simulate", "--build", "stock", at("qaa/inittab")],
    ["simulate", "--rc", "x", at("qac/inittab")],
  ])("wrong usage: %j", async (...words) => {
    const { exitCode, stderr } = await runPseudo(...words);
    expect(exitCode).toBe(2);
    expect(wordsOutside(stderr, ["inittab"])).toEqual([]);
  });

  describe("check", () => {
    const paths = [
      ...["broken", "debian", "redhat", "slackware", "buildroot-busybox"].map((name) => join(systems, name)),
      ...Object.keys(files).flatMap((path) => (path.endsWith(".json") ? [] : [at(path)])),
      at("nowhere"),
      at("empty"),
    ];
    const everything = [
      "check",
      "--family",
      "debian",
      ...allRules.flatMap(({ id }) => ["--rule", `${id}=hint`]),
    ];

    test.each([
      [["check", ...paths]],
      [["check", "--max-warnings", "0", ...paths]],
      [[...everything, ...paths]],
    ])("text", async (args) => {
      const { stdout, stderr } = await runBuiltPseudo(...args);
      expect(wordsOutside(withoutFrame(stdout))).toEqual([]);
      expect(wordsOutside(stderr, [...given, systems])).toEqual([]);
    });

    test("github", async () => {
      const { stdout } = await runBuiltPseudo("check", "--format", "github", ...paths);
      const outside = outsideBrackets(stdout).replaceAll(/^::(error|warning|notice) file=[^:]*::/gm, "");
      expect(wordsOutside(outside)).toEqual([]);
    });

    test("json", async () => {
      const { stdout } = await runBuiltPseudo("check", "--format", "json", ...paths);
      const strings = stringsOf(JSON.parse(stdout), ["message", "title", "because", "why"]);
      expect(strings.length).toBeGreaterThan(20);
      expect(strings.flatMap((string) => wordsOutside(string))).toEqual([]);
    });

    test("sarif", async () => {
      const { stdout } = await runBuiltPseudo("check", "--format", "sarif", ...paths);
      const log: unknown = JSON.parse(stdout, (name, value: unknown) =>
        name === "insertedContent" ? undefined : value,
      );
      const strings = stringsOf(log, ["text", "because"]);
      expect(strings.length).toBeGreaterThan(100);
      expect(strings.flatMap((string) => wordsOutside(string, given))).toEqual([]);
    });
  });

  describe("explain", () => {
    /** A page without headings' marks, blocks of code and code in a line. */
    const plain = (page: string) => outsideBrackets(page).replaceAll(/^ *```[\s\S]*?^ *```$|`[^`]+`/gm, "");

    test.each([
      [
        "respawn",
        "S",
        "~~",
        "RUNLEVEL",
        "SIGHUP",
        "/sbin/agetty",
        "/etc/initscript",
        "telinit",
        "process",
        "@",
      ],
      ["--dialect", "busybox", "askfirst", "respawn", "id"],
      ["--dialect", "procd", "askconsole"],
      ["--dialect", "solaris", "sysinit", "initdefault"],
    ])("topics: %s %s %s", async (...words) => {
      const options = words[0] === "--dialect" ? words.splice(0, 2) : [];
      for (const word of words) {
        const { stdout } = await runPseudo("explain", "--format", "md", ...options, word);
        expect([word, wordsOutside(plain(stdout))]).toEqual([word, []]);
      }
    });

    test("rules", async () => {
      for (const { id, code, severity, group } of allRules) {
        const { stdout } = await runPseudo("explain", "--format", "md", id);
        // Sources, which stand last, are quoted as they are.
        const whole = plain(stdout);
        const page = whole.slice(0, whole.lastIndexOf("\n## "));
        expect([id, wordsOutside(page, [id, code, severity, group])]).toEqual([id, []]);
      }
    });

    test.each([
      ["1:2345:respawn:/sbin/getty"],
      ["id:236:initdefault:/x"],
      ["ca:12:ctrlaltdel:@/bin/x; y"],
      ["od:a:ondemand:/bin/x > y"],
      ["x:3:wiat:/bin/x"],
      ["x:S3:off:"],
      ["xxxxxx:3:wait:/bin/x"],
      ["# x:"],
      ["::askfirst:-/bin/sh", "--dialect", "busybox"],
      ["tty1::bad:/bin/sh", "--dialect", "busybox"],
      ["x:2:wait:/bin/x", "--dialect", "aix"],
      ["x:2:wait:/bin/x", "--dialect", "unknown"],
    ])("the line %s", async (...words) => {
      const { stdout } = await runPseudo("explain", "--format", "md", ...words);
      expect(wordsOutside(plain(stdout), fieldNames)).toEqual([]);
    });

    test.each(["respwan", "xyzzy"])("what is not known: %s", async (word) => {
      expect(wordsOutside((await runPseudo("explain", word)).stderr, ["inittab"])).toEqual([]);
    });
  });

  test.each(["qaa", "qab", "qac", "latin", "utf16", "nowhere"])("read %s", async (name) => {
    const { stdout, stderr } = await runPseudo("read", at(`${name}/inittab`));
    // The words of init itself are in no language but its own.
    const report = outsideBrackets(stdout).replaceAll(/^ +INIT: .*$/gm, "");
    expect(wordsOutside(report, [...given, ...fieldNames, "sulogin"])).toEqual([]);
    expect(wordsOutside(stderr, given)).toEqual([]);
  });

  test.each([
    ["debian/etc/init.d"],
    ["redhat/etc/init.d", "--tool", "chkconfig"],
    ["redhat/etc/init.d"],
    ["debian/etc/init.d", "--format", "dot"],
    ["broken"],
  ])("order %s %s %s", async (path, ...options) => {
    const { stdout, stderr } = await runPseudo("order", join(systems, path), ...options);
    const json = (await runHere(["order", join(systems, path), ...options, "--format", "json"])).stdout;
    const graph = ["digraph rankdir LR node shape box label style dashed color red gray constraint false"];
    // The names of scripts, and what the tool itself says, are in the JSON as they are.
    expect(wordsOutside(stdout, [json, systems, "rc", ...graph])).toEqual([]);
    expect(wordsOutside(stderr, [json, systems, "inittab", path])).toEqual([]);
  });

  test.each([
    ["redhat", "--to", "3", "--to", "1", "--to", "6"],
    ["debian", "--to", "S", "--to", "2", "--to", "0"],
    ["debian", "--flavor", "deb9", "--from", "2", "--to", "4"],
    ["slackware", "--to", "3"],
    ["broken", "--to", "3"],
  ])("rc %s %s %s", async (name, ...options) => {
    const { stdout, stderr } = await runBuiltPseudo("rc", join(systems, name), ...options);
    const outside = outsideBrackets(stdout).replaceAll(/^ +\S+ +(start|stop|-)?/gm, "");
    expect(wordsOutside(outside)).toEqual([]);
    expect(wordsOutside(stderr, ["inittab", systems, name])).toEqual([]);
    const json = await runBuiltPseudo("rc", join(systems, name), ...options, "--format", "json");
    const strings = stringsOf(json.stdout === "" ? {} : JSON.parse(json.stdout), [
      "because",
      "effect",
      "why",
    ]);
    expect(strings.flatMap((string) => wordsOutside(string))).toEqual([]);
  });
});

/** The catalogues of the command line. */
const ownCatalogues = [
  programMessages,
  explainMessages,
  assistantMessages,
  bootLogReportMessages,
  planMessages,
  projectFileMessages,
  diffMessages,
  verifyReportMessages,
];

beforeAll(async () => {
  // A catalogue is known as soon as its room can make messages.
  await Promise.all([
    import("./explain/message.ts"),
    import("./mcp/message.ts"),
    import("./boot-log/message.ts"),
    import("./plan/message.ts"),
    import("./project/message.ts"),
    import("./simulate/diff-message.ts"),
    import("./verify/message.ts"),
  ]);
});

test("the catalogues are well-formed, and neither a room of core nor the server uses their ids", () => {
  const { text } = programLocalizer();
  const ids = ownCatalogues.flatMap((catalogue) => Object.keys(catalogue));
  for (const id of ids) expect(text({ id })).not.toBe(id);
  expect(new Set(ids).size).toBe(ids.length);
  const catalogues = [...coreCatalogues, serverMessages];
  const others = new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue)));
  expect(ids.filter((id) => others.has(id))).toEqual([]);
});

test("a catalogue is known as soon as its room can make messages", () => {
  const known = new Set([...knownCatalogues].flatMap((catalogue) => Object.keys(catalogue)));
  const ids = [...coreCatalogues, ...ownCatalogues].flatMap((catalogue) => Object.keys(catalogue));
  expect(ids.length).toBeGreaterThan(500);
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});
