// Whether a value is a scenario of procd: its form by the schema, its sense by hand.

import { procdEntries } from "../../inittab/procd-entries.ts";
import { readInittab } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import {
  readForm,
  type ScenarioForm,
  type ScenarioProblem,
  type ScenarioReading,
} from "../run/scenario-form.ts";
import { commandOf } from "./keys.ts";
import { askingOf, loggedSignal } from "./machine/signals.ts";
import { countsOnce } from "./machine/states.ts";
import { message } from "./message.ts";
import type { ProcdScenario } from "./scenario.ts";
import { procdScenarioSchema } from "./scenario-schema.ts";

/** What scenarios of procd look like. */
const procdForm: ScenarioForm<ProcdScenario> = { schema: procdScenarioSchema, doubtsOf: doubts };

/** A value as a scenario of procd, or what is wrong with it. Never throws. */
export function readProcdScenario(value: unknown): ScenarioReading<ProcdScenario> {
  return readForm(value, procdForm);
}

/** What can be simulated, but is probably a mistake. */
function doubts({ inittab, events = [], processes = {}, until }: ProcdScenario): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const warn = (path: ScenarioProblem["path"], what: Message) =>
    problems.push({ path, message: what, severity: "warning" });
  const { records } = readInittab(inittab ?? "", { dialect: "procd" });
  const known = new Set(records.map(({ process }) => commandOf(process)));
  const runs = procdEntries(records).flatMap(({ action }) => (countsOnce(action) ? [action] : []));
  const unknown = (key: string) => message("procd.unknown-key", { key: JSON.stringify(key) });
  for (const key of Object.keys(processes))
    if (!known.has(key) && !runs.some((action) => action === key)) warn(["processes", key], unknown(key));
  for (const [index, each] of events.entries()) {
    const path = ["events", index];
    if (each.at > until) warn([...path, "at"], message("form.after-end", { end: until }));
    if ("signal" in each && each.signal.startsWith("SIG"))
      warn([...path, "signal"], message("form.without-sig", { name: JSON.stringify(each.signal.slice(3)) }));
    else if ("signal" in each && askingOf(each.signal) === undefined && each.signal !== loggedSignal)
      warn([...path, "signal"], message("procd.no-meaning", { signal: JSON.stringify(each.signal) }));
    if ("kill" in each && !known.has(each.kill)) warn([...path, "kill"], unknown(each.kill));
  }
  return problems;
}
