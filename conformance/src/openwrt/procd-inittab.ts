// A recorded case of procd's inittab: what procd reads from it, and what it does in its states.

import {
  enterProcdState,
  type ProcdState,
  type ProcdStep,
  type ProcdTerminals,
  procdEntries,
  procdStates,
  readInittab,
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

/** Reads an inittab and enters all states, one after the other. */
export function replayProcdInittab(recorded: ProcdInittabCase): unknown {
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
