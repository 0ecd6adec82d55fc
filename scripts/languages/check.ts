// What is wrong with the texts of a language, judged by the English ones.

import { parseTemplate, type Template } from "../../core/src/text/template.ts";
import type { EnglishText } from "./english.ts";
import type { LanguageFile } from "./folders.mjs";

/** A language as its folder has it. */
export interface GivenLanguage {
  readonly tag: string;
  readonly files: readonly LanguageFile[];
  /** The ids of texts that are rightly the same as in English. */
  readonly same: readonly string[];
}

/** What is wrong, and where; a text that is missing stands in no file. */
export interface Fault {
  readonly kind: "missing" | "unknown" | "twice" | "malformed" | "differs" | "plural" | "untranslated";
  readonly file?: string;
  readonly id: string;
  readonly why: string;
}

/** Everything that is wrong with a language. */
export function faultsOf(language: GivenLanguage, english: readonly EnglishText[]): readonly Fault[] {
  const known = new Map(english.map((text) => [text.id, text]));
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { name: file, texts, keys } of language.files)
    for (const id of keys) {
      const before = seen.get(id);
      const add = (kind: Fault["kind"], why: string) => faults.push({ kind, file, id, why });
      if (before !== undefined)
        add("twice", before === file ? "stands here twice" : `stands in ${before} too`);
      seen.set(id, file);
      const original = known.get(id);
      const text: unknown = texts[id];
      if (typeof text !== "string") add("malformed", "is not a text");
      else if (original === undefined) add("unknown", "is the id of no English text");
      else for (const { kind, why } of textFaults(text, original, language)) add(kind, why);
    }
  for (const id of language.same)
    if (!known.has(id))
      faults.push({ kind: "unknown", file: "same.json", id, why: "is the id of no English text" });
  for (const { id, english: text } of english)
    if (!seen.has(id) && !language.same.includes(id) && hasWords(text))
      faults.push({ kind: "missing", id, why: "is not translated" });
  return faults;
}

type TextFault = Pick<Fault, "kind" | "why">;

function textFaults(text: string, original: EnglishText, language: GivenLanguage): readonly TextFault[] {
  const { id, english, kind } = original;
  if (text === english)
    return language.same.includes(id) || !hasWords(english)
      ? []
      : [
          {
            kind: "untranslated",
            why: "is the English text; one that is rightly the same is listed in same.json or same-ROOM.json",
          },
        ];
  const faults: TextFault[] = [];
  const differ = (what: string, own: ReadonlySet<string>, wanted: ReadonlySet<string>) => {
    const lacks = [...wanted].filter((each) => !own.has(each));
    const adds = [...own].filter((each) => !wanted.has(each));
    if (lacks.length > 0) faults.push({ kind: "differs", why: `lacks ${what} ${lacks.join(", ")}` });
    if (adds.length > 0) faults.push({ kind: "differs", why: `adds ${what} ${adds.join(", ")}` });
  };
  if (text.trim() === "" && english.trim() !== "") faults.push({ kind: "malformed", why: "is empty" });
  differ("the code", codeIn(text), codeIn(english));
  if (kind === "prose") return faults;
  const own = read(text);
  if (typeof own === "string") return [...faults, { kind: "malformed", why: own }];
  const wanted = parseTemplate(english);
  differ("the value", new Set(valuesIn(own)), new Set(valuesIn(wanted)));
  return [...faults, ...choiceFaults(own, wanted, language.tag)];
}

function read(text: string): Template | string {
  try {
    return parseTemplate(text);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

/** The names of all values, as they are written. */
function valuesIn(template: Template): readonly string[] {
  return template.flatMap((part): readonly string[] => {
    if (typeof part === "string") return [];
    const own = `{$${part.name}}`;
    return part.kind === "value" ? [own] : [own, ...part.variants.flatMap((each) => valuesIn(each.template))];
  });
}

/** The keys of the choices by each name. */
function choicesIn(template: Template): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const look = (parts: Template): void => {
    for (const part of parts) {
      if (typeof part === "string" || part.kind === "value") continue;
      const keys = found.get(part.name) ?? new Set();
      found.set(part.name, keys);
      for (const { key, template: inside } of part.variants) {
        keys.add(key);
        look(inside);
      }
    }
  };
  look(template);
  return found;
}

const pluralKey = /^(?:zero|one|two|few|many|other|\d+)$/;

function choiceFaults(own: Template, wanted: Template, tag: string): readonly TextFault[] {
  const categories: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const originals = choicesIn(wanted);
  return [...choicesIn(own)].flatMap(([name, keys]): readonly TextFault[] => {
    const original = originals.get(name);
    const byNumber = [...(original ?? keys)].every((key) => pluralKey.test(key));
    if (byNumber) {
      const wrong = [...keys].filter((key) => !/^\d+$/.test(key) && !categories.includes(key));
      return wrong.length === 0
        ? []
        : [
            {
              kind: "plural",
              why: `chooses by {$${name}} for ${wrong.join(", ")}, which ${tag} does not have`,
            },
          ];
    }
    const lacks = [...(original ?? [])].filter((key) => !keys.has(key));
    const adds = original === undefined ? [] : [...keys].filter((key) => !original.has(key));
    return lacks.length + adds.length === 0
      ? []
      : [
          {
            kind: "differs",
            why: `does not choose by {$${name}} as English does: ${[...lacks, ...adds].join(", ")}`,
          },
        ];
  });
}

/** What stands between back-quotes. */
function codeIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/`[^`]+`/g) ?? []);
}

/** Whether there is a word to translate: letters outside of code, values and names of programs with a section. */
function hasWords(text: string): boolean {
  const rest = text.replace(/`[^`]*`|\{"[^"]*"\}|\{\$\w+(?: ->)?|\[\w+\]|[\w.-]+\(\d\w?\)/g, " ");
  return /\p{L}{3}/u.test(rest);
}
