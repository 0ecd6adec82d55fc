// Our interpreter beside the real shells. SHELL_RUNS asks for another number of random scripts than the usual one.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dashBehaviour, type ShellBehaviour } from "../../shell/interpreter/behaviour.ts";
import { randomScripts, scriptArguments, scriptFiles } from "../../testing/random-scripts.ts";
import { createSystem } from "./system.ts";

const runs = Number(process.env["SHELL_RUNS"] ?? 2000);
const seed = Number(process.env["SHELL_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const batch = 250;

/** What a script prints, and how it ends. */
interface Outcome {
  readonly stdout: string;
  readonly status: number;
}

/** Runs scripts in a real shell, each in a fresh folder. */
function outcomes(shell: string, folder: string, texts: readonly string[]): readonly Outcome[] {
  const found: Outcome[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    const setUp = `rm -rf work; mkdir -p work/sub; for file in files/* files/.h*; do [ -d "$file" ] || cp "$file" work; done; cp files/sub/* work/sub`;
    const script = `for text; do ${setUp}; (cd work; PATH=/nonexistent exec ${shell} -c "$text" sh ${scriptArguments.map((text) => `'${text}'`).join(" ")}) </dev/null 2>/dev/null; printf '\\001%s\\002' $?; done`;
    const run = spawnSync("/bin/dash", ["-c", script, "sh", ...texts.slice(from, from + batch)], {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
      encoding: "latin1",
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const part of run.stdout.split("\x02").slice(0, -1)) {
      const at = part.lastIndexOf("\x01");
      found.push({ stdout: part.slice(0, at), status: Number(part.slice(at + 1)) });
    }
  }
  expect(found).toHaveLength(texts.length);
  return found;
}

function ours(behaviour: ShellBehaviour, folder: string, text: string): Outcome | string {
  const system = createSystem({ shell: behaviour, steps: 200_000 });
  for (const [path, content] of Object.entries(scriptFiles))
    system.files.write(`${folder}/work/${path}`, content);
  const { stdout, status, end, problems } = system.run({
    argv: ["/bin/sh", "-c", text, "sh", ...scriptArguments],
    environment: { PATH: "/nonexistent", LC_ALL: "C" },
    folder: `${folder}/work`,
  });
  const [problem] = problems;
  if (problem !== undefined) return `${problem.kind} ${problem.what}`;
  return end?.kind === "exit" || end?.kind === "killed" ? { stdout, status } : (end?.kind ?? "goes on");
}

function differences(shell: string, behaviour: ShellBehaviour, count: number) {
  const folder = mkdtempSync(join(tmpdir(), "inittab-shell-"));
  try {
    for (const [path, content] of Object.entries(scriptFiles)) {
      mkdirSync(dirname(join(folder, "files", path)), { recursive: true });
      writeFileSync(join(folder, "files", path), content);
    }
    const texts = fc.sample(randomScripts, { numRuns: count, seed });
    const theirs = outcomes(shell, folder, texts);
    return texts.flatMap((text, index) => {
      const own = ours(behaviour, folder, text);
      const real = theirs[index];
      return JSON.stringify(own) === JSON.stringify(real) ? [] : [{ text, own, real }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function missing(shell: string): string | undefined {
  const [program = "", ...args] = shell.split(" ");
  return spawnSync(program, [...args, "-c", ":"]).status === 0 ? undefined : `${program} is missing`;
}

describeIfPresent("scripts beside dash", missing("/bin/dash"), () => {
  test(
    "they print the same and end alike",
    () => {
      const different = differences("/bin/dash", dashBehaviour, runs);
      if (different.length > 0) console.log(`seed ${seed}, ${different.length} of ${runs} differ`);
      expect(different.slice(0, 5)).toEqual([]);
    },
    60_000 + runs * 50,
  );
});
