// From messages to words: the only place where a template is filled in. A localizer stands at an edge (a protocol, a
// terminal, a page) and holds the catalogues of all rooms whose messages can come there.

import type { Catalogue, ListJoin, Message, MessageValue, Prose } from "./message.ts";
import { textMessages } from "./messages.ts";
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
  /** The words of a message. An id that is in no catalogue gives the id itself. */
  readonly text: (message: Message) => string;
  /** The words of whatever can stand in a message. */
  readonly words: (value: MessageValue) => string;
  /** The words of a table of facts or of a page. */
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

/** Every language that can be chosen. */
const languages: readonly Language[] = [english, pseudo];

/**
 * The language for a locale such as `de-AT`, `en_GB.UTF-8` or `C`: the longest tag that fits, English where none does.
 */
export function languageFor(locale: string | undefined): Language {
  return findLanguage(locale) ?? english;
}

/** The language for a locale; undefined where there is none. */
export function findLanguage(locale: string | undefined): Language | undefined {
  const wanted = (locale ?? "")
    .replace(/[.@].*$/, "")
    .replaceAll("_", "-")
    .toLowerCase();
  const fitting = languages
    .filter(({ tag }) => wanted === tag || wanted.startsWith(`${tag}-`))
    .toSorted((one, other) => other.tag.length - one.tag.length);
  return fitting[0];
}

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
  const wordsOf = (value: MessageValue): string => {
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    if (typeof value === "boolean") return "";
    if ("list" in value) return joined(value.list.map(wordsOf), value.join);
    return "prose" in value ? proseOf(value) : text(value);
  };
  const proseOf = ({ prose, english, plain }: Prose): string => {
    const words = language.translate(prose, english);
    return plain === true ? words.replaceAll("`", "") : words;
  };
  const text = ({ id, values = {} }: Message): string => {
    const filling: Filling = {
      textOf: (name) => wordsOf(values[name] ?? ""),
      keysOf: (name) => {
        const value = values[name] ?? "";
        if (typeof value === "number") return [String(value), language.plural(value)];
        if (typeof value === "boolean") return [value ? "yes" : "no"];
        return [typeof value === "string" ? value : wordsOf(value)];
      },
    };
    return fillTemplate(templateOf(id), filling);
  };
  const joined = (words: readonly string[], join: ListJoin): string => {
    const between = text({ id: join === "sentences" ? "list.sentences" : "list.between" });
    if (words.length < 2 || join === "comma" || join === "sentences") return words.join(between);
    return `${words.slice(0, -1).join(between)}${text({ id: `list.${join}` })}${words.at(-1)}`;
  };
  return { locale: language.tag, text, words: wordsOf, prose: proseOf };
}

/** The English template of an id. */
function englishOf(id: string, catalogues: Iterable<Catalogue>): string | undefined {
  const all: readonly Catalogue[] = [textMessages, ...catalogues];
  return all.find((catalogue) => Object.hasOwn(catalogue, id))?.[id];
}
