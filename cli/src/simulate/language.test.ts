// In the pseudo-language no word of a simulation stands outside the catalogues, but what an init says and what stands in
// a file.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordsOutside } from "@inittab/host/testing/brackets";
import { afterAll, describe, expect, test } from "vitest";
import { packageFolder } from "../testing/program.ts";
import { runBuiltPseudo, runPseudo } from "../testing/pseudo.ts";
import { writeTree } from "../testing/write-tree.ts";

const systems = join(packageFolder, "../test-fixtures/systems");

/** Files of strange names, with everything that a simulation has words for. */
const files = `
qaa/inittab
  qa:3:initdefault:
  qb:3:wiat:/bin/qqx
  qc:3:respawn:/bin/qqx
  qc:3:respawn:/bin/qqy
  qd
qab/inittab
  qa:3:initdefault:
  qc:3:respawn:/bin/qqy
  qe:3:wait:/bin/qqz
  qf:3:once:/bin/qqz
  qg:a:ondemand:/bin/qqz
  qh:3:ctrlaltdel:/bin/qqz
  qi:3:powerfail:/bin/qqz
  qj:3:powerokwait:/bin/qqz
  qk:3:powerfailnow:/bin/qqz
  ql:3:kbrequest:/bin/qqz
  qm:3:off:/bin/qqz
qac/inittab
  ::sysinit:/bin/qqx
  tty2::askfirst:/bin/qqy
  qq::bad:/bin/qqy
  tty2::respawn:/bin/qqy
  tty3::askfirst:/bin/qqy
qad/inittab
  ::sysinit:/bin/qqx
  ::once:/bin/qqy
  tty3::respawn:/bin/qqy
  ::ctrlaltdel:/bin/qqx
  ::shutdown:/bin/qqx
  ::restart:/bin/qqz
qae/inittab
  ::sysinit:/bin/qqx
  ::askconsole:/bin/qqx
broken.json
  {"qq": }
wrong.json
  {"inittab": null, "until": "qq", "qq": 1, "events": [{"at": 1}, {"at": -1, "kill": 7}], "processes": []}
doubtful.json
  {"init": "sysvinit", "inittab": "qa:3:initdefault:", "until": 1, "processes": {"qq": {}},
   "events": [{"at": 2, "signal": "SIGQQ"}, {"at": 1, "signal": "qq"}, {"at": 1, "console": "qq"}]}
doubtful-too.json
  {"init": "busybox-1.35", "inittab": "::once:/bin/qqx", "until": 1, "processes": {"qq": {}},
   "events": [{"at": 2, "signal": "SIGQQ"}, {"at": 1, "signal": "QQ"}, {"at": 1, "kill": "qq"}]}
`;
const folder = mkdtempSync(join(tmpdir(), "qq-"));
writeTree(folder, files);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string) => join(folder, path);
const happening = (...events: readonly string[]) => events.flatMap((event) => ["--at", event]);

/** Text that is not ours: the program's own name, names and contents of the files, and severities as compilers have them. */
const given = [folder, files, systems, "inittab nowhere error warning"];

/** What an init adds to its table by itself, and the phases of one, which have the names of actions. */
const inits = [
  "sulogin sbin bin sh console reboot umount swapoff init",
  "sysinit wait once respawn shutdown",
];

const runs: readonly (readonly string[])[] = [
  [at("qaa/inittab")],
  [
    ...happening("5 telinit 2", "6 signal PWR F", "7 signal INT", "8 signal WINCH", "9 kill qc KILL"),
    ...happening("10 kill qc TERM", "11 kill qc", "12 console qq", "13 signal HUP", "14 signal QQ"),
    ...happening(`15 write ${at("qab/inittab")}`, "16 telinit q", "17 telinit a", "18 telinit -e QQ=q"),
    ...happening("20 telinit 0", "30 signal USR2", "31 signal USR1"),
    ...["--run", "qc=0.1", at("qaa/inittab")],
  ],
  [...happening("3 telinit 3"), "--run", "qc=forever,ignore-term", at("qab/inittab")],
  ["--boot", "emergency qq", at("qab/inittab")],
  ["--boot", "S", "--init", "2.88", at("qab/inittab")],
  [...happening("3 signal TSTP"), at("qab/inittab")],
  [at("qac/inittab")],
  [
    ...happening("5 enter tty2", "6 type tty2 qq", "7 kill /bin/qqx", "8 kill /bin/qqy TERM", "9 signal QQ"),
    ...happening(`10 write ${at("qad/inittab")}`, "11 reload", "12 remove", "13 stop", "15 continue"),
    ...happening("20 power-fails"),
    ...["--build", "stock", at("qac/inittab")],
  ],
  [...happening("5 restart"), at("qad/inittab")],
  [...happening("5 halt"), "--run", "/bin/qqx=forever", at("qad/inittab")],
];

test.each(runs)("a story: %s %s", async (...args) => {
  const { stdout, stderr } = await runPseudo("simulate", ...args);
  expect(stdout.split("\n").length).toBeGreaterThan(8);
  expect(wordsOutside(stdout, [...given, ...inits])).toEqual([]);
  expect(wordsOutside(stderr, [...given, "events at signal kill console"])).toEqual([]);
});

test.each(runs)("Markdown: %s %s", async (...args) => {
  const { stdout } = await runPseudo("simulate", "--format", "md", ...args);
  expect(wordsOutside(stdout, [...given, ...inits])).toEqual([]);
});

test.each(runs)("a picture: %s %s", async (...args) => {
  const { stdout } = await runPseudo("simulate", "--format", "svg", ...args);
  const texts = stdout.replace(/<style>[\s\S]*?<\/style>/, "").replaceAll(/<[^>]*>|&\w+;/g, " ");
  expect(wordsOutside(texts, [...given, ...inits])).toEqual([]);
});

test("the scripts that rc runs", async () => {
  const system = join(systems, "debian");
  const inittab = join(system, "etc/inittab");
  const { stdout, stderr } = await runBuiltPseudo(
    ...["simulate", "--rc", system, "--at", "20 telinit 6", inittab],
  );
  expect(stdout).toMatch(/⟦S\d\d/);
  expect(wordsOutside(stdout, [...given, inittab, readFileSync(inittab, "utf8")])).toEqual([]);
  expect(wordsOutside(stderr, [...given, system])).toEqual([]);
});

test.each([
  ["--diff", at("qaa/inittab"), at("qab/inittab")],
  ["--diff", at("qaa/inittab"), at("qaa/inittab")],
  ["--diff", at("qac/inittab"), at("qad/inittab"), "--format", "json"],
  ["--diff", at("qac/inittab"), at("qad/inittab")],
  ["--diff", at("qaa/inittab"), at("qac/inittab")],
  ["--diff", ...happening("5 signal INT"), at("qad/inittab"), at("qac/inittab")],
])("what two inittabs do differently: %s %s %s", async (...args) => {
  const { stdout, stderr } = await runPseudo("simulate", ...args);
  // JSON has names of members.
  const names = ["title changed differences what id was is causes together old new line"];
  const kinds = ["text true false level end order message process"];
  // What an init says is in no language but its own.
  const report = stdout.replaceAll(/^\{"what":"message".*$/gm, "");
  expect(wordsOutside(report, [...given, ...names, ...kinds])).toEqual([]);
  expect(wordsOutside(stderr, given)).toEqual([]);
});

describe("what is in the way", () => {
  test.each([
    ["--scenario", at("broken.json")],
    ["--scenario", at("wrong.json")],
    ["--scenario", at("doubtful.json")],
    ["--scenario", at("doubtful-too.json")],
    [at("qae/inittab")],
    [at("nowhere")],
    ["--rc", join(systems, "broken"), at("qaa/inittab")],
    ["--rc", at("nowhere"), at("qaa/inittab")],
  ])("%s %s", async (...args) => {
    const { stderr } = await runPseudo("simulate", ...args);
    expect(wordsOutside(stderr, given)).toEqual([]);
  });
});
