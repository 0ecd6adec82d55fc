// The example systems, whose files the server may look at: a boot of an example is followed into the scripts that its rc
// calls.

import type { LookAnswer, LookQuestion } from "@inittab/server/protocol";
import { isObject } from "./is-object.ts";

/** What the server is told about the place of a document. */
export interface LookedAt {
  /** The address of the root of the system, without a slash at its end. */
  readonly root: string;
  /** The name of the example system; undefined for a file without one. */
  readonly system: string | undefined;
}

/** Looks at addresses; `placeOf` tells in which system an address lies. */
export function createLook(
  site: URL,
  placeOf: (uri: string) => LookedAt | undefined,
): (question: LookQuestion) => Promise<LookAnswer> {
  const loaded = new Map<string, Promise<unknown>>();
  return async ({ uri }) => {
    const place = placeOf(uri);
    if (place?.system === undefined) return { kind: "missing" };
    const { root, system } = place;
    const nodes = loaded.get(system) ?? load(new URL(`systems/${system}.json`, site));
    loaded.set(system, nodes);
    const known = await nodes;
    const path = decodeURIComponent(uri.slice(root.length + 1));
    const node: unknown = isObject(known) && Object.hasOwn(known, path) ? known[path] : undefined;
    return isNode(node) ? node : { kind: "missing" };
  };
}

async function load(address: URL): Promise<unknown> {
  const response = await fetch(address);
  // A link may name a system that the site does not have.
  return response.ok ? response.json() : {};
}

/** The site made the file itself; the server looks at the members of an answer. */
function isNode(value: unknown): value is LookAnswer {
  return isObject(value) && typeof value["kind"] === "string";
}
