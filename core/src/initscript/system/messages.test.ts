// What our shells say when something goes wrong, beside what the real ones have said, and say here where they are installed.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { describe, expect, test } from "vitest";
import { ashBehaviour, dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem } from "./system.ts";

/**
 * A script, and what dash 0.5.12 and BusyBox 1.35.0 ash as /bin/sh have written to standard error. The script is `./s`, and
 * beside it there are an empty folder `dir` and an empty file `file`.
 */
type Recorded = readonly [script: string, dash: string, ash: string];

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../test-fixtures/shell-messages.json"), "utf8"),
);

const shells = [
  {
    name: "dash 0.5.12",
    command: ["dash"],
    behaviour: dashBehaviour,
    column: 1,
    // It does not tell its release itself.
    shows: { program: ["dpkg-query", "-W", "dash"], release: /\t0\.5\.12/ },
  },
  {
    name: "BusyBox 1.35.0 ash",
    command: ["busybox", "ash"],
    behaviour: ashBehaviour,
    column: 2,
    shows: { program: ["busybox"], release: /^BusyBox v1\.35\.0/ },
  },
] as const;

describe.each(shells)("what $name says", ({ behaviour, column }) => {
  test.each(recorded)("%j", (script, ...said) => {
    const { files, run } = createSystem({ shell: behaviour });
    files.write("/w/s", script);
    files.write("/w/file", "");
    files.folder("/w/dir");
    const environment = { PATH: "/bin:/usr/bin" };
    const { stderr } = run({ argv: ["/bin/sh", "./s"], environment, folder: "/w" });
    expect(stderr).toBe(said[column - 1]);
  });
});

for (const { name, command, column, shows } of shells) {
  const [program = "", ...options] = command;
  const [asked = "", ...args] = shows.program;
  // What a shell says differs from one release to the next.
  const shown = spawnSync(asked, args, { encoding: "utf8" }).stdout ?? "";
  const missing = shows.release.test(shown) ? undefined : `${name} is missing`;
  describeIfPresent(`the recorded messages of ${name}`, missing, () => {
    test("are said by the real one", () => {
      const folder = mkdtempSync(join(tmpdir(), "inittab-messages-"));
      try {
        mkdirSync(join(folder, "dir"));
        writeFileSync(join(folder, "file"), "");
        const said = recorded.map(([script]) => {
          writeFileSync(join(folder, "s"), script);
          const { stderr } = spawnSync(program, [...options, "./s"], {
            cwd: folder,
            env: { PATH: "/bin:/usr/bin" },
            encoding: "utf8",
            input: "",
            timeout: 10_000,
          });
          // Some messages begin with what the shell was called by; the script is always the same.
          return [script, stderr.replaceAll(/^(?:ash|dash): /gm, "sh: ")];
        });
        expect(said).toEqual(recorded.map((row) => [row[0], row[column]]));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }, 120_000);
  });
}
