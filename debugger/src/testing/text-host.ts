// A debugger of a text, without a disk: what tests speak to.

import {
  createLocalizer,
  defaultSysvinitVersion,
  knownCatalogues,
  type Localizer,
  languageFor,
  scanInittab,
  simulatedInit,
} from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DebugHost } from "../host.ts";
import { debugLanes } from "../lanes.ts";
import { message } from "../message.ts";
import { createDebugSession, type DebugSession } from "../session.ts";

/** A host that has one inittab, whatever is asked for. */
function textHost(text: string, localizer: Localizer, world: object): DebugHost {
  return {
    localizer: () => localizer,
    keyOf: (address) => address,
    open: async () => {
      const scan = scanInittab(text, { dialect: "sysvinit", version: defaultSysvinitVersion });
      const machine = simulatedInit("sysvinit");
      const opening = machine?.open({ until: 20, ...world, inittab: text });
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

/** A session about a text and a world around it, and all that it has sent. */
export function sessionOf(
  text: string,
  language?: string,
  world: object = {},
): {
  readonly session: DebugSession;
  readonly sent: readonly DebugProtocol.ProtocolMessage[];
} {
  const localizer = createLocalizer(knownCatalogues, languageFor(language));
  const sent: DebugProtocol.ProtocolMessage[] = [];
  const session = createDebugSession(textHost(text, localizer, world), (each) => {
    sent.push(each);
  });
  return { session, sent };
}
