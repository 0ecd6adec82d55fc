// Whether a value is a scenario: its form by the schema, its sense by hand.

import { readInittab } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { leftNames } from "../run/scenario.ts";
import {
  readForm,
  type ScenarioForm,
  type ScenarioProblem,
  type ScenarioReading,
} from "../run/scenario-form.ts";
import { toTicks } from "../run/ticks.ts";
import { message } from "./message.ts";
import type { Scenario, ScenarioEvent } from "./scenario.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** What scenarios of sysvinit look like. */
const sysvinitForm: ScenarioForm<Scenario> = { schema: scenarioSchema, doubtsOf: checkSense };

/** A value as a scenario of sysvinit, or what is wrong with it. Never throws. */
export function readScenario(value: unknown): ScenarioReading<Scenario> {
  return readForm(value, sysvinitForm);
}

/** Everything that is wrong with a value that should be a scenario. Never throws. */
export function validateScenario(value: unknown): readonly ScenarioProblem[] {
  return readScenario(value).problems;
}

/** Whether a value can be simulated. */
export function isScenario(value: unknown): value is Scenario {
  return readScenario(value).kind === "scenario";
}

function checkSense(scenario: Scenario): readonly ScenarioProblem[] {
  const { processes = {}, events = [] } = scenario;
  const known = new Set([...knownIds(scenario), ...leftNames(processes)]);
  const problems: ScenarioProblem[] = [];
  const warn = (path: ScenarioProblem["path"], what: Message) =>
    problems.push({ path, message: what, severity: "warning" });
  const unknown = (id: string) => message("sysvinit.unknown-id", { id: JSON.stringify(id) });
  const reexecutions = new Set(events.filter(isReexecution).map(({ at }) => toTicks(at)));
  for (const id of Object.keys(processes)) if (!known.has(id)) warn(["processes", id], unknown(id));
  for (const [index, event] of events.entries()) {
    const path = ["events", index];
    if (event.at > scenario.until) warn([...path, "at"], message("form.after-end", { end: scenario.until }));
    if ("kill" in event && !known.has(event.kill) && !Object.hasOwn(processes, event.kill))
      warn([...path, "kill"], unknown(event.kill));
    if ("signal" in event && !isSignal(event.signal))
      warn([...path, "signal"], message("sysvinit.no-signal", { signal: JSON.stringify(event.signal) }));
    else if ("signal" in event && event.signal.startsWith("SIG"))
      warn([...path, "signal"], message("form.without-sig", { name: JSON.stringify(event.signal.slice(3)) }));
    // Observed: several calls of telinit arrive in any order, and what is in the pipe behind u is lost.
    if ("telinit" in event && !isReexecution(event) && reexecutions.has(toTicks(event.at)))
      warn([...path, "telinit"], message("sysvinit.race-with-reexec"));
    if ("console" in event && scenario.tty !== true)
      warn([...path, "console"], message("sysvinit.no-terminal"));
  }
  return problems;
}

/** The signals of Linux by name: signal(7). */
const signalNames: ReadonlySet<string> = new Set(
  "HUP INT QUIT ILL TRAP ABRT IOT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO POLL PWR SYS UNUSED EMT LOST INFO".split(
    " ",
  ),
);

function isSignal(name: string): boolean {
  return signalNames.has(name.replace(/^SIG/, "")) || /^(?:SIG)?RTM(?:IN|AX)(?:[+-]\d+)?$/.test(name);
}

function isReexecution(event: ScenarioEvent): boolean {
  return "telinit" in event && [event.telinit].flat().some((word) => /^u$/i.test(word));
}

/** The ids of all records, and every word that a command could be known by. */
function knownIds(scenario: Scenario): ReadonlySet<string> {
  const texts = [
    scenario.inittab ?? "",
    ...Object.values(scenario.files ?? {}),
    ...(scenario.events ?? []).flatMap((event) =>
      "write" in event ? [event.write] : "writeFile" in event ? [event.writeFile.text] : [],
    ),
  ];
  const ids = new Set(["sulogin", "shutdown", "agetty", "~~"]);
  for (const text of texts) {
    for (const record of readInittab(text, { dialect: "sysvinit" }).records) ids.add(record.id);
    for (const match of text.matchAll(/\bp[ \t]+([^\s;&|]+)/g)) ids.add(match[1] ?? "");
  }
  return ids;
}
