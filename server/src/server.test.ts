import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { modernClient, type Peer, type PeerOptions, peerOfProgram, type Shown } from "./testing/peer.ts";

const program = fileURLToPath(new URL("../../dist/server/node.cjs", import.meta.url));
const missing = existsSync(program) || process.env["CI"] === "true" ? undefined : "npm run build has not run";

const uri = "file:///etc/inittab";
const twice = "id:2:initdefault:\nl2:2:wait:/etc/rc.d/rc 2\nl2:3:wait:/etc/rc.d/rc 3\n";
let peer: Peer | undefined;
afterEach(() => peer?.dispose());

describe.skipIf(missing !== undefined)(
  `the built server${missing ? ` skipped: because ${missing}` : ""}`,
  () => {
    async function start(options: PeerOptions): Promise<Peer> {
      peer = peerOfProgram(program, options);
      await peer.initialize();
      return peer;
    }

    test("answers a pull, and says when nothing is new", async () => {
      const { connection, open } = await start({ capabilities: modernClient });
      await open(uri, twice);
      const first = await pull(connection);
      expect(print(first.items)).toMatchInlineSnapshot(
        `
        "0:3 no-login: nothing in runlevel 2, the default, offers a login: no getty, no display manager, no shell
        2:0 duplicate-id: \`l2\` repeats the id of line 2; init will ignore this record"
      `,
      );
      expect(await pull(connection, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    });
  },
);

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Shown[];
}

function pull(connection: Peer["connection"], previousResultId?: string): Promise<Report> {
  return connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
}

function print(diagnostics: readonly Shown[] = []): string {
  return diagnostics
    .map(({ range, code, message }) => `${range.start.line}:${range.start.character} ${code}: ${message}`)
    .join("\n");
}
