// What Debian's build of OpenRC makes of the LSB header of a script that is not OpenRC's.
// Observed: the cases lsb-… of OpenRC 0.45.2 as in Debian 12.

import type { Declaration } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";

/** What a header declares; undefined: the script has none, and stays out of the tree. */
export function lsbDeclarations(
  name: string,
  text: string,
  files: OpenrcFiles,
): readonly Declaration[] | undefined {
  const lines = headerLines(text);
  if (lines === undefined) return undefined;
  const valuesOf = (keyword: string): readonly string[] =>
    lines.flatMap((line) =>
      line.startsWith(`# ${keyword}:`) ? wordsOf(line.slice(keyword.length + 3)) : [],
    );
  const provided = valuesOf("Provides").filter((word) => word !== name);
  const start = [...valuesOf("Required-Start"), ...valuesOf("Should-Start")];
  const comesLast = start.includes("$all");
  const facilities = membersByFacility(files);
  const needed = valuesOf("Required-Start").filter((word) => !word.startsWith("$"));
  const used = start.flatMap((word) =>
    word === "$all"
      ? ["_all"]
      : word.startsWith("$")
        ? membersOf(word, facilities)
        : valuesOf("Required-Start").includes(word)
          ? []
          : [word],
  );
  return [
    { word: "provide" as const, values: [...provided, ...(comesLast ? [] : ["_all"])] },
    { word: "use" as const, values: used },
    { word: "need" as const, values: needed },
    { word: "before" as const, values: valuesOf("X-Start-Before").filter((word) => !word.startsWith("$")) },
  ].filter(({ values }) => values.length > 0);
}

function headerLines(text: string): readonly string[] | undefined {
  const lines = text.split("\n");
  const begin = lines.findIndex((line) => line.startsWith("### BEGIN INIT INFO"));
  if (begin < 0) return undefined;
  const end = lines.findIndex((line, at) => at > begin && line.startsWith("### END INIT INFO"));
  return lines.slice(begin + 1, end < 0 ? undefined : end);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** insserv.conf: each facility with its members, whatever stands before their names. */
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
    if (facility.startsWith("$"))
      facilities.set(facility, [
        ...(facilities.get(facility) ?? []),
        ...members.map((member) => member.replace(/^\+/, "")),
      ]);
  }
  return facilities;
}

/** The services of a facility, and of the facilities that are members of it. */
function membersOf(
  facility: string,
  facilities: ReadonlyMap<string, readonly string[]>,
  within: readonly string[] = [],
): readonly string[] {
  if (within.includes(facility)) return [];
  return (facilities.get(facility) ?? []).flatMap((member) =>
    member.startsWith("$") ? membersOf(member, facilities, [...within, facility]) : [member],
  );
}
