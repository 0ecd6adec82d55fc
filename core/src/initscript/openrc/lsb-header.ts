// What Debian's build of OpenRC makes of the LSB header of a script.
// Observed: the cases lsb-… of OpenRC 0.45.2 as in Debian 12, and further runs of that program.

import type { Declaration } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";

/** What a header declares; undefined: the script has none, or one without an end. */
export function lsbDeclarations(
  name: string,
  text: string,
  files: OpenrcFiles,
): readonly Declaration[] | undefined {
  const lines = headerLines(text);
  if (lines === undefined) return undefined;
  const valuesOf = (keyword: string): readonly string[] => {
    // Without blanks on both sides a line counts for nothing (observed lsb-bad-header).
    const pattern = new RegExp(`^#[ \\t]+${keyword}:[ \\t](.*)$`, "i");
    return lines.flatMap((line) => wordsOf(pattern.exec(line)?.[1] ?? "")).filter((word) => word !== name);
  };
  const facilities = membersByFacility(files);
  const members = (words: readonly string[]): readonly Member[] =>
    words.flatMap((word) =>
      word === "$all"
        ? [{ name: "_all", isOptional: true }]
        : word.startsWith("$")
          ? membersOf(word, facilities)
          : [{ name: word, isOptional: false }],
    );
  const required = members(valuesOf("Required-Start"));
  const should = members(valuesOf("Should-Start"));
  const before = members([...valuesOf("X-Start-Before"), ...valuesOf("X-Stop-After")]);
  const used = [...required.filter(({ isOptional }) => isOptional), ...should].map((each) => each.name);
  const needed = required.filter(({ isOptional }) => !isOptional).map((each) => each.name);
  const provided = [...valuesOf("Provides"), ...(used.includes("_all") ? [] : ["_all"])];
  return [
    { word: "provide" as const, values: provided },
    { word: "use" as const, values: [...new Set(used)] },
    { word: "need" as const, values: [...new Set(needed)] },
    { word: "before" as const, values: [...new Set(before.map((each) => each.name))] },
  ].filter(({ values }) => values.length > 0);
}

function headerLines(text: string): readonly string[] | undefined {
  const lines = text.split("\n");
  const begin = lines.findIndex((line) => line.startsWith("### BEGIN INIT INFO"));
  const end = lines.findIndex((line, at) => at > begin && line.startsWith("### END INIT INFO"));
  return begin < 0 || end < 0 ? undefined : lines.slice(begin + 1, end);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A member of a facility; one with a `+` before it is only used, others are needed. */
interface Member {
  readonly name: string;
  readonly isOptional: boolean;
}

/** insserv.conf: each facility with its members. */
function membersByFacility(files: OpenrcFiles): ReadonlyMap<string, readonly string[]> {
  const folder = "/etc/insserv.conf.d";
  const paths = [
    "/etc/insserv.conf",
    ...files
      .list(folder)
      .toSorted()
      .map((name) => `${folder}/${name}`),
  ];
  const facilities = new Map<string, readonly string[]>();
  for (const line of paths.flatMap((path) => (files.read(path) ?? "").split("\n"))) {
    const [facility = "", ...members] = wordsOf(line);
    if (facility.startsWith("$")) facilities.set(facility, [...(facilities.get(facility) ?? []), ...members]);
  }
  return facilities;
}

/** The services of a facility, and of the facilities that are members of it. */
function membersOf(
  facility: string,
  facilities: ReadonlyMap<string, readonly string[]>,
  within: readonly string[] = [],
): readonly Member[] {
  if (within.includes(facility)) return [];
  return (facilities.get(facility) ?? []).flatMap((member) =>
    member.startsWith("$")
      ? membersOf(member, facilities, [...within, facility])
      : [{ name: member.replace(/^\+/, ""), isOptional: member.startsWith("+") }],
  );
}
