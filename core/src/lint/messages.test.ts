// What rules put into their messages: templates have the words, values are code, names, numbers or parts of the file.

import { describe, expect, test } from "vitest";
import { scanInittab } from "../inittab/scan.ts";
import { coreCatalogues } from "../messages.ts";
import { listingOf } from "../testing/listing.ts";
import { exampleOptions, scriptInput } from "../testing/script-check.ts";
import type { Message, MessageValue } from "../text/message.ts";
import { textMessages } from "../text/messages.ts";
import { namesIn, parseTemplate } from "../text/template.ts";
import type { Finding } from "./contract.ts";
import { lintScript } from "./initscript/lint.ts";
import { scriptRules } from "./initscript/registry.ts";
import { lintInittab } from "./inittab/lint.ts";
import { inittabRules as rules } from "./inittab/registry.ts";

/** Values of several words that are no part of the file: init's own messages, proper names, lines to be written. */
const otherTexts: readonly RegExp[] = [
  /^(?:missing|id field|rlevel field|process field|action field|\S+: unknown action|duplicate)/,
  /^(?:BusyBox init|OpenWrt's procd|AIX|HP-UX|IRIX|SCO OpenServer|Solaris|Tru64 UNIX|other System V)/,
  /:(?:initdefault|ctrlaltdel|wait):/,
];

function textsOf(value: MessageValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || "prose" in value) return [];
  if ("list" in value) return value.list.flatMap(textsOf);
  if ("code" in value) return [value.code];
  if ("verbatim" in value) return [value.verbatim];
  return Object.values(value.values ?? {}).flatMap(textsOf);
}

function sentencesOf({ message, related, fixes }: Finding): readonly Message[] {
  return [message, ...related.map((place) => place.message), ...fixes.map((fix) => fix.title)];
}

/** The values that look like words of ours: several of them, and no part of what was checked. */
function suspicious(findings: readonly Finding[], around: string): readonly string[] {
  return findings
    .flatMap((finding) => sentencesOf(finding).flatMap(textsOf))
    .filter((text) => /[a-z]{2,}[ ,][a-z]{2,}/.test(text))
    .filter((text) => !around.includes(text.replace(/^[`"]|[`"]$|\.\.\.`$/g, "")))
    .filter((text) => !otherTexts.some((pattern) => pattern.test(text)));
}

describe("the values of messages hold no words of ours", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    for (const { text, dialect = "sysvinit", version, root } of rule.docs.wrong) {
      const scan = scanInittab(text, { dialect, ...(version !== undefined && { version }) });
      const { findings } = lintInittab(scan, {
        severities: { [rule.id]: "warning" },
        ...(root !== undefined && { root: listingOf(root) }),
      });
      expect(suspicious(findings, text)).toEqual([]);
    }
  });

  test.each(scriptRules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    for (const example of rule.docs.wrong) {
      const input = scriptInput(example.text, exampleOptions(example));
      const findings = lintScript(input, { everyFamily: true, severities: { [rule.id]: "warning" } });
      const around = [
        example.text,
        ...(example.files ?? []).map(({ text = "", path }) => text + path),
      ].join();
      expect(suspicious(findings, around)).toEqual([]);
    }
  });
});

/** The messages in a value, itself included. */
function messagesIn(value: MessageValue): readonly Message[] {
  if (typeof value !== "object" || "prose" in value || "code" in value || "verbatim" in value) return [];
  if ("list" in value) return value.list.flatMap(messagesIn);
  return [value, ...Object.values(value.values ?? {}).flatMap(messagesIn)];
}

/** What is wrong with the sentences of findings: an id without a template, a value that its template has no place for. */
function broken(findings: readonly Finding[]): readonly string[] {
  const templates = new Map([textMessages, ...coreCatalogues].flatMap((each) => Object.entries(each)));
  return findings
    .flatMap(sentencesOf)
    .flatMap(messagesIn)
    .flatMap(({ id, values = {} }) => {
      const template = templates.get(id);
      if (template === undefined) return [`no template: ${id}`];
      const places = new Set(namesIn(parseTemplate(template)));
      const missing = [...places].filter((name) => !Object.hasOwn(values, name));
      return missing.map((name) => `${id}: no value for ${name}`);
    });
}

describe("every sentence has a template, and all of the template's values", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    for (const { text, dialect = "sysvinit", version } of [...rule.docs.wrong, ...rule.docs.right]) {
      const scan = scanInittab(text, { dialect, ...(version !== undefined && { version }) });
      const all = Object.fromEntries(rules.map(({ id }) => [id, "warning" as const]));
      expect(broken(lintInittab(scan, { severities: all }).findings)).toEqual([]);
    }
  });

  test.each(scriptRules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    for (const example of [...rule.docs.wrong, ...rule.docs.right]) {
      const input = scriptInput(example.text, exampleOptions(example));
      const all = Object.fromEntries(scriptRules.map(({ id }) => [id, "warning" as const]));
      expect(broken(lintScript(input, { everyFamily: true, severities: all }))).toEqual([]);
    }
  });
});

describe("the catalogues", () => {
  const entries = coreCatalogues.flatMap((catalogue) => Object.entries(catalogue));

  test("have each id once", () => {
    const ids = entries.map(([id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(entries)("%s is well-formed", (_id, template) => {
    expect(namesIn(parseTemplate(template)).every((name) => /^[a-z]\w*$/.test(name))).toBe(true);
  });
});
