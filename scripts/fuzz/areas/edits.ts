// Edits of open documents: what the server says after any edits is what it says of the same text opened anew.

import fc from "fast-check";
import { changedText, type SentChange } from "../../../server/src/testing/changed-text.ts";
import { modernClient, type Peer, peerInProcess } from "../../../server/src/testing/peer.ts";
import type { Area } from "../area.ts";
import { trialOf } from "../trial.ts";
import { machineWith } from "./system.ts";
import { inittabText, scriptText } from "./texts.ts";

/** A document that is opened, edited in steps, and looked at after each. */
interface Story {
  readonly text: string;
  readonly steps: readonly (readonly SentChange[])[];
}

const place = fc.record({ line: fc.nat(14), character: fc.nat(50) });

function storyOf(text: fc.Arbitrary<string>): fc.Arbitrary<Story> {
  const piece = fc.oneof(text, fc.constantFrom("", "\n", "#", ":", " ", "\\\n", "'"));
  const range = fc.oneof(
    place.map((at) => ({ start: at, end: at })),
    fc
      .record({ start: place, end: place })
      .map(({ start, end }) =>
        start.line < end.line || (start.line === end.line && start.character <= end.character)
          ? { start, end }
          : { start: end, end: start },
      ),
  );
  const edit = fc.oneof(
    { weight: 8, arbitrary: fc.record({ range, text: piece }) },
    { weight: 1, arbitrary: fc.record({ text }) },
  );
  const step = fc.array(edit, { minLength: 1, maxLength: 3 });
  return fc.record({ text, steps: fc.array(step, { minLength: 1, maxLength: 6 }) });
}

/** What is asked of a document at each look. */
const questions: readonly (readonly [string, object])[] = [
  ["textDocument/diagnostic", {}],
  ["textDocument/documentSymbol", {}],
  ["textDocument/foldingRange", {}],
  ["textDocument/semanticTokens/full", {}],
  ["textDocument/codeLens", {}],
  ["textDocument/documentLink", {}],
  ["textDocument/inlayHint", { range: rangeOf(0, 100) }],
  ["textDocument/codeAction", { range: rangeOf(0, 100), context: { diagnostics: [] } }],
  ["textDocument/selectionRange", { positions: [{ line: 1, character: 3 }] }],
  ["textDocument/hover", { position: { line: 1, character: 6 } }],
  ["textDocument/completion", { position: { line: 2, character: 4 } }],
  ["inittab/status", {}],
];

function rangeOf(start: number, end: number) {
  return { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
}

/** Two systems with the same files: in one a document is edited, in the other it is opened with the text of the moment. */
const edited = "e/";
const fresh = "f/";

function editsOf(name: string, languageId: string, file: string, text: fc.Arbitrary<string>): Area {
  return {
    name,
    about: `edits of an open ${languageId === "inittab" ? "inittab" : "init script"}`,
    weight: 3,
    missing: () => undefined,
    start: async () => {
      const peer = peerInProcess(machineWith([edited, fresh]), { capabilities: modernClient });
      await peer.initialize();
      const complaints = (story: Story) => complaintsAbout(peer, languageId, file, story);
      return trialOf(storyOf(text), complaints, async () => peer.dispose());
    },
  };
}

export const inittabEdits: Area = editsOf("inittab-edits", "inittab", "etc/inittab", inittabText);
export const scriptEdits: Area = editsOf("script-edits", "shellscript", "etc/init.d/x", scriptText);

async function complaintsAbout(
  peer: Peer,
  languageId: string,
  file: string,
  { text, steps }: Story,
): Promise<readonly string[]> {
  const { connection, open, errors } = peer;
  const uri = `file:///${edited}${file}`;
  const twin = `file:///${fresh}${file}`;
  const close = (which: string) =>
    connection.sendNotification("textDocument/didClose", { textDocument: { uri: which } });
  const known = errors.length;
  let now = text;
  const complaints: string[] = [];
  await open(uri, text, 1, languageId);
  for (const [index, contentChanges] of steps.entries()) {
    const version = index + 2;
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
    for (const change of contentChanges) now = changedText(now, change);
    await open(twin, now, 1, languageId);
    const [mine, theirs] = await Promise.all([answers(peer, uri), answers(peer, twin)]);
    for (const [number, [method]] of questions.entries())
      if (mine[number] !== theirs[number])
        complaints.push(
          `${method} after step ${index}`,
          `edited: ${mine[number]?.slice(0, mostTold)}`,
          `fresh:  ${theirs[number]?.slice(0, mostTold)}`,
        );
    await close(twin);
  }
  await close(uri);
  return [...complaints, ...errors.slice(known)];
}

/** So much of an answer is told, in characters. */
const mostTold = 1000;

/** The answers about a document, without its address and without the names of states. */
async function answers({ connection }: Peer, uri: string): Promise<readonly string[]> {
  const told = await Promise.all(
    questions.map(([method, params]) =>
      connection.sendRequest(
        method,
        method === "inittab/status" ? { uri } : { textDocument: { uri }, ...params },
      ),
    ),
  );
  return told.map((answer) => withoutNames(JSON.stringify(answer)));
}

function withoutNames(answer: string): string {
  return answer
    .replaceAll(`file:///${edited}`, "file:///")
    .replaceAll(`file:///${fresh}`, "file:///")
    .replace(/"resultId":"[^"]*"/g, '"resultId":""');
}
