// Runs the tests of a plan: vitest loads this in the process of the tests, in place of its own runner.

import { appendFileSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { SerializedConfig } from "vitest";
import { VitestTestRunner } from "vitest/runners";
import { type Entry, type Plan, planVariable } from "../journal.ts";
import { type Switchboard, switchboard } from "./switchboard.ts";

declare global {
  var mutation__: Switchboard;
}

type Test = Parameters<VitestTestRunner["onAfterTryTask"]>[0];
type Suite = Parameters<VitestTestRunner["onAfterRunSuite"]>[0];
type File = Parameters<VitestTestRunner["onCollectStart"]>[0];

const board = switchboard();
globalThis.mutation__ = board;

/** A busy machine stops everything for a while now and then. */
const leastTime = 3000;
const patience = 10;

/** What it may take to read core and a test. */
const loadingTime = 3000;

// With random examples a mutant would be killed in one run and survive in the next.
fc.configureGlobal({ seed: 1, endOnFailure: true });

export default class MutationRunner extends VitestTestRunner {
  readonly #plan: Plan;
  readonly #killed = new Set<number>();
  #isSpoilt = false;

  constructor(config: SerializedConfig) {
    super(config);
    const plan: Plan = JSON.parse(readFileSync(process.env[planVariable] ?? "", "utf8"));
    this.#plan = plan;
    this.#note({ kind: "process", pid: process.pid });
    if (plan.kind === "whole") board.on = plan.mutant;
  }

  override onCollectStart(file: File): void {
    super.onCollectStart(file);
    board.reached.clear();
    if (this.#plan.kind === "whole") this.#allow(loadingTime + this.#plan.time);
    this.#note({ kind: "file", file: file.filepath });
  }

  override importFile(path: string, source: "collect" | "setup"): unknown {
    return this.#killed.size > 0 && this.#plan.kind === "whole" ? undefined : super.importFile(path, source);
  }

  onCollected(files: readonly File[]): void {
    const plan = this.#plan;
    if (plan.kind !== "whole" || this.#killed.size > 0) return;
    // The mutant keeps a file from being read at all.
    const failed = files.find(({ result }) => result?.state === "fail");
    if (failed !== undefined) this.#kill(plan.mutant, failed.name);
  }

  async runTask(test: Test): Promise<void> {
    const plan = this.#plan;
    if (plan.kind === "whole") {
      if (this.#killed.size > 0 || plan.leftOut.includes(test.id)) return;
      if (await this.#passes(test)) return;
      return this.#kill(plan.mutant, test.fullTestName);
    }
    if (plan.kind === "look") return this.#look(test);
    const { time = 0, mutants = [] } = plan.tests[test.id] ?? {};
    for (const mutant of mutants) if (!this.#isSpoilt) await this.#try(test, mutant, time);
  }

  override async onAfterRunSuite(suite: Suite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (!("filepath" in suite) || typeof suite.filepath !== "string") return;
    const file = suite.filepath;
    if (this.#plan.kind === "look") this.#note({ kind: "around", file, mutants: [...board.reached] });
    if (!this.#isSpoilt) this.#note({ kind: "done", file });
  }

  async #look(test: Test): Promise<void> {
    const around = [...board.reached];
    board.reached.clear();
    const start = performance.now();
    const passed = await this.#passes(test);
    const time = performance.now() - start;
    const mutants = [...board.reached];
    const name = test.fullTestName;
    this.#note({ kind: "test", file: test.file.filepath, test: test.id, name, time, passed, mutants });
    board.reached.clear();
    for (const mutant of around) board.reached.add(mutant);
  }

  async #try(test: Test, mutant: number, time: number): Promise<void> {
    if (this.#killed.has(mutant)) return;
    this.#note({ kind: "try", mutant });
    board.on = mutant;
    board.late = false;
    this.#allow(time);
    // The code may catch what stops it.
    const passed = (await this.#passes(test)) && !board.late;
    board.on = 0;
    board.deadline = Number.POSITIVE_INFINITY;
    if (passed) return;
    if (await this.#passes(test)) this.#kill(mutant, test.fullTestName);
    else {
      this.#isSpoilt = true;
      this.#note({ kind: "spoilt", mutant });
    }
  }

  async #passes(test: Test): Promise<boolean> {
    try {
      this.onBeforeTryTask(test);
      await VitestTestRunner.getTestFn(test)();
      this.onAfterTryTask(test);
      return true;
    } catch {
      return false;
    }
  }

  #allow(time: number): void {
    board.deadline = performance.now() + leastTime + patience * time;
  }

  #kill(mutant: number, test: string): void {
    this.#killed.add(mutant);
    this.#note({ kind: "killed", mutant, test, late: board.late });
  }

  #note(entry: Entry): void {
    appendFileSync(this.#plan.journal, `${JSON.stringify(entry)}\n`);
  }
}
