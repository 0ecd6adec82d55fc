// The interpreter beside the real shells. SHELL_RUNS asks for another number of random scripts than the usual one, SHELL_SEED
// for other scripts: in a few of many thousand the order of messages of two processes is luck, so the usual ones are fixed.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ashBehaviour,
  bashBehaviour,
  dashBehaviour,
  type ShellBehaviour,
} from "../../shell/interpreter/behaviour.ts";
import { randomScripts, scriptArguments, scriptFiles } from "../../testing/random-scripts.ts";
import { createSystem } from "./system.ts";

const runs = Number(process.env["SHELL_RUNS"] ?? 2000);
const seed = Number(process.env["SHELL_SEED"] ?? 1);
const environment = { PATH: "/nonexistent", HOME: "/home/user", LC_ALL: "C" };
/** As many scripts as fit into the arguments of one program. */
const batch = 250;

/** What a script prints, and how it ends. */
interface Outcome {
  readonly stdout: string;
  readonly status: number;
}

/** What our interpreter makes of it, or why it says nothing. */
type Ours = Outcome | { readonly silent: string };

/** A script that is not followed as a real shell does. */
interface Difference {
  readonly text: string;
  readonly own: Ours;
  readonly real: Outcome;
}

/** Marks of the statuses between the outputs; no script prints them. */
const [before, after] = ["@@<", ">@@"];

/** Makes a folder with the files that the scripts know. */
function makeFolder(folder: string): void {
  for (const [path, content] of Object.entries(scriptFiles)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * Runs scripts in a real shell, each in a fresh folder that is called by its number. They know no program; how long they
 * take and how much they write is bounded, as some have no end.
 */
function outcomes(shell: string, folder: string, texts: readonly string[]): readonly Outcome[] {
  const found: Outcome[] = [];
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const words = scriptArguments.map((text) => `'${text}'`);
  const run = `(ulimit -t 1; ulimit -f 200; cd $number; ${variables.join(" ")} exec ${shell} -c "$text" sh ${words.join(" ")})`;
  const next = `printf '${before}%s${after}' $?; number=$((number + 1))`;
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    for (const index of some.keys()) makeFolder(join(folder, `${from + index}`));
    const script = `number=${from}; for text; do ${run} </dev/null 2>/dev/null; ${next}; done`;
    const { stdout } = spawnSync("/bin/sh", ["-c", script, "sh", ...some], {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin" },
      encoding: "latin1",
      timeout: 300_000,
      maxBuffer: 256 * 1024 * 1024,
    });
    for (const part of stdout.split(after).slice(0, -1)) {
      const at = part.lastIndexOf(before);
      found.push({ stdout: part.slice(0, at), status: Number(part.slice(at + before.length)) });
    }
  }
  expect(found).toHaveLength(texts.length);
  return found;
}

function ours(behaviour: ShellBehaviour, folder: string, text: string): Ours {
  const system = createSystem({ shell: behaviour, steps: 200_000 });
  for (const [path, content] of Object.entries(scriptFiles)) system.files.write(`${folder}/${path}`, content);
  const argv = ["/bin/sh", "-c", text, "sh", ...scriptArguments];
  const { stdout, status, end, problems } = system.run({ argv, environment, folder });
  const [problem] = problems;
  if (problem !== undefined) return { silent: problem.what };
  return end?.kind === "gave-up" ? { silent: "gave up" } : { stdout, status };
}

/** Messages stand in standard output too where a script sends them there; in their words the shells are free. */
function withoutMessages(text: string): string {
  return text.replace(/(?:ba|da|a)?sh: [^\n]*/g, "sh: …");
}

/** A shell that was stopped since it had no end. */
const stopped: readonly number[] = [128 + 9, 128 + 24, 128 + 25];

function compare(shell: string, behaviour: ShellBehaviour, count: number) {
  const folder = mkdtempSync(join(tmpdir(), "inittab-shell-"));
  try {
    const texts = fc.sample(randomScripts, { numRuns: count, seed });
    const theirs = outcomes(shell, folder, texts);
    let silent = 0;
    const different = texts.flatMap((text, index): readonly Difference[] => {
      const own = ours(behaviour, join(folder, `${index}`), text);
      const real = theirs[index] ?? { stdout: "", status: -1 };
      if ("silent" in own) {
        silent++;
        return own.silent !== "gave up" || stopped.includes(real.status) ? [] : [{ text, own, real }];
      }
      const equal =
        own.status === real.status && withoutMessages(own.stdout) === withoutMessages(real.stdout);
      return equal || stopped.includes(real.status) ? [] : [{ text, own, real }];
    });
    return { different, silent };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function missing(shell: string): string | undefined {
  const [program = "", ...args] = shell.split(" ");
  return spawnSync(program, [...args, "-c", ":"]).status === 0 ? undefined : `${program} is missing`;
}

/** What may differ, in a hundred scripts, where one sends a stream to another file and the order of two messages counts. */
function expectAlike(shell: string, behaviour: ShellBehaviour, count: number, percent: number): void {
  const { different, silent } = compare(shell, behaviour, count);
  const shown = { seed, different: different.slice(0, 3) };
  expect(different.length <= (count * percent) / 100 ? { seed, different: [] } : shown).toEqual({
    seed,
    different: [],
  });
  // Only scripts without an end are not followed.
  expect(silent).toBeLessThan(Math.max(3, count / 50));
}

describeIfPresent("scripts beside dash", missing("/bin/dash"), () => {
  test(
    "they print the same and end alike",
    () => expectAlike("/bin/dash", dashBehaviour, runs, 0.1),
    120_000 + runs * 100,
  );
});

/** A file, as it is found in PATH. */
function where(program: string): string | undefined {
  const { status, stdout } = spawnSync("/bin/sh", ["-c", `command -v ${program}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

const others = Math.ceil(runs / 4);
const busybox = where("busybox");

describeIfPresent("scripts beside BusyBox", busybox === undefined ? "busybox is missing" : undefined, () => {
  test(
    "they print the same and end alike",
    () => expectAlike(`${busybox} ash`, ashBehaviour, others, 1),
    120_000 + others * 100,
  );
});

describeIfPresent("scripts beside bash", missing("/bin/bash"), () => {
  test(
    "they print the same and end alike, but for what bash says of errors in expressions",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "inittab-bash-"));
      try {
        symlinkSync("/bin/bash", join(folder, "sh"));
        expectAlike(join(folder, "sh"), bashBehaviour, others, 4);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000 + others * 100,
  );
});
