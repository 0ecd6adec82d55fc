// insserv.conf and insserv.conf.d: what the `$` names stand for, and which services talk to the console.

import type { TextRange } from "../../text/range.ts";
import { bufferedLines } from "../header/lines.ts";
import { isBackupName, readFileFilters } from "./file-names.ts";
import type { InsservMessage } from "./messages.ts";

/** The names that stand for each facility, in order; a name with `+` need not exist. */
export type Facilities = ReadonlyMap<string, readonly string[]>;

/** One line of a configuration file that insserv uses. */
interface ConfigurationLine extends TextRange {
  /** `$name`, or `<name>` for a list of services with a property. */
  readonly name: string;
  readonly members: readonly string[];
  readonly line: number;
}

const configurationLine = /^(\$[A-Za-z0-9_-]+|<[A-Za-z0-9_-]+>)(?:[ \t]*[=:][ \t]*|[ \t]+)([ -~]*)/;

/** The lines of a configuration file that mean something, in order. */
function readConfiguration(text: string): ConfigurationLine[] {
  const found: ConfigurationLine[] = [];
  for (const line of bufferedLines(text, 2047)) {
    const match = configurationLine.exec(line.text);
    if (match === null) continue;
    const [all, name = "", value = ""] = match;
    const members = value === "" ? [] : value.split(/[ ,;\t]/);
    found.push({ name, members, line: line.number, start: line.start, end: line.start + all.length });
  }
  return found;
}

/** What insserv knows when it has read all its configuration. */
export interface Configuration {
  readonly facilities: Facilities;
  /** The names on `<interactive>` lines, in order. */
  readonly interactive: readonly string[];
  readonly messages: readonly InsservMessage[];
  /** A circle of facilities ends the program. */
  readonly fatal: boolean;
  /** The files read, in order. */
  readonly read: readonly string[];
}

/** The files that make up the configuration. */
export interface ConfigurationFiles {
  readonly configuration: string | undefined;
  readonly configurationFiles: readonly { readonly name: string; readonly text: string }[];
  readonly fileFilters: string | undefined;
}

/** Reads insserv.conf, then the files of insserv.conf.d from the last name to the first, and expands the facilities. */
export function configure(files: ConfigurationFiles): Configuration {
  const main = "/etc/insserv.conf";
  const filters = readFileFilters(files.fileFilters);
  const parts = files.configurationFiles
    .filter(({ name }) => !name.startsWith(".") && !isBackupName(name, filters))
    .toSorted((one, other) => (one.name < other.name ? 1 : -1))
    .map(({ name, text }) => ({ path: `${main}.d/${name}`, text }));
  const lines = [files.configuration ?? "", ...parts.map((part) => part.text)].flatMap(readConfiguration);
  const members = new Map<string, string[]>();
  for (const line of lines) {
    if (!line.name.startsWith("$")) continue;
    const known = members.get(line.name);
    if (known === undefined) members.set(line.name, [...line.members]);
    else for (const member of line.members) known.push(member);
  }
  const messages: InsservMessage[] = [];
  if (files.configuration === undefined) messages.push({ kind: "no-configuration", path: main });
  const circle = expand(members, messages);
  if (circle !== undefined) messages.push(circle);
  return {
    facilities: members,
    interactive: lines.filter((line) => line.name === "<interactive>").flatMap((line) => line.members),
    messages,
    fatal: circle !== undefined,
    read: [main, ...parts.map((part) => part.path)],
  };
}

/** Facilities that name each other many times grow without bounds; the program would be at it for ever. */
const largestFacility = 10_000;

/** Replaces members that are facilities by theirs, put after the others. Answers with the circle that forbids it. */
function expand(members: Map<string, string[]>, messages: InsservMessage[]): InsservMessage | undefined {
  for (const [name, list] of members) {
    // Members that an earlier step appended are looked at too, but they are never facilities.
    for (const member of list.filter((each) => each.startsWith("$"))) {
      const circle = append(members, member, list, new Set(), 0, messages);
      if (circle !== undefined) return circle;
      list.splice(list.indexOf(member), 1);
    }
    members.set(name, list);
  }
  return undefined;
}

function append(
  members: ReadonlyMap<string, readonly string[]>,
  facility: string,
  into: string[],
  visiting: Set<string>,
  depth: number,
  messages: InsservMessage[],
): InsservMessage | undefined {
  const list = members.get(facility) ?? [];
  for (const [place, member] of [...list].entries()) {
    // The same member of the same line met again is a circle; the same facility by another line is not.
    const key = `${facility} ${place}`;
    if (visiting.has(key)) return { kind: "facility-loop", first: member, second: into.at(-1) ?? "" };
    if (!member.startsWith("$")) {
      into.push(member);
      continue;
    }
    if (depth > 10 || into.length > largestFacility) {
      messages.push({ kind: "facility-too-deep" });
      return undefined;
    }
    visiting.add(key);
    const circle = append(members, member, into, visiting, depth + 1, messages);
    if (circle !== undefined) return circle;
    visiting.delete(key);
  }
  return undefined;
}
