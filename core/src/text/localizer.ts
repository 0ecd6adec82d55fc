// From messages to words: the only place where a template is filled in. A localizer stands at an edge (a protocol, a
// terminal, a page) and holds the catalogues of all rooms whose messages can come there.

import type { Catalogue, Message, MessageList, MessageValue, Prose } from "./message.ts";
import { textMessages } from "./messages.ts";
import { escapeMarkdown, markdownCode, visible } from "./safe-text.ts";
import { type Filling, fillTemplate, parseTemplate, type Template } from "./template.ts";

/** A language that users can choose. */
export interface Language {
  /** The tag of BCP 47, such as `en`. */
  readonly tag: string;
  /** The plural category of CLDR that a number has, such as `one` or `other`. */
  readonly plural: (count: number) => string;
  /** The template with this id, or the part of a page, in this language; the English one where it is not translated. */
  readonly translate: (id: string, english: string) => string;
}

/** Makes words of messages, in one language. */
export interface Localizer {
  /** The tag of its language. */
  readonly locale: string;
  /**
   * The words of a message as plain text, with whatever files have put into its values made visible. An id that is in no
   * catalogue gives the id itself.
   */
  readonly text: (message: Message) => string;
  /** The words of whatever can stand in a message, as plain text. */
  readonly words: (value: MessageValue) => string;
  /** The same as Markdown, which the templates and pages are written in; values that are text are escaped. */
  readonly markdown: (value: MessageValue) => string;
  /** The words of a table of facts or of a page, which are Markdown. */
  readonly prose: (prose: Prose) => string;
}

/** English: the language that the catalogues are written in. */
export const english: Language = {
  tag: "en",
  plural: (count) => (count === 1 ? "one" : "other"),
  translate: (_id, template) => template,
};

/**
 * Text that shows where a sentence comes from: each template in white square brackets. Editors know the tag `qps-ploc`
 * for such a language; what stands outside the brackets is in no catalogue.
 */
export const pseudo: Language = {
  tag: "qps-ploc",
  plural: english.plural,
  translate: (_id, template) => (template.trim() === "" ? template : `⟦${template}⟧`),
};

/** The languages that need no translation. */
const ownLanguages: readonly Language[] = [english, pseudo];

/** The language for a locale such as `en_GB.UTF-8` or `C` among those that need no translation; English where none fits. */
export function languageFor(locale: string | undefined): Language {
  return findLanguage(locale) ?? english;
}

/** The language for a locale among those that need no translation; undefined where none fits. */
export function findLanguage(locale: string | undefined): Language | undefined {
  const fitting = fittingTag(
    locale,
    ownLanguages.map(({ tag }) => tag),
  );
  return ownLanguages.find(({ tag }) => tag === fitting);
}

/** Of these tags of languages the longest that fits a locale such as `de-AT` or `hu_HU.UTF-8`; undefined where none does. */
export function fittingTag(locale: string | undefined, tags: readonly string[]): string | undefined {
  const wanted = (locale ?? "")
    .replace(/[.@].*$/, "")
    .replaceAll("_", "-")
    .toLowerCase();
  return tags
    .filter((tag) => `${wanted}-`.startsWith(`${tag.toLowerCase()}-`))
    .toSorted((one, other) => other.length - one.length)[0];
}

/** A language that finds its texts by the ids of templates and of prose; what it lacks is English. */
export function translation(
  tag: string,
  plural: Language["plural"],
  textOf: (id: string) => string | undefined,
): Language {
  return { tag, plural, translate: (id, template) => textOf(id) ?? template };
}

/** How the values of a message that come from files are put among its words. */
interface Manner {
  readonly text: (text: string) => string;
  readonly code: (code: string) => string;
}

const plainly: Manner = { text: visible, code: (code) => `\`${visible(code)}\`` };
const asMarkdown: Manner = { text: escapeMarkdown, code: markdownCode };

/** A localizer for the messages of these catalogues; there may be more of them later. */
export function createLocalizer(catalogues: Iterable<Catalogue>, language: Language = english): Localizer {
  const templates = new Map<string, Template>();
  const templateOf = (id: string): Template => {
    const known = templates.get(id);
    if (known !== undefined) return known;
    const text = englishOf(id, catalogues);
    if (text === undefined) return [id];
    const template = parseTemplate(language.translate(id, text));
    templates.set(id, template);
    return template;
  };
  const wordsOf = (value: MessageValue, manner: Manner): string => {
    if (typeof value === "string") return manner.text(value);
    if (typeof value === "number") return String(value);
    if (typeof value === "boolean") return "";
    if ("list" in value) return joined(value, manner);
    if ("code" in value) return manner.code(value.code);
    if ("verbatim" in value) return value.verbatim;
    return "prose" in value ? proseOf(value) : filled(value, manner);
  };
  const proseOf = ({ prose, english, plain }: Prose): string => {
    const words = language.translate(prose, english);
    return plain === true ? words.replaceAll("`", "") : words;
  };
  const filled = ({ id, values = {} }: Message, manner: Manner): string => {
    const filling: Filling = {
      textOf: (name) => wordsOf(values[name] ?? "", manner),
      keysOf: (name) => {
        const value = values[name] ?? "";
        if (typeof value === "number") return [String(value), language.plural(value)];
        if (typeof value === "boolean") return [value ? "yes" : "no"];
        return [typeof value === "string" ? value : wordsOf(value, manner)];
      },
    };
    return fillTemplate(templateOf(id), filling);
  };
  const joined = ({ list, join }: MessageList, manner: Manner): string => {
    const words = list.map((value) => wordsOf(value, manner));
    if (words.length < 2) return words.join();
    const between = text({ id: join === "sentences" ? "list.sentences" : "list.between" });
    if (join === "comma" || join === "sentences") return words.join(between);
    return `${words.slice(0, -1).join(between)}${text({ id: `list.${join}` })}${words.at(-1)}`;
  };
  const text = (message: Message): string => filled(message, plainly);
  return {
    locale: language.tag,
    text,
    words: (value) => wordsOf(value, plainly),
    markdown: (value) => wordsOf(value, asMarkdown),
    prose: proseOf,
  };
}

/** The English template of an id. */
function englishOf(id: string, catalogues: Iterable<Catalogue>): string | undefined {
  const all: readonly Catalogue[] = [textMessages, ...catalogues];
  return all.find((catalogue) => Object.hasOwn(catalogue, id))?.[id];
}
