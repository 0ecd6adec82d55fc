// Shapes of what a client sends, which may be anything that JSON can say. A shape looks at no more than it names, so
// members that a later protocol brings do no harm.

import { describePath, type Message, type MessageValue } from "@inittab/core";
import { isObject } from "../environment.ts";
import { message } from "../message.ts";

/** Where a value is not as it must be, and what is expected there. */
interface Misfit {
  readonly path: readonly (string | number)[];
  readonly expected: Message;
}

/** Finds the first misfit of a value; undefined where it has the shape. */
export type Shape = (value: unknown) => Misfit | undefined;

/** What is wrong with the parameters of a message; undefined where nothing is. */
export function misfitOf(params: unknown, shape: Shape): MessageValue | undefined {
  const misfit = shape(params);
  if (misfit === undefined) return undefined;
  const { path, expected } = misfit;
  return path.length === 0
    ? message("wire.all-wrong", { expected })
    : message("wire.wrong", { path: describePath(path), expected });
}

function leaf(expected: Message, fits: (value: unknown) => boolean): Shape {
  return (value) => (fits(value) ? undefined : { path: [], expected });
}

/** What the protocol calls `uinteger`: lines, characters, ids of processes. */
const mostCounted = 2 ** 31 - 1;

export const anything: Shape = () => undefined;

export const text: Shape = leaf(message("wire.text"), (value) => typeof value === "string");

export const number: Shape = leaf(message("wire.number"), Number.isFinite);

export const count: Shape = leaf(
  message("wire.count", { most: String(mostCounted) }),
  (value) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostCounted,
);

export const yesOrNo: Shape = leaf(message("wire.yes-no"), (value) => typeof value === "boolean");

/** A URI begins with its scheme (RFC 3986, 3.1). */
export const address: Shape = leaf(
  message("wire.address"),
  (value) => typeof value === "string" && /^[a-z][a-z0-9+.-]*:/i.test(value),
);

/** A member that need not be there. Some clients send null for what they leave out. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined || value === null ? undefined : shape(value));
}

export function list(item: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return { path: [], expected: message("wire.list") };
    for (const [index, each] of value.entries()) {
      const misfit = item(each);
      if (misfit !== undefined) return { ...misfit, path: [index, ...misfit.path] };
    }
    return undefined;
  };
}

export function object(members: Readonly<Record<string, Shape>> = {}): Shape {
  const shapes = Object.entries(members);
  return (value) => {
    if (!isObject(value) || Array.isArray(value)) return { path: [], expected: message("wire.object") };
    for (const [name, shape] of shapes) {
      const misfit = shape(Object.hasOwn(value, name) ? value[name] : undefined);
      if (misfit !== undefined) return { ...misfit, path: [name, ...misfit.path] };
    }
    return undefined;
  };
}

/** Values may stand in each other so deep; what prints or compares them calls itself for each level. */
const mostDepth = 200;

/** Whether there is more of it in each other than any message of the protocol needs. */
export function isTooDeep(value: unknown, left: number = mostDepth): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}
