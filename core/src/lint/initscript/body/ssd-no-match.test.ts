import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, script, ssd, told } from "../../../testing/body-check.ts";

check("ssd-no-match", {
  nothing: [ssd("--start --startas /usr/sbin/svcd"), [4]],
  "only a group": [ssd("--stop --group daemon"), [4]],
  status: [ssd("--status"), [4]],
  exec: [ssd("--start --exec /usr/sbin/svcd"), []],
  "exec with =": [ssd("--start --exec=/usr/sbin/svcd"), []],
  "exec of a variable with =": [ssd('--start --exec="$DAEMON"'), []],
  "cut short": [ssd("--stop --pidf /run/svcd.pid"), []],
  short: [ssd("-Kqp /run/svcd.pid"), []],
  "short with its value": [ssd("-K -p/run/svcd.pid"), []],
  "one of the program's": [ssd("--start --startas /usr/sbin/svcd -- --name svc"), [4]],
  "in a variable": [ssd("--stop $OPTIONS"), []],
  "in a variable that is known": [
    script({ start: "start-stop-daemon --start $OPTS" }, 'OPTS="--quiet --exec /usr/sbin/svcd"'),
    [],
  ],
  "options that are not known": [ssd("--start --frobnicate"), []],
  "a message about it": [script({ start: 'echo "start-stop-daemon --start"' }), []],
});

const program = ["/sbin/start-stop-daemon", "/usr/sbin/start-stop-daemon"].find(existsSync);

describe("the real start-stop-daemon", () => {
  const reason = program === undefined ? ", skipped: because start-stop-daemon is not there" : "";
  if (program === undefined && process.env["CI"] === "true")
    throw new Error("start-stop-daemon is not there");
  const value = fc.constantFrom("/nonexistent", "1", "root");
  const flag = fc.constantFrom(
    "-q",
    "--quiet",
    "--oknodo",
    "-o",
    "-b",
    "--backg",
    "-bm",
    "-C",
    "--remove-pidfile",
  );
  const withValue = fc
    .tuple(
      fc.constantFrom(
        ...["-p", "--pidfile", "--pidf", "-x", "--exec", "-n", "--name", "-u", "--user", "--pid", "--ppid"],
        ...[
          "-g",
          "--group",
          "-s",
          "--signal",
          "-R",
          "--retry",
          "-a",
          "--startas",
          "-c",
          "--chuid",
          "-d",
          "-k",
        ],
        ...["-N", "--umask", "-O", "--output", "-qp", "-bx", "-qa"],
      ),
      value,
      fc.constantFrom("apart", "joined"),
    )
    .map(([option, text, form]) =>
      form === "apart"
        ? [option, text]
        : [option.startsWith("--") ? `${option}=${text}` : `${option}${text}`],
    );
  const words = fc.array(
    fc.oneof(
      flag.map((each) => [each]),
      withValue,
      fc.constant(["word"]),
    ),
    { maxLength: 4 },
  );
  const behind = fc.option(
    words.map((each) => ["--", ...each.flat()]),
    { nil: [] },
  );
  const command = fc.constantFrom("--start", "--stop", "--status", "-S", "-K", "-T");

  // With --test it touches nothing.
  test.skipIf(program === undefined)(`is not told which processes are meant, or is${reason}`, () => {
    fc.assert(
      fc.property(command, words, behind, (what, options, rest) => {
        const list = [what, "--test", ...options.flat(), ...rest];
        const { stderr } = spawnSync(program ?? "", list, { encoding: "utf8" });
        const needs = stderr.includes("need at least one of");
        // What it rejects for another reason says nothing about this one.
        fc.pre(needs || !stderr.includes("--help"));
        const silent = told(ssd(list.join(" ")), "ssd-no-match").length === 0;
        expect(silent, `${list.join(" ")}\n${stderr}`).toBe(!needs);
      }),
      { numRuns: 150 },
    );
  });
});
