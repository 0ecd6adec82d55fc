// Whether a value is a scenario of BusyBox: its form by the schema, its sense by hand.

import { readInittab } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { leftNames } from "../run/scenario.ts";
import {
  readForm,
  type ScenarioForm,
  type ScenarioProblem,
  type ScenarioReading,
} from "../run/scenario-form.ts";
import { signalNumbers } from "./machine/state.ts";
import { message } from "./message.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { busyboxScenarioSchema } from "./scenario-schema.ts";
import { isRecordedBusyboxScenario } from "./world/model.ts";

/** What scenarios of BusyBox look like. */
const busyboxForm: ScenarioForm<BusyboxScenario> = { schema: busyboxScenarioSchema, doubtsOf: doubts };

/** A value as a scenario of BusyBox, or what is wrong with it. Never throws. */
export function readBusyboxScenario(value: unknown): ScenarioReading<BusyboxScenario> {
  return readForm(value, busyboxForm);
}

/** Everything that is wrong with a value that should be a BusyBox scenario. Never throws. */
export function validateBusyboxScenario(value: unknown): readonly ScenarioProblem[] {
  return readBusyboxScenario(value).problems;
}

/** What can be simulated, but is probably a mistake. */
function doubts(scenario: BusyboxScenario): readonly ScenarioProblem[] {
  const { events: happenings = [], processes = {}, until } = scenario;
  const problems: ScenarioProblem[] = [];
  const warn = (path: ScenarioProblem["path"], what: Message) =>
    problems.push({ path, message: what, severity: "warning" });
  const unknown = (key: string) => message("busybox.unknown-key", { key: JSON.stringify(key) });
  const tables = [scenario.inittab, ...happenings.map((each) => ("write" in each ? each.write : null))];
  const commands = tables.flatMap((table) =>
    table === null ? [] : readInittab(table, { dialect: "busybox" }).records.map(({ process }) => process),
  );
  const isRecorded = isRecordedBusyboxScenario(scenario);
  const left = leftNames(processes);
  const knownTo = (key: string) =>
    left.has(key) ||
    commands.some(
      (command) => command === key || (isRecorded && command.split(/[\s;&|()<>"']+/).includes(key)),
    ) ||
    (scenario.stubs ?? []).some((path) => path.endsWith(`/${key}`));
  for (const key of Object.keys(processes)) if (!knownTo(key)) warn(["processes", key], unknown(key));
  for (const [index, each] of happenings.entries()) {
    const path = ["events", index];
    if (each.at > until) warn([...path, "at"], message("form.after-end", { end: until }));
    if ("signal" in each && each.signal.startsWith("SIG"))
      warn([...path, "signal"], message("form.without-sig", { name: JSON.stringify(each.signal.slice(3)) }));
    else if ("signal" in each && !actedUpon.has(each.signal))
      warn([...path, "signal"], message("busybox.no-meaning", { signal: JSON.stringify(each.signal) }));
    if ("kill" in each && !knownTo(each.kill)) warn([...path, "kill"], unknown(each.kill));
  }
  return problems;
}

const actedUpon: ReadonlySet<string> = new Set([...Object.keys(signalNumbers), "TSTP", "CONT"]);
