import { anyText, pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHouse } from "./check.ts";
import { isEnforced } from "./files.ts";
import type { Invariant } from "./finding.ts";
import { house } from "./house.ts";
import type { Exception } from "./plan.ts";
import { filesOf } from "./testing/fixture.ts";

/** What an invariant says of some files, each under a line `//- path`; one finding a line. */
function check(invariant: Invariant, files: string, exceptions: readonly Exception[] = []): string {
  return checkHouse(filesOf(files), { ...house, exceptions })
    .filter((breach) => breach.invariant === invariant)
    .map(({ path, line, message }) => `${path}:${line}: ${message}`)
    .join("\n");
}

test("the frame names no tenant, be it in an import, a name or a string", () => {
  const files = `
    //- core/src/lint/report.ts
    import type { Line } from "../inittab/line.ts";
    // A comment may say inittab, and "description" holds no script.
    export const description = "the BusyBox way";
    export function readInittab(line: Line): string {
      return \`a script \${line}\`;
    }
    //- core/src/simulate/run/queue.ts
    export interface Queue { readonly sysvinitVersion: string }
    //- core/src/lint/rooms.ts
    export { inittabRoom } from "./inittab/room.ts";
    //- core/src/lint/inittab/room.ts
    export const inittabRoom = "inittab";
    //- core/src/lint/report.test.ts
    import "./inittab/room.ts";
  `;
  expect(check("frame", files)).toBe(
    [
      "core/src/lint/report.ts:1: `../inittab/line.ts` names a tenant; the frame knows none",
      "core/src/lint/report.ts:3: `the BusyBox way` names a tenant; the frame knows none",
      "core/src/lint/report.ts:4: `readInittab` names a tenant; the frame knows none",
      "core/src/lint/report.ts:5: `a script ` names a tenant; the frame knows none",
      "core/src/simulate/run/queue.ts:1: `sysvinitVersion` names a tenant; the frame knows none",
    ].join("\n"),
  );
});

test("tenants do not import each other", () => {
  const files = `
    //- core/src/simulate/busybox/run.ts
    import { wait } from "../run/queue.ts";
    import type { Effect } from "../sysvinit/machine/effects.ts";
    import { signals } from "./signals.ts";
    export type Way = import("../sysvinit/way.ts").Way;
    //- core/src/lint/initscript/lint.ts
    export { lintInittab } from "../inittab/lint.ts";
    //- server/src/inittab/handlers.ts
    const late = await import("../initscript/handlers.ts");
    //- core/src/initscript/families/debian/links.ts
    import { links } from "../redhat/links.ts";
    //- core/src/simulate/busybox/compare.test.ts
    import { run } from "../sysvinit/run.ts";
  `;
  expect(check("tenants", files)).toBe(
    [
      "core/src/simulate/busybox/run.ts:2: imports `core/src/simulate/sysvinit/machine/effects.ts`: busybox and sysvinit of core/src/simulate/ do not know each other",
      "core/src/simulate/busybox/run.ts:4: imports `core/src/simulate/sysvinit/way.ts`: busybox and sysvinit of core/src/simulate/ do not know each other",
      "core/src/lint/initscript/lint.ts:1: imports `core/src/lint/inittab/lint.ts`: initscript and inittab of core/src/lint/ do not know each other",
      "server/src/inittab/handlers.ts:1: imports `server/src/initscript/handlers.ts`: inittab and initscript of server/src/ do not know each other",
      "core/src/initscript/families/debian/links.ts:1: imports `core/src/initscript/families/redhat/links.ts`: debian and redhat of core/src/initscript/families/ do not know each other",
    ].join("\n"),
  );
});

test("imports run downwards, types included, and each room has a floor", () => {
  const files = `
    //- core/src/inittab/read.ts
    import type { Rule } from "../lint/contract.ts";
    import { parse } from "../shell/parse.ts";
    import { bytes } from "../text/bytes.ts";
    import { scan } from "./scan.ts";
    //- core/src/lint/contract.ts
    import type { Topic } from "../manual/topic.ts";
    import type { Reading } from "../inittab/read.ts";
    //- core/src/attic/old.ts
    export const old = 1;
  `;
  expect(check("layers", files)).toBe(
    [
      "core/src/inittab/read.ts:1: imports `core/src/lint/contract.ts`: lint is above inittab",
      "core/src/inittab/read.ts:2: imports `core/src/shell/parse.ts`: shell is next to inittab",
      "core/src/lint/contract.ts:1: imports `core/src/manual/topic.ts`: manual is next to lint",
      "core/src/attic/old.ts:1: the room `attic` has no floor in the plan of the house",
    ].join("\n"),
  );
});

const nameTables = `
    //- core/src/inittab/dialect.ts
    export const dialectFacts = { sysvinit, "hp-ux": hpUx, unknown: unknown as DialectFacts };
    export const first = dialect === "sysvinit";
    //- core/src/inittab/versions.ts
    export const sysvinitVersions = ["2.88", "3.14"] as const;
    //- core/src/initscript/families/names.ts
    export const scriptFamilies = ["redhat", "debian"] as const;
    //- core/src/initscript/facts/rc-flavors.ts
    export const rcFlavors = { el6 };
    //- core/src/simulate/busybox/machine/builds.ts
    export const busyboxReleases = ["1.38.0"] as const;
    export const busyboxPresets = ["debian", "stock"] as const;
`;

test("a name is compared only in its own file and in the table that lists it", () => {
  const files = `${nameTables}
    //- core/src/inittab/dialects/hp-ux.ts
    export const mine = dialect === "hp-ux";
    //- core/src/manual/describe.ts
    if (dialect === "sysvinit") one();
    if ("3.14" !== version) two();
    switch (family) {
      case "redhat":
    }
    if (["hp-ux", "aix"].includes(dialect)) three();
    if (kind === "unknown") four();
    if (file.dialect === "unknown") five();
    if (preset === "stock") six();
    if (release === "1.38.0") seven();
    const chosen = facts["sysvinit"];
    //- core/src/manual/describe.test.ts
    if (dialect === "sysvinit") one();
  `;
  expect(check("names", files)).toBe(
    [
      "core/src/manual/describe.ts:1: compares `sysvinit`, the name of a dialect: ask for a field of its facts",
      "core/src/manual/describe.ts:6: compares `hp-ux`, the name of a dialect: ask for a field of its facts",
      "core/src/manual/describe.ts:8: compares `unknown`, the name of a dialect: ask for a field of its facts",
      "core/src/manual/describe.ts:2: compares `3.14`, the name of a release of sysvinit: ask for a field of its facts",
      "core/src/manual/describe.ts:4: compares `redhat`, the name of a family of init scripts: ask for a field of its facts",
      "core/src/manual/describe.ts:10: compares `1.38.0`, the name of a release of BusyBox: ask for a field of its facts",
      "core/src/manual/describe.ts:9: compares `stock`, the name of a preset of BusyBox: ask for a field of its facts",
    ].join("\n"),
  );
});

test("a table of names that is gone is reported, so that the check cannot fall asleep", () => {
  expect(check("names", nameTables.replace("rcFlavors", "flavors"))).toBe(
    "core/src/initscript/facts/rc-flavors.ts:1: has no `rcFlavors` that lists every generation of rc; the plan of the house names it",
  );
});

test("no code reads a sentence", () => {
  const files = `
    //- server/src/inittab/features/hover.ts
    if (finding.message.startsWith("this entry")) one();
    const [first] = reason?.message?.split(" ");
    if (/lost/.test(title)) two();
    if (summary === "init drops the record") three();
    switch (finding.message) {
      case "no such action":
    }
    const half = localizer.text(message("line.empty")).slice(0, 20);
    if (reason === "timeout" || finding.message === "") four();
    const id = finding.message.id === "duplicate-id";
    const shown = finding.message.padEnd(20);
    //- client/src/webview/simulation/words.ts
    if (line.text.includes("starts")) five();
    const doing = moment.doing.replace("init ", "");
    //- core/src/inittab/scan.ts
    if (line.text.includes(":")) six();
    //- server/src/inittab/features/hover.test.ts
    if (finding.message.includes("lost")) seven();
  `;
  expect(check("sentences", files)).toBe(
    [
      "server/src/inittab/features/hover.ts:1: `startsWith` reads `finding.message`, which is a sentence",
      "server/src/inittab/features/hover.ts:2: `split` reads `reason?.message`, which is a sentence",
      "server/src/inittab/features/hover.ts:3: `test` reads `title`, which is a sentence",
      "server/src/inittab/features/hover.ts:4: a comparison reads `summary`, which is a sentence",
      "server/src/inittab/features/hover.ts:5: `switch` reads `finding.message`, which is a sentence",
      'server/src/inittab/features/hover.ts:8: `slice` reads `localizer.text(message("line.empty"))`, which is a sentence',
      "client/src/webview/simulation/words.ts:1: `includes` reads `line.text`, which is a sentence",
      "client/src/webview/simulation/words.ts:2: `replace` reads `moment.doing`, which is a sentence",
    ].join("\n"),
  );
});

test("nothing that is shipped is cast", () => {
  const files = `
    //- cli/src/input.ts
    const scenario = value as unknown as Scenario;
    const level = <Level>word;
    const word = name as
      | "one"
      | "two";
    const names = ["a", "b"] as const;
    const raw = JSON.parse(text) as unknown;
    const checked = { a: 1 } satisfies Facts;
    import { simulate as run } from "@inittab/core";
    //- cli/src/input.test.ts
    const scenario = value as Scenario;
  `;
  expect(check("casts", files)).toBe(
    [
      "cli/src/input.ts:1: `value as unknown as Scenario`: give the value its type where it is made or validated",
      "cli/src/input.ts:2: `<Level>` is a cast",
      'cli/src/input.ts:3: `name as | "one" | "two"`: give the value its type where it is made or validated',
    ].join("\n"),
  );
});

test("a name on the wire is written in the protocol's file, and what only the client says in one of its files", () => {
  const files = `
    //- client/src/server.ts
    const answer = ask("inittab.simulate", question);
    client.sendRequest("inittab/status");
    register("inittab.openExample");
    client.sendRequest("inittab/unheard");
    //- client/src/view.ts
    const command = "inittab.openExample";
    const path = "/etc/inittab.d", folder = "inittab.d";
    //- server/src/protocol.ts
    export const commands = { simulate: "inittab.simulate" };
    export const statusRequest = "inittab/status";
  `;
  expect(check("homes", files)).toBe(
    [
      "client/src/server.ts:1: writes `inittab.simulate`; its home is server/src/protocol.ts",
      "client/src/server.ts:2: writes `inittab/status`; its home is server/src/protocol.ts",
      "client/src/server.ts:4: writes `inittab/unheard`; its home is server/src/protocol.ts",
      "client/src/view.ts:1: writes `inittab.openExample`; its home is client/src/server.ts",
    ].join("\n"),
  );
});

test("a default and a limit have one home", () => {
  const files = `
    //- core/src/initscript/tree/read.ts
    export const sizeLimit = 1024 * 1024;
    const code = 12;
    //- server/src/documents/workspace.ts
    const sizeLimit = 1_000_000;
    const code = 12;
    export const words = ["a"];
    //- cli/src/read.ts
    export const sizeLimit = otherLimit();
    export const words = ["a"];
  `;
  expect(check("homes", files)).toBe(
    "server/src/documents/workspace.ts:1: `sizeLimit` has a value in core/src/initscript/tree/read.ts too; import one of them",
  );
});

test("a test stands beside what it tests, in the same package", () => {
  const files = `
    //- server/src/guard.ts
    export const guard = 1;
    //- server/src/guard.fuzz.test.ts
    import { peer } from "./testing/peer.ts";
    //- server/src/testing/peer.ts
    import { write } from "../../../cli/src/testing/write.ts";
    //- cli/src/rules/rule.ts
    export const rule = 1;
    //- cli/src/rules/all.test.ts
    import { run } from "../testing/run.ts";
    import { lint } from "../../../core/src/lint/lint.ts";
    import { read } from "@inittab/core";
    //- cli/src/rules/other.test.ts
    import { read } from "@inittab/core";
    //- cli/src/alone/lonely.test.ts
    import { run } from "../testing/run.ts";
  `;
  expect(check("tests", files)).toBe(
    [
      "server/src/testing/peer.ts:1: imports `cli/src/testing/write.ts` by its path from another package",
      "cli/src/rules/all.test.ts:2: imports `core/src/lint/lint.ts` by its path from another package",
      "cli/src/rules/other.test.ts:1: stands beside nothing that it tests",
      "cli/src/alone/lonely.test.ts:1: stands beside nothing that it tests",
    ].join("\n"),
  );
});

test("the index of core lists names, no stars, by room", () => {
  const files = `
    //- core/src/index.ts
    export { toBytes } from "./text/bytes.ts";
    export * from "./text/range.ts";
    export type * from "./inittab/read.ts";
    export type { Scan } from "./inittab/scan.ts";
    export { message } from "./text/message.ts";
    export const version = 1;
  `;
  expect(check("index", files)).toBe(
    [
      'core/src/index.ts:2: `export * from "./text/range.ts";`: the index lists the names of other files, one by one',
      'core/src/index.ts:3: `export type * from "./inittab/read.ts";`: the index lists the names of other files, one by one',
      "core/src/index.ts:5: the names of `text` stand in two places",
      "core/src/index.ts:6: `export const version = 1;`: the index lists the names of other files, one by one",
    ].join("\n"),
  );
});

test("an exception takes away what it names, and fails when it is needed no longer", () => {
  const files = "//- cli/src/input.ts\nexport const one = a as One;\nexport const two = b as Two;\n";
  const exception = (path: string, subject: string): Exception => ({
    invariant: "casts",
    path,
    subject,
    reason: "a test",
  });
  const exceptions = [exception("cli/src/input.ts", "as One"), exception("cli/src/output.ts", "as One")];
  expect(check("casts", files, exceptions)).toBe(
    [
      "cli/src/input.ts:2: `b as Two`: give the value its type where it is made or validated",
      "cli/src/output.ts:1: an exception for `as One` is needed no longer",
    ].join("\n"),
  );
});

test("an invariant that holds in some places fails the check there", () => {
  const mode = { reportIn: ["core/src/simulate/", "cli/src/commands/simulate.ts"] };
  const paths = [
    "core/src/simulate/busybox/table.ts",
    "core/src/simulated.ts",
    "cli/src/commands/simulate.ts",
    "cli/src/commands/simulate/rc.ts",
  ];
  expect(paths.map((path) => isEnforced(mode, path))).toEqual([false, true, false, true]);
  expect(isEnforced("error", "core/src/simulate/rc.ts")).toBe(true);
  expect(isEnforced("report", "cli/src/main.ts")).toBe(false);
});

test("a loop over a text has a step in its head that cannot stand still", () => {
  const files = `
    //- core/src/text/scan.ts
    for (let at = 0; at < text.length; at++) read(at);
    for (let at = 0, next = 0; at < text.length; at = past(at, next)) next = read(at);
    for (let start = 0; start < lines.length; start += 32) read(start);
    while (end < text.length && isBlank(end)) end++;
    while (found.length < wanted.length) found.push(read(0));
    while (low < high) low = middle(low);
    for (let at = 0; at < text.length; ) at = read(at);
    for (let at = 0; at < text.length; at = read(at)) print(at);
    while (at < text.length && !done(at)) { if (isBlank(at)) at++; else at = wordEnd(at); }
    while (start < lineEnd) start += size;
    do at = read(at); while (at < end);
    do at = past(at, read(at)); while (at < end);
  `;
  const told = check("advance", files).split("\n");
  expect(told.map((line) => line.replace(/ might.*/, ""))).toEqual([
    "core/src/text/scan.ts:7: the loop `at < text.length`",
    "core/src/text/scan.ts:8: the loop `at < text.length`",
    "core/src/text/scan.ts:9: the loop `at < text.length && !done(at)`",
    "core/src/text/scan.ts:10: the loop `start < lineEnd`",
    "core/src/text/scan.ts:11: the loop `at < end`",
  ]);
});

test("any text is checked without an exception", () => {
  const text = fc.oneof(
    anyText(60),
    fc.string({
      unit: pieceOf(..."ab.\"'`{}()=;: \n\t\0\u001b", "import ", "export ", " as ", " from "),
      maxLength: 60,
    }),
  );
  fc.assert(
    fc.property(text, (each) => {
      for (const { line, path } of checkHouse(new Map([["core/src/lint/any.ts", each]]), house))
        if (path === "core/src/lint/any.ts") expect(line).toBeLessThanOrEqual(each.split("\n").length);
    }),
  );
});
