// Watches over a child: one that makes no progress is ended, and whatever its input was is the failure.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./area.ts";
import type { Task } from "./child.ts";

/** No input may take longer, in milliseconds, even on a busy machine. */
const usualPatience = 30_000;

/** What is not told of a child's last words, in characters. */
const mostTold = 4000;

/** Runs a task in a process of its own; one that is silent for longer than `patience` milliseconds is ended. */
export async function watch(
  program: string,
  task: Omit<Task, "progress" | "result">,
  patience = usualPatience,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "inittab-fuzz-"));
  const files = { progress: join(folder, "progress"), result: join(folder, "result") };
  const order: Task = { ...task, ...files };
  try {
    const child = spawn(
      process.execPath,
      ["--max-old-space-size=1024", program, "--task", JSON.stringify(order)],
      { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TMPDIR: folder } },
    );
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece: string) => {
        said = (said + piece).slice(-mostTold);
      });
    let isStuck = false;
    const began = Date.now();
    const timer = setInterval(
      () => {
        const last = existsSync(files.progress) ? statSync(files.progress).mtimeMs : began;
        if (Date.now() - last <= patience) return;
        isStuck = true;
        child.kill("SIGKILL");
      },
      Math.min(1000, patience),
    );
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    clearInterval(timer);
    if (existsSync(files.result)) return JSON.parse(readFileSync(files.result, "utf8"));
    const index = existsSync(files.progress) ? readFileSync(files.progress, "utf8").trim() : "";
    const runs = index === "" ? 0 : Number(index) + 1;
    const error = isStuck ? `it takes longer than ${patience / 1000} s` : `the process ends with ${code}`;
    // The number of a run is the way to its input only until a failure is made smaller.
    const path = task.path ?? (index || "0");
    return { runs, failure: { path, input: "", error: `${error}\n${said}` } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
