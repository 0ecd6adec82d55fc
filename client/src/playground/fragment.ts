// The state in the fragment of the address: compressed JSON, which a browser never sends to a server.

import { type PlaygroundState, readState } from "./state.ts";

/** The first character says how the rest is written. */
const form = "1";

/** Of an address no more is read, in characters; and no more of what it unfolds to, in bytes. */
const longestFragment = 400_000;
const mostBytes = 2_000_000;

/** Whether a fragment without its `#` is meant to hold a state. */
export function isStateFragment(fragment: string): boolean {
  return fragment.startsWith(form);
}

/** The fragment for a state, without its `#`. */
export async function writeFragment(state: PlaygroundState): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const packed = await bytesOf(streamOf(bytes).pipeThrough(new CompressionStream("deflate-raw")));
  return form + toBase64(packed);
}

/** The state in a fragment without its `#`; undefined where it holds none. */
export async function readFragment(fragment: string): Promise<PlaygroundState | undefined> {
  if (!isStateFragment(fragment) || fragment.length > longestFragment) return undefined;
  try {
    const packed = streamOf(fromBase64(fragment.slice(form.length)));
    const bytes = await bytesOf(packed.pipeThrough(new DecompressionStream("deflate-raw")));
    return readState(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

/** All bytes of a stream; a stream that is too long is given up. */
async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    count += next.value.length;
    if (count > mostBytes) {
      await reader.cancel();
      throw new Error("too long");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The alphabet that needs no escapes in an address. */
function toBase64(bytes: Uint8Array): string {
  const units = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(units).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const units = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(units, (unit) => unit.charCodeAt(0));
}
