// A recorded case of procd's inittab: what procd reads from it, and what it does in its states.

import {
  enterProcdState,
  type ProcdState,
  type ProcdStep,
  type ProcdTerminals,
  procdEntries,
  procdStates,
  readInittab,
  simulatedInit,
} from "@inittab/core";

/** The `case` part of procd-inittab.json. */
export interface ProcdInittabCase {
  /** One character per byte. */
  readonly text: string;
  readonly devices?: readonly string[];
  /** The values of `console=`, separated by blanks. */
  readonly console?: string;
  readonly active?: string;
}

/** What a case has where it names no devices. */
const usualDevices = ["console", "tty1", "ttyS0"];

/** What `valid format` is said of: a sysinit or shutdown entry with too few words. */
const badForm = "valid format is rcS <S|K> <param>";

/** What came of a case. */
interface ProcdReplay {
  readonly entries: readonly object[];
  readonly log: readonly string[];
  readonly states: Readonly<Record<string, readonly object[]>>;
}

/** Reads an inittab and enters all states, one after the other. */
export function replayProcdInittab(recorded: ProcdInittabCase): ProcdReplay {
  const { text, devices = usualDevices, console: consoles = "", active } = recorded;
  const reading = readInittab(text, { dialect: "procd", encoding: "latin-1" });
  const entries = procdEntries(reading.records);
  const terminals: ProcdTerminals = {
    devices: new Set(devices),
    consoles: consoles.split(" ").filter((name) => name !== ""),
    active,
  };
  const entered = procdStates.map((state) => [state, enterProcdState(state, entries, terminals)] as const);
  const log = entered.flatMap(([, steps]) =>
    steps.flatMap(({ kind }) => (kind === "bad-form" ? [badForm] : [])),
  );
  return {
    entries,
    log: [...reading.messages, ...log],
    states: Object.fromEntries(
      entered.map(([state, steps]) => [state, steps.flatMap(recordedStep)]),
    ) satisfies Partial<Record<ProcdState, unknown>>,
  };
}

/**
 * The same by the machine: the scripts of the boot end, a shutdown is asked for, and what is started in each state is
 * compared. A state that the machine cannot reach is entered all the same in the recorded cases: what it would do there
 * is that of the pure functions.
 */
export function simulateProcdCase(recorded: ProcdInittabCase): unknown {
  const { text, devices = usualDevices, console: consoles = "", active } = recorded;
  const opening = simulatedInit("procd")?.open({
    inittab: text,
    devices,
    consoles: consoles.split(" ").filter((name) => name !== ""),
    ...(active !== undefined && { active }),
    events: [{ at: 10, signal: "TERM" }],
    until: 10.5,
  });
  if (opening?.kind !== "simulation") throw new Error("the case is no scenario");
  const seen: readonly object[] = opening.simulation.trace().events;
  const entered: Record<string, object[]> = {};
  const log: unknown[] = [];
  let own: object[] = [];
  for (const each of seen) {
    if ("state" in each) {
      own = [];
      entered[String(each.state)] = own;
    } else if ("device" in each && "argv" in each) own.push({ id: each.device, argv: each.argv });
    else if ("argument" in each && "pattern" in each) own.push({ rcS: [each.pattern, each.argument] });
    else if ("text" in each) log.push(each.text);
  }
  const { entries, states } = replayProcdInittab(recorded);
  return { entries, log, states: { ...states, ...entered } };
}

function recordedStep(step: ProcdStep): readonly object[] {
  switch (step.kind) {
    case "start":
      return [{ id: step.device, argv: step.argv }];
    case "scripts":
      return [{ rcS: [step.pattern, step.argument] }];
    case "bad-form":
      return [];
  }
}
