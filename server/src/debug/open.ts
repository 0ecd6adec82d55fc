// The debuggers of a server, with what they need of its parts.

import type { Workspace } from "../documents/workspace.ts";
import { ScriptDocument } from "../initscript/script-document.ts";
import type { ScriptService } from "../initscript/service.ts";
import { InittabDocument } from "../inittab/document.ts";
import { inittab } from "../protocol.ts";
import { type DebugSurroundings, serverHost } from "./host.ts";
import { createDebugSessions, type TakeDebugMessage } from "./sessions.ts";

/** The parts of a server that debuggers need. */
interface DebugParts extends Pick<DebugSurroundings, "localizer" | "look"> {
  readonly workspace: Workspace;
  readonly scripts: () => Promise<Pick<ScriptService, "parser" | "rcVisits">>;
}

/** Makes the debuggers: open documents go before files. */
export function openDebuggers({ localizer, look, workspace, scripts }: DebugParts): TakeDebugMessage {
  return createDebugSessions(
    serverHost({
      localizer,
      look,
      openText: (uri) => {
        const document = workspace.get(uri)?.document;
        return document instanceof ScriptDocument ? document.text : undefined;
      },
      inittabAt: async (uri) => {
        await workspace.settled(uri);
        const document = workspace.get(uri)?.document;
        if (document instanceof InittabDocument) return document;
        const node = await look(uri, true);
        return node.kind === "file"
          ? new InittabDocument("", inittab, 0, node.text, workspace.commonSettings)
          : undefined;
      },
      visits: async ({ settings }, uri, calls) =>
        (await scripts()).rcVisits(uri, calls, settings.scripts.openrc),
      parse: async () => (await scripts()).parser(),
    }),
  );
}
