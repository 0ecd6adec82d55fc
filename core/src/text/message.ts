// A sentence as data: which template, and what stands in it. Words are made of it last, by a localizer at the edge.

/** A sentence as data. */
export interface Message {
  /** The id of a template in a catalogue. */
  readonly id: string;
  /** By the names that the template has; left out where it has none. */
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/**
 * What can stand in a template: a text (a name, a path, a part of the user's file), code, a number, what is itself to be
 * worded, or a truth value for a choice between `[yes]` and `[no]`. Whatever is in a text or in code, the localizer makes
 * it safe for the place where the sentence is shown.
 */
export type MessageValue = string | number | boolean | Message | MessageList | Prose | Code | Verbatim;

/** A text that is set as code: between back-quotes. */
export interface Code {
  readonly code: string;
}

/** Text of ours that is ready for the place where the sentence is shown, such as several lines; never one of a file. */
export interface Verbatim {
  readonly verbatim: string;
}

/**
 * Words of a table of facts or of a page, which stand there in English and are translated by their id. As a value of a
 * message, `plain` takes the marks of code in Markdown away.
 */
export interface Prose {
  readonly prose: string;
  readonly english: string;
  readonly plain?: true;
}

/** Several things in one place: `a, b and c`. */
export interface MessageList {
  readonly list: readonly MessageValue[];
  readonly join: ListJoin;
}

/** How a list is read: the last one joined by "and", by "or", or all alike, as plain enumeration or as sentences. */
export type ListJoin = "and" | "or" | "comma" | "sentences";

/** The templates of a room by their ids, in English: in each `{$name}` a value is put. `template.ts` has the syntax. */
export type Catalogue = Readonly<Record<string, string>>;

/** The values that a template names. */
type NamesIn<Template extends string> = Template extends `${string}{$${infer Rest}`
  ? HeadOf<Rest> | NamesIn<Rest>
  : never;
type HeadOf<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name} ->${string}`
    ? Name
    : Inside
  : never;

/** The arguments that go with a template: none, or its values. */
type ArgumentsOf<Template extends string> = [NamesIn<Template>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in NamesIn<Template>]: MessageValue }];

/** Makes the messages of one room; the compiler knows its ids and the values of each. */
export type MessageMaker<Room extends Catalogue> = <Id extends keyof Room & string>(
  id: Id,
  ...values: ArgumentsOf<Room[Id]>
) => Message;

const known = new Set<Catalogue>();

/**
 * The catalogues of the rooms that have been loaded. A room brings its own when it becomes able to make messages, so
 * that an edge can word whatever it is handed, and need not load what nobody has spoken yet.
 */
export const knownCatalogues: ReadonlySet<Catalogue> = known;

/** The maker of a room's messages. From now on the catalogue is known. */
export function messagesOf<const Room extends Catalogue>(catalogue: Room): MessageMaker<Room> {
  known.add(catalogue);
  return (id, ...[values]) => (values === undefined ? { id } : { id, values });
}

/** `2`, `2 or 3`, `2, 3 or 5`. */
export function listOf(list: readonly MessageValue[], join: ListJoin): MessageList {
  return { list, join };
}

/** All words of tables and pages that stand in a value, in whatever depth. */
export function proseIn(value: MessageValue): readonly Prose[] {
  if (typeof value !== "object") return [];
  if ("prose" in value) return [value];
  if ("list" in value) return value.list.flatMap(proseIn);
  return "id" in value ? Object.values(value.values ?? {}).flatMap(proseIn) : [];
}
