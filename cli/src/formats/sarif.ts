// SARIF 2.1.0, the format of code scanning services.

import { createHash } from "node:crypto";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import {
  allRules,
  type Finding,
  jsonText,
  type Localizer,
  type MessageValue,
  type RuleFacts,
  rulePage,
  rulePart,
  type Severity,
  type TextRange,
  visible,
  withoutLinks,
} from "@inittab/core";
import { standardInput } from "../input.ts";
import { message } from "../message.ts";
import type { Places } from "../text-place.ts";
import { assumptionOf, type CheckedFile, type Format, type FormatOptions, familyMembers } from "./format.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The name for the folder that relative addresses begin at. */
const root = "%SRCROOT%";

/** One SARIF log with one run. Columns are UTF-16 units. */
export function sarifFormat({ version, folder, localizer }: FormatOptions): Format {
  const { words } = localizer;
  const said = (what: MessageValue) => withoutLinks(words(what));
  const indexes = new Map(allRules.map((rule, index) => [rule.id, index]));
  let first = true;
  // What every file was read as; SARIF has a place for it at the end only.
  const artifacts: string[] = [];

  function result(file: CheckedFile, finding: Finding, seen: Map<string, number>): object {
    const location = artifactLocation(file.path, folder);
    const { places } = file;
    return {
      ruleId: finding.code,
      ruleIndex: indexes.get(finding.rule),
      level: levels[finding.severity],
      message: { text: said(finding.message) },
      locations: [
        { physicalLocation: { artifactLocation: location, region: region(places, finding.range) } },
      ],
      partialFingerprints: { "inittabFinding/v1": fingerprint(file, finding, seen) },
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map((related) => ({
          message: { text: said(related.message) },
          physicalLocation: { artifactLocation: location, region: region(places, related.range) },
        })),
      }),
      ...(finding.fixes.length > 0 && {
        fixes: finding.fixes.map((fix) => ({
          description: { text: said(fix.title) },
          artifactChanges: [
            {
              artifactLocation: location,
              replacements: fix.edits.map((edit) => ({
                deletedRegion: region(places, edit),
                insertedContent: { text: edit.text },
              })),
            },
          ],
        })),
      }),
    };
  }

  return {
    *start() {
      const driver = {
        name: "Inittab",
        version,
        semanticVersion: version,
        rules: allRules.map((rule) => reportingDescriptor(rule, localizer)),
      };
      const head = {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [root]: { uri: `${pathToFileURL(folder).href.replace(/\/$/, "")}/` } },
      };
      yield `{"$schema":${jsonText(schema)},"version":"2.1.0","runs":[${jsonText(head).slice(0, -1)},"results":[`;
    },
    *file(file) {
      artifacts.push(jsonText(artifact(file, folder, localizer)));
      const seen = new Map<string, number>();
      for (const finding of file.findings) {
        yield `${first ? "\n" : ",\n"}${jsonText(result(file, finding, seen))}`;
        first = false;
      }
    },
    notJudged: () => [],
    *end({ unreadable }) {
      const invocation = {
        executionSuccessful: unreadable.length === 0,
        toolExecutionNotifications: unreadable.map(({ path, why }) => ({
          level: "error",
          message: { text: withoutLinks(`${visible(path)}: ${words(why)}`) },
          locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, folder) } }],
        })),
      };
      yield `\n],"artifacts":[${artifacts.join(",\n")}],"invocations":[${jsonText(invocation)}]}]}\n`;
    },
  };
}

function artifact(file: CheckedFile, folder: string, localizer: Localizer): object {
  return {
    location: artifactLocation(file.path, folder),
    roles: ["analysisTarget"],
    description: {
      text: withoutLinks(localizer.text(message("check.read-as", { what: assumptionOf(file) }))),
    },
    properties: artifactProperties(file, localizer),
  };
}

function artifactProperties(file: CheckedFile, localizer: Localizer): object {
  if (file.kind === "script") {
    const { family, shellRead } = file;
    return { ...familyMembers(family, localizer), shellRead };
  }
  if (file.kind === "recipe") return {};
  const { dialect, initVersion, guess } = file;
  return { dialect, initVersion, dialectFrom: guess.by, because: localizer.text(guess.because) };
}

function reportingDescriptor(rule: RuleFacts, localizer: Localizer): object {
  const part = (name: "what" | "why" | "instead") => localizer.prose(rulePart(rule, name));
  return {
    id: rule.code,
    name: rule.id,
    shortDescription: { text: part("what") },
    fullDescription: { text: `${part("what")} ${part("why").replaceAll("\n", " ")}` },
    help: {
      text: `${part("why")}\n\n${part("instead")}`,
      markdown: rulePage(rule, localizer),
    },
    defaultConfiguration: { enabled: rule.group !== "nursery", level: levels[rule.severity] },
    properties: { tags: [rule.group], since: rule.since },
  };
}

function region(places: Places, range: TextRange): object {
  const start = places.at(range.start);
  const end = places.at(range.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Survives moved lines: the rule, the text of the line, and which of several equal ones it is. */
function fingerprint(file: CheckedFile, finding: Finding, seen: Map<string, number>): string {
  const line = file.places.line(file.places.at(finding.range.start).line);
  const content = createHash("sha256").update(`${finding.rule}\0${line.trim()}`).digest("hex").slice(0, 16);
  const number = (seen.get(content) ?? 0) + 1;
  seen.set(content, number);
  return `${content}:${number}`;
}

function artifactLocation(path: string, folder: string): object {
  if (path === standardInput.shown) return { uri: encodeURIComponent(path) };
  const absolute = resolve(folder, path);
  const inside = relative(folder, absolute);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return { uri: pathToFileURL(absolute).href };
  return { uri: inside.split(sep).map(encodeURIComponent).join("/"), uriBaseId: root };
}
