import type { Topic } from "@inittab/core";

/** A line as its manual writes it, and the part of it that is being typed. */
export interface Signature {
  readonly label: string;
  /** The parts in their order, with what the manual says of each. */
  readonly fields: readonly { readonly name: string; readonly topic: Topic | undefined }[];
  /** The place of the part; beyond the last one if it is not one of these. */
  readonly active: number;
}

/** A usage such as `daemon [--user USER] PROGRAM`, in whose parts a word with this number is being typed. */
export function usageSignature(usage: string, word: number): Signature {
  const parts = usage.match(/\[[^\]]*\](?:\.\.\.|…)?|\S+/g) ?? [];
  const fields = parts.slice(1).map((name) => ({ name, topic: undefined }));
  return { label: usage, fields, active: Math.min(Math.max(word - 1, 0), Math.max(fields.length - 1, 0)) };
}
