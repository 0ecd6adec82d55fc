// Files that a build or a template engine makes a script of.

import { placeholdersIn } from "../placeholders.ts";

/** A line of a template engine's own, which is gone from what it makes. */
const ownLine =
  /^[ \t]*(?:## template:|#jinja2:|\{[%#]|<%|%%?[a-z]|dnl\b|m4_|#\{\{|\{\{|##[ \t]*(?:cheetah|-\*- mako)|@[A-Za-z_]+@)/m;

/**
 * Whether a text is filled in by a build before it is a script: it has places to be filled in, or its first lines are
 * those of a template engine.
 */
export function isTemplate(text: string): boolean {
  const [beginning = ""] = /^(?:[^\n]*\n){0,5}/.exec(text.slice(0, 2_000)) ?? [];
  return placeholdersIn(text).length > 0 || ownLine.test(beginning);
}
