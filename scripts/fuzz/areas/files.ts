// Files with any bytes, through every command of the command line.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markdownFaults, svgFaults, unsafeCharacters } from "@inittab/host/testing/hostile";
import fc from "fast-check";
import { runProgram } from "../../../cli/src/program.ts";
import { type RunResult, runCaptured } from "../../../cli/src/testing/process.ts";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { fileBytes, inittabText } from "./texts.ts";

/** A call of the program about three files. */
interface Call {
  readonly one: Uint8Array;
  readonly other: Uint8Array;
  readonly script: Uint8Array;
  readonly scenario: string;
  readonly words: string;
  /** Which of the calls. */
  readonly way: number;
}

/** Something that is nearly a scenario. */
const scenario: fc.Arbitrary<string> = fc.oneof(
  fc
    .record(
      {
        inittab: fc.oneof(inittabText, fc.jsonValue()),
        until: fc.oneof(fc.double(), fc.nat(1000), fc.jsonValue()),
        bootArgs: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        events: fc.array(
          fc.oneof(
            fc.record({ at: fc.nat(100), telinit: fc.constantFrom("3", "q", "U", "x") }),
            fc.record({ at: fc.nat(100), signal: fc.constantFrom("INT", "HUP", "USR1", "PWR") }),
            fc.record({ at: fc.double(), kill: fc.string() }),
            fc.record({ at: fc.nat(9), write: fc.oneof(inittabText, fc.constant(null)) }),
            fc.jsonValue(),
          ),
          { maxLength: 5 },
        ),
        processes: fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 3 }),
        $schema: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string({ maxLength: 60 }),
  fc
    .tuple(fc.constantFrom("[", '{"a":', '{"events":['), fc.nat(400))
    .map(([open, count]) => open.repeat(count)),
);

type Arguments = (call: Call) => readonly string[];

/** Each command in each of its formats; the files are `inittab`, `other.inittab`, `etc/init.d/x` and `s.json`. */
const ways: readonly Arguments[] = [
  ...["text", "json", "sarif", "github"].flatMap((format): readonly Arguments[] => [
    () => ["check", "--format", format, "inittab", "other.inittab"],
    () => ["check", "--format", format, "etc/init.d/x"],
    () => ["check", "--format", format, "-"],
    () => ["check", "--format", format, "."],
  ]),
  ...["sysvinit", "busybox", "procd", "toybox", "aix", "system-v", "unknown"].map(
    (dialect): Arguments =>
      () => ["check", "--dialect", dialect, "inittab"],
  ),
  ...["text", "json"].flatMap((format): readonly Arguments[] => [
    () => ["read", "--format", format, "inittab"],
    () => ["read", "--format", format, "--dialect", "busybox", "-"],
    () => ["read", "--format", format, "--init", "2.88", "--dialect", "sysvinit", "inittab"],
    () => ["verify", "--format", format, "--max-states", "300", "inittab"],
    () => ["verify", "--format", format, "--max-states", "300", "--dialect", "sysvinit", "-"],
    () => ["rc", "--format", format, "--flavor", "el6", "--to", "3", "--to", "6", "."],
    () => ["simulate", "--format", format, "--dialect", "sysvinit", "--diff", "inittab", "other.inittab"],
    () => ["simulate", "--format", format, "--dialect", "sysvinit", "--rc", ".", "inittab"],
  ]),
  ...["text", "json", "svg", "md"].flatMap((format): readonly Arguments[] => [
    () => ["simulate", "--format", format, "--dialect", "sysvinit", "inittab"],
    () => ["simulate", "--format", format, "--dialect", "busybox", "inittab"],
    () => ["simulate", "--format", format, "--scenario", "s.json"],
    () => ["simulate", "--format", format, "--scenario", "-", "inittab"],
  ]),
  ...["text", "json", "dot"].flatMap((format): readonly Arguments[] => [
    () => ["order", "--format", format, "etc/init.d"],
    () => ["order", "--format", format, "--tool", "chkconfig", "."],
  ]),
  ({ words }) => ["explain", words],
  ({ words }) => ["explain", "--format", "md", "--", words],
  ({ words }) => ["simulate", "--at", words, "inittab"],
  ({ words }) => ["simulate", "--dialect", "sysvinit", "--run", words, "--boot", words, "inittab"],
  ({ words }) => words.split(/\s+/),
];

const call: fc.Arbitrary<Call> = fc.record({
  one: fileBytes,
  other: fileBytes,
  script: fileBytes,
  scenario,
  words: fc.oneof(inittabText, fc.string({ maxLength: 40 }), fc.constantFrom("10 telinit 3", "5 enter tty2")),
  way: fc.nat(ways.length - 1),
});

export const files: Area = {
  name: "files",
  about: "files with any bytes through every command",
  weight: 5,
  missing: () => undefined,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), "files-"));
    mkdirSync(join(folder, "etc/init.d"), { recursive: true });
    mkdirSync(join(folder, "etc/rc3.d"));
    process.chdir(folder);
    return trialOf(call, complaintsAbout, async () => {
      process.chdir("/");
      rmSync(folder, { recursive: true });
    });
  },
};

async function complaintsAbout(value: Call): Promise<readonly string[]> {
  const args = ways[value.way]?.(value) ?? [];
  // A command that waits for a client, or looks at the whole machine, is not for here.
  if (args.some((word) => word === "lsp" || word.startsWith("/"))) return [];
  writeFileSync("inittab", value.one);
  writeFileSync("other.inittab", value.other);
  writeFileSync("etc/init.d/x", value.script, { mode: 0o755 });
  writeFileSync("etc/rc3.d/S20x", value.script, { mode: 0o755 });
  writeFileSync("s.json", value.scenario);
  const stdin = args.includes("--scenario") ? Buffer.from(value.scenario) : Buffer.from(value.one);
  const result = await runCaptured((streams) =>
    runProgram(args, { ...streams, stdin: once(stdin), locale: undefined }),
  );
  return complaintsOf(args, result).map((complaint) => `${JSON.stringify(args)}: ${complaint}`);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function complaintsOf(args: readonly string[], { exitCode, stdout, stderr }: RunResult): readonly string[] {
  const format = args.includes("--format") ? args[args.indexOf("--format") + 1] : "text";
  const complaints: string[] = [];
  if (exitCode !== 0 && exitCode !== 1 && exitCode !== 2) complaints.push(`exit code ${exitCode}`);
  if (/internal error/.test(stderr)) complaints.push(stderr);
  if (exitCode === 2 && stderr === "") complaints.push("exit code 2 without a word");
  if (/\[object \w+\]/.test(stdout + stderr)) complaints.push(`an object for a text: ${stdout}`);
  const smuggled =
    format === "md"
      ? markdownFaults(stdout)
      : format === "svg"
        ? svgFaults(stdout)
        : unsafeCharacters(stdout);
  if (smuggled.length > 0) complaints.push(`${smuggled.join(" ")} in ${JSON.stringify(stdout)}`);
  const said = unsafeCharacters(stderr);
  if (said.length > 0) complaints.push(`${said.join(" ")} on standard error: ${JSON.stringify(stderr)}`);
  if ((format === "json" || format === "sarif") && stdout !== "" && !isJson(stdout))
    complaints.push(`no JSON: ${stdout.slice(0, 200)}`);
  return complaints;
}

/** `order` writes a line for each folder, the others one document. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
