// A message for OpenWrt's bus as it is put together piece by piece, and its text. Observed: jshn as used since October 2024.

/** A value of a message. */
export type BusValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "flag"; readonly value: boolean }
  | BusObject
  | BusArray;

/** Named values; a name that is set again keeps its place. */
export interface BusObject {
  readonly kind: "object";
  readonly members: Map<string, BusValue>;
}

/** Values without names. */
export interface BusArray {
  readonly kind: "array";
  readonly items: BusValue[];
}

/** A message under construction: what is added goes into the innermost open part. */
export interface BusMessage {
  readonly root: BusObject;
  /** The open parts; the innermost is the last. */
  readonly open: (BusObject | BusArray)[];
}

/** A message with nothing in it. */
export function newMessage(): BusMessage {
  const root: BusObject = { kind: "object", members: new Map() };
  return { root, open: [root] };
}

/** Adds a value; the name counts only in an object. */
function addValue(message: BusMessage, name: string, value: BusValue): void {
  const inner = innermost(message);
  if (inner.kind === "array") inner.items.push(value);
  else inner.members.set(name, value);
}

/** Adds a text. */
export function addText(message: BusMessage, name: string, text: string): void {
  addValue(message, name, { kind: "text", text });
}

/** Adds a number, read from a text as far as it goes. */
export function addNumber(message: BusMessage, name: string, text: string): void {
  addValue(message, name, { kind: "number", value: numberIn(text) });
}

/** Adds yes or no; a text that does not begin with another number than 0 is no. */
export function addFlag(message: BusMessage, name: string, text: string): void {
  addValue(message, name, { kind: "flag", value: numberIn(text) !== 0 });
}

/** Adds an empty part and opens it. */
export function openPart(message: BusMessage, kind: "object" | "array", name = ""): void {
  const part: BusObject | BusArray = kind === "object" ? { kind, members: new Map() } : { kind, items: [] };
  addValue(message, name, part);
  message.open.push(part);
}

/** Closes the innermost part. */
export function closePart({ open }: BusMessage): void {
  if (open.length > 1) open.pop();
}

/** Adds an array of texts. */
export function addTexts(message: BusMessage, name: string, texts: readonly string[]): void {
  addValue(message, name, { kind: "array", items: texts.map((text) => ({ kind: "text", text })) });
}

/** Opens a part of the innermost one that is there already; false where there is none of that name. */
export function selectPart(message: BusMessage, name: string): boolean {
  const inner = innermost(message);
  const found = inner.kind === "object" ? inner.members.get(name) : undefined;
  if (found?.kind !== "object" && found?.kind !== "array") return false;
  message.open.push(found);
  return true;
}

/** What is open innermost. */
export function innermost({ root, open }: BusMessage): BusObject | BusArray {
  return open.at(-1) ?? root;
}

/** The text of a message, with blanks where the bus's own tools have them. */
export function busText(value: BusValue): string {
  switch (value.kind) {
    case "text":
      return quoted(value.text);
    case "number":
    case "flag":
      return String(value.value);
    case "object": {
      const members = [...value.members].map(([name, inner]) => `${quoted(name)}: ${busText(inner)}`);
      return members.length === 0 ? "{ }" : `{ ${members.join(", ")} }`;
    }
    case "array":
      return value.items.length === 0 ? "[ ]" : `[ ${value.items.map(busText).join(", ")} ]`;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("/", "\\/");
}

function numberIn(text: string): number {
  return Number(/^\s*([-+]?\d+)/.exec(text)?.[1] ?? "0");
}
