// A debugger of a text, without a disk: what tests speak to.

import {
  createLocalizer,
  defaultSysvinitVersion,
  knownCatalogues,
  type Localizer,
  scanInittab,
  simulatedInit,
} from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DebugHost } from "../host.ts";
import { debugLanes } from "../lanes.ts";
import { message } from "../message.ts";
import { createDebugSession, type DebugSession } from "../session.ts";

/** A host that has one inittab, whatever is asked for. */
function textHost(text: string, localizer: Localizer): DebugHost {
  return {
    localizer: () => localizer,
    keyOf: (address) => address,
    open: async () => {
      const scan = scanInittab(text, { dialect: "sysvinit", version: defaultSysvinitVersion });
      const machine = simulatedInit("sysvinit");
      const opening = machine?.open({ inittab: text, until: 20 });
      if (machine === undefined || opening?.kind !== "simulation")
        return { why: message("debug.no-program") };
      return {
        boot: {
          machine,
          scenario: opening.simulation.scenario,
          table: "/etc/inittab",
          lanes: debugLanes(scan, machine),
          visitsOf: async () => [],
          scriptAt: async () => undefined,
        },
      };
    },
  };
}

/** A session about a text, and all that it has sent. */
export function sessionOf(text: string): {
  readonly session: DebugSession;
  readonly sent: readonly DebugProtocol.ProtocolMessage[];
} {
  const sent: DebugProtocol.ProtocolMessage[] = [];
  const session = createDebugSession(textHost(text, createLocalizer(knownCatalogues)), (each) => {
    sent.push(each);
  });
  return { session, sent };
}
