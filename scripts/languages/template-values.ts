// Which values a template asks for.

import { parseTemplate, type Template } from "../../core/src/text/template.ts";

/** The names in a template, those that are put in whatever is chosen, and the keys that it chooses by. */
export interface TemplateValues {
  readonly names: ReadonlySet<string>;
  readonly always: readonly string[];
  readonly keys: ReadonlySet<string>;
}

/** What a template asks for. Throws a `SyntaxError` for one that is not well-formed. */
export function templateValues(text: string): TemplateValues {
  const names = new Set<string>();
  const keys = new Set<string>();
  const look = (parts: Template): void => {
    for (const part of parts) {
      if (typeof part === "string") continue;
      names.add(part.name);
      if (part.kind === "value") continue;
      for (const { key, template } of part.variants) {
        keys.add(key);
        look(template);
      }
    }
  };
  const template = parseTemplate(text);
  look(template);
  const always = template.flatMap((part) =>
    typeof part !== "string" && part.kind === "value" ? [part.name] : [],
  );
  return { names, always, keys };
}
