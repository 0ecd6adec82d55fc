// An editor with one document open, for tests over the protocol: `|0|` marks the cursor.

import { afterEach } from "vitest";
import type { Environment } from "../environment.ts";
import { environmentWith, type TestFiles } from "./files.ts";
import { modernClient, type Peer, type PeerOptions, peerInProcess } from "./peer.ts";

/** What is open, and what lies around it. */
export interface DeskOptions extends PeerOptions {
  /** Below `file:///`. */
  readonly path?: string;
  readonly files?: TestFiles;
  readonly languageId?: string;
  /** What the server can do beside looking at files. */
  readonly environment?: Partial<Environment>;
}

/** A place in the protocol's words. */
export interface DeskPlace {
  readonly line: number;
  readonly character: number;
}

/** A range in the protocol's words. */
export interface DeskRange {
  readonly start: DeskPlace;
  readonly end: DeskPlace;
}

/** The document, and who asks about it. */
export interface Desk {
  readonly peer: Peer;
  readonly uri: string;
  readonly text: string;
  readonly position: DeskPlace;
  /** The whole document. */
  readonly range: DeskRange;
  /** Asks about the document; the cursor and the whole range go along. */
  readonly ask: <T>(method: string, params?: object) => Promise<T>;
  /** What the range stands for in the text. */
  readonly textIn: (range: DeskRange) => string;
}

/** Opens a text in a new server. */
export async function deskWith(marked: string, options: DeskOptions = {}): Promise<Desk> {
  const { path = "etc/inittab", files = {}, languageId = "inittab", environment = {}, ...rest } = options;
  const offset = marked.includes("|0|") ? marked.indexOf("|0|") : 0;
  const text = marked.replace("|0|", "");
  const uri = `file:///${path}`;
  const peer = peerInProcess(
    { ...environmentWith(files), ...environment },
    { capabilities: modernClient, ...rest },
  );
  await peer.initialize();
  await peer.open(uri, text, 1, languageId);
  const lines = text.split("\n");
  const position = placeIn(text, offset);
  const range = { start: { line: 0, character: 0 }, end: placeIn(text, text.length) };
  const textIn = ({ start, end }: DeskRange) => {
    const at = ({ line, character }: DeskPlace) =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    return text.slice(at(start), at(end));
  };
  const ask: Desk["ask"] = (method, params = {}) =>
    peer.connection.sendRequest(method, { textDocument: { uri }, position, range, ...params });
  return { peer, uri, text, position, range, ask, textIn };
}

/** The desk of a test: opening another one closes it, and so does the end of the test. */
export function deskOfTest(): { readonly open: typeof deskWith; readonly now: () => Desk | undefined } {
  let desk: Desk | undefined;
  const leave = () => {
    desk?.peer.dispose();
    desk = undefined;
  };
  afterEach(leave);
  return {
    open: async (marked, options) => {
      leave();
      desk = await deskWith(marked, options);
      return desk;
    },
    now: () => desk,
  };
}

function placeIn(text: string, offset: number): DeskPlace {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
