/** Texts of a language by the English ones. */
export type Texts = Readonly<Record<string, string>>;

/** The text of a language for an English one, with `{0}` and so on replaced; the English one where it has none. */
export function translated(texts: Texts, message: string, values: readonly (string | number)[]): string {
  const text = Object.hasOwn(texts, message) ? texts[message] : undefined;
  return (text ?? message).replace(/\{(\d+)\}/g, (whole, index) => String(values[index] ?? whole));
}
