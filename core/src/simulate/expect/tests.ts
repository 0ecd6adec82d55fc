// Scenarios with expectations: what must be true of a machine at some moments of a run.

import { dialectTitle } from "../../inittab/dialect.ts";
import { offersLogin } from "../../inittab/login.ts";
import type { MachineSpec } from "../../inittab/machine-profile.ts";
import { type ReadOptions, scanInittab } from "../../inittab/scan.ts";
import { describePath } from "../../text/json-path.ts";
import type { Message } from "../../text/message.ts";
import { type SimulatedProgram, simulatedInit } from "../machines.ts";
import type { Moment } from "../run/playback.ts";
import { usualEnd } from "../run/scenario.ts";
import type { SimulatedPlay } from "../run/simulation.ts";
import { message } from "./message.ts";

/** Something that must be true; `at` in seconds since the boot, by default the end of the run. */
export interface Expectation {
  readonly at: number | undefined;
  readonly kind: ExpectationKind;
  readonly wanted: string | boolean;
}

/**
 * `runs` and `stopped`: a process by its id or command; `level`: where init is; `login`: whether anybody can log in;
 * `down`: whether the machine is; `says`: what is said on a terminal or in the log until then.
 */
export type ExpectationKind = "runs" | "stopped" | "level" | "login" | "down" | "says";

/** A scenario without its table, and what is expected of it. */
export interface ScenarioTest {
  readonly name: string;
  readonly scenario: Readonly<Record<string, unknown>>;
  readonly expectations: readonly Expectation[];
}

/** A file of tests. */
export interface ScenarioTests {
  /** The path of the table, from the folder of the file. */
  readonly inittab: string;
  readonly tests: readonly ScenarioTest[];
}

/** Something that keeps a value from being a file of tests. */
export interface TestProblem {
  readonly path: readonly (string | number)[];
  readonly message: Message;
}

/** What every kind of expectation is written with. */
const kinds: Readonly<Record<ExpectationKind, "string" | "boolean">> = {
  runs: "string",
  stopped: "string",
  level: "string",
  login: "boolean",
  down: "boolean",
  says: "string",
};

/** The table where a file names none. */
const usualTable = "inittab";

/** Reads a file of tests from any value. */
export function readScenarioTests(
  value: unknown,
): ScenarioTests | { readonly problems: readonly TestProblem[] } {
  const problems: TestProblem[] = [];
  const fail = (path: TestProblem["path"], what: Message) => problems.push({ path, message: what });
  if (!isRecord(value)) return { problems: [{ path: [], message: message("test.form.object") }] };
  const { inittab = usualTable, tests } = value;
  if (typeof inittab !== "string" || inittab === "") fail(["inittab"], message("test.form.text"));
  if (!Array.isArray(tests) || tests.length === 0) fail(["tests"], message("test.form.list"));
  const list: readonly unknown[] = Array.isArray(tests) ? tests : [];
  const read = list.flatMap((test, index): readonly ScenarioTest[] => {
    if (!isRecord(test)) {
      fail(["tests", index], message("test.form.object"));
      return [];
    }
    const { name, expect, ...scenario } = test;
    if (typeof name !== "string" || name === "") fail(["tests", index, "name"], message("test.form.text"));
    if (!Array.isArray(expect) || expect.length === 0)
      fail(["tests", index, "expect"], message("test.form.list"));
    const wanted: readonly unknown[] = Array.isArray(expect) ? expect : [];
    const expectations = wanted.flatMap((each, at) => {
      const one = readExpectation(each);
      if (one === undefined) fail(["tests", index, "expect", at], message("test.form.expectation"));
      return one ?? [];
    });
    return [{ name: String(name), scenario, expectations }];
  });
  return problems.length > 0 || typeof inittab !== "string" ? { problems } : { inittab, tests: read };
}

/** One kind of thing, and nothing else but the time. */
function readExpectation(value: unknown): Expectation | undefined {
  if (!isRecord(value)) return undefined;
  const { at, ...rest } = value;
  const [[name, wanted] = ["", undefined], ...more] = Object.entries(rest);
  if (more.length > 0 || !(at === undefined || (typeof at === "number" && at >= 0))) return undefined;
  for (const kind of expectationKinds)
    if (kind === name && typeof wanted === kinds[kind])
      return typeof wanted === "string" || typeof wanted === "boolean" ? { at, kind, wanted } : undefined;
  return undefined;
}

const expectationKinds: readonly ExpectationKind[] = ["runs", "stopped", "level", "login", "down", "says"];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is known of a table beside its text. */
export interface TestSurroundings {
  readonly read?: ReadOptions;
  readonly program?: SimulatedProgram;
  /** Which terminals there are, where the test does not say it. */
  readonly machine?: MachineSpec;
}

/** Runs a test with a table: what is not as expected, in its order; nothing, if all is. */
export function runScenarioTest(
  { scenario, expectations }: ScenarioTest,
  table: string,
  { read = {}, program = {}, machine: terminals }: TestSurroundings = {},
): readonly Message[] {
  const { dialect, guess } = scanInittab(table, read);
  const machine = simulatedInit(dialect, program);
  if (machine === undefined)
    return [message("test.no-machine", { dialect: dialectTitle(dialect), because: guess.because })];
  const { until = usualEnd(scenario["events"]) } = scenario;
  const opening = machine.open({
    ...(terminals !== undefined && { machine: terminals }),
    ...scenario,
    until,
    inittab: table,
  });
  if (opening.kind === "wrong")
    return opening.problems
      .filter(({ severity }) => severity === "error")
      .map(({ path, message: problem }) => message("test.wrong", { path: describePath(path), problem }));
  const play = opening.simulation.play();
  return expectations.flatMap((expectation) => failureOf(play, expectation) ?? []);
}

function failureOf(play: SimulatedPlay, { at, kind, wanted }: Expectation): Message | undefined {
  const moment = play.momentAt(at ?? play.timeline.until);
  const time = moment.at;
  const what = String(wanted);
  switch (kind) {
    case "runs":
      return findProcess(moment, what)
        ? undefined
        : message("test.runs", { what, time, why: whyNot(moment, what) });
    case "stopped":
      return findProcess(moment, what) ? message("test.stopped", { what, time }) : undefined;
    case "level":
      return moment.level === what ? undefined : message("test.level", { level: moment.level, what, time });
    case "login":
      return loginFailure(moment, wanted === true);
    case "down":
      return moment.isDown === wanted ? undefined : message("test.down", { wanted: wanted === true, time });
    case "says":
      return play.said.some(({ at: said, shown }) => said <= time && shown.includes(what))
        ? undefined
        : message("test.says", { what, time });
  }
}

function loginFailure({ processes, at: time }: Moment, wanted: boolean): Message | undefined {
  const logins = processes.filter(({ command }) => offersLogin(command.join(" ")));
  const [first] = logins;
  if (wanted) return first === undefined ? message("test.login", { time }) : undefined;
  return first === undefined ? undefined : message("test.no-login", { what: first.command.join(" "), time });
}

function findProcess({ processes }: Moment, what: string): boolean {
  return processes.some(({ record, command }) => record.id === what || command.join(" ") === what);
}

/** The simulation's own reason, where a record has this id. */
function whyNot({ reasons }: Moment, what: string): Message {
  return reasons.find(({ record }) => record.id === what)?.message ?? message("test.unknown");
}
