// The stable format for programs. Members may be added in a later release; a changed meaning gets another `version`.

import { jsonText, type Localizer, type TextRange } from "@inittab/core";
import type { Places } from "../text-place.ts";
import { type CheckedFile, type Format, type FormatOptions, familyMembers } from "./format.ts";

/** One JSON object: `version`, `files`, `unreadable`, `notJudged`, `summary`. The shape is described in docs/check-json.md. */
export function jsonFormat({ localizer }: FormatOptions): Format {
  const { words } = localizer;
  let first = true;
  const notJudged: { readonly path: string; readonly why: string }[] = [];
  return {
    start: () => ['{"version":1,"files":[\n'],
    *file(file) {
      const { findings, places } = file;
      const head = headOf(file, localizer);
      yield `${first ? "" : ",\n"}${jsonText(head).slice(0, -1)},"findings":[`;
      first = false;
      for (const [index, finding] of findings.entries()) {
        const { rule, code, severity, message, range, unnecessary } = finding;
        const related = finding.related.map((other) => ({
          message: words(other.message),
          ...placesOfRange(places, other.range),
        }));
        const fixes = finding.fixes.map(({ title, kind, edits }) => ({
          title: words(title),
          kind,
          edits: edits.map((edit) => ({ ...placesOfRange(places, edit), text: edit.text })),
        }));
        const found = {
          rule,
          code,
          severity,
          message: words(message),
          ...placesOfRange(places, range),
          unnecessary,
          related,
          fixes,
        };
        yield `${index === 0 ? "\n" : ",\n"}${jsonText(found)}`;
      }
      yield "]}";
    },
    notJudged: (path, why) => {
      notJudged.push({ path, why: words(why) });
      return [];
    },
    *end(summary) {
      const { files, counts, unreadable } = summary;
      const unread = unreadable.map(({ path, why }) => ({ path, why: words(why) }));
      const more = notJudged.length === 0 ? "" : `"notJudged":${jsonText(notJudged)},`;
      yield `\n],"unreadable":${jsonText(unread)},${more}"summary":${jsonText({ files, ...counts })}}\n`;
    },
  };
}

function headOf(file: CheckedFile, localizer: Localizer): object {
  const { words } = localizer;
  const { path, encoding, kind } = file;
  if (file.kind === "script") {
    const { family, shellRead } = file;
    return { path, encoding, kind, ...familyMembers(family, localizer), shellRead };
  }
  if (file.kind === "recipe") return { path, encoding, kind };
  const { dialect, initVersion, guess } = file;
  const { by, because } = guess;
  const evidence = by === "request" ? {} : { because: words(because) };
  return { path, encoding, kind, dialect, initVersion, dialectFrom: by, ...evidence };
}

function placesOfRange(places: Places, range: TextRange): object {
  return { start: places.at(range.start), end: places.at(range.end) };
}
