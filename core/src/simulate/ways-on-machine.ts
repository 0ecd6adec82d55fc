// The ways of a machine of which it is known what terminals it has: a login on one that it does not have lets nobody in.

import { hasTerminal, type MachineSpec, machineOf } from "../inittab/machine-profile.ts";
import type { Move, WayRecord, Ways } from "./run/ways.ts";

/** The same ways with what the terminals of the machine make of its records. */
export function waysOn<State, Way extends Move>(
  ways: Ways<State, Way>,
  spec: MachineSpec | undefined,
): Ways<State, Way> {
  if (spec === undefined) return ways;
  const machine = machineOf(spec);
  const onMachine = (record: WayRecord): WayRecord => {
    const { terminal, login } = record;
    return !login || terminal === undefined || hasTerminal(machine, terminal)
      ? record
      : { ...record, login: false, absent: true };
  };
  return { ...ways, records: ways.records.map(onMachine) };
}
