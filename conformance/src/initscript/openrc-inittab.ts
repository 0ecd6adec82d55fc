// The whole way from an inittab to the last service: BusyBox init says what is started when, and OpenRC what it then does.

import { type OpenrcVersion, type ScriptSystem, simulateBusybox } from "@inittab/core";
import { caseSystem, takeCalls } from "./openrc.ts";
import type { OpenrcCase } from "./openrc-case.ts";

/** How long after its last entry the recorded system was ended, and when a system is surely up. */
const patience = 5;
const bootTime = 60;

interface Entry {
  readonly action: string;
  readonly command: string;
  readonly key: string;
}

/** All calls of scripts and of entries of the inittab, from boot to the end. */
export function replayOpenrcInittab(
  subject: OpenrcCase,
  inittab: readonly string[],
  version: OpenrcVersion,
): { readonly calls: readonly string[] } {
  const { system } = caseSystem(subject, version);
  system.files.write("/tmp/mark", '#!/bin/sh\necho "mark $1" >> /tmp/calls\n', 0o755);
  const entries = inittab.map(readEntry);
  for (const { entry, at } of startsIn(entries, subject.end ?? "USR2")) {
    system.advance(Math.max(0, at - (system.now() - begin(system))));
    const argv = entry.command.split(" ");
    // Init waits for these, and for no others.
    if (["sysinit", "wait", "shutdown"].includes(entry.action)) system.run({ argv });
    else system.start({ argv });
  }
  system.advance(patience);
  return { calls: takeCalls(system) };
}

/** When the clock of a system began. */
function begin(system: ScriptSystem): number {
  const known = beginnings.get(system) ?? system.now();
  beginnings.set(system, known);
  return known;
}

const beginnings = new WeakMap<ScriptSystem, number>();

function readEntry(line: string, index: number): Entry {
  const [, , action = "", ...command] = line.split(":");
  return { action, command: command.join(":"), key: `e${index}` };
}

/** The entries in the order in which init starts them, by the simulation of BusyBox init. */
function startsIn(
  entries: readonly Entry[],
  end: string,
): readonly { readonly entry: Entry; readonly at: number }[] {
  const runs = (command: string): number | null => (command.endsWith("getty") ? null : 0.5);
  const { events } = simulateBusybox(
    {
      name: "openrc",
      init: "busybox-1.35",
      inittab: entries.map(({ action, key }) => `::${action}:/bin/p ${key}\n`).join(""),
      processes: Object.fromEntries(
        entries.map(({ key, command }) => [key, { runs: runs(command), exit: 0, onTerm: "exit" as const }]),
      ),
      events: [{ at: bootTime, signal: end }],
      until: 2 * bootTime,
    },
    { programs: "recorded" },
  );
  return events.flatMap((event) => {
    if (event.event !== "start") return [];
    const entry = entries.find(({ key }) => key === event.id);
    return entry === undefined ? [] : [{ entry, at: event.t }];
  });
}
