// Makes the headers that a script lacks, from what else it says of itself.

import { type ChkconfigHeader, readChkconfigHeader } from "../header/chkconfig.ts";
import { sourceLines } from "../header/lines.ts";
import { readLintianHeader } from "../header/lintian.ts";
import { strayHeader } from "../header/stray.ts";

/** The script that gets a header. */
export interface HeaderSource {
  /** The file's base name. */
  readonly name: string;
  readonly text: string;
  /** What its `case` on the first argument knows; undefined where that could not be read. */
  readonly actions?: readonly string[] | undefined;
  /** What chkconfig reads in the text, where that is known already. */
  readonly chkconfig?: () => ChkconfigHeader;
}

/** A line of a header: what stands on either side of the colon. */
export interface HeaderField {
  readonly keyword: string;
  readonly value: string;
}

/** The lines of an LSB header for a script: its levels are those of its `chkconfig:` line, else those of most services. */
export function makeLsbFields({ name, text, actions, chkconfig }: HeaderSource): readonly HeaderField[] {
  const header = chkconfig?.() ?? readChkconfigHeader(text);
  const { levels, lines } = header;
  const chosen = lines.some(({ tag }) => tag === "chkconfig") ? levels : undefined;
  const start = chosen === undefined ? "2 3 4 5" : levelWords((level) => (chosen & (1 << level)) !== 0);
  const stop = chosen === undefined ? "0 1 6" : levelWords((level) => (chosen & (1 << level)) === 0);
  const needed = neededFacilities(text);
  const description = describe(header) ?? `${serviceName(name)} service`;
  const fields = [
    { keyword: "Provides", value: serviceName(name) },
    { keyword: "Required-Start", value: needed },
    { keyword: "Required-Stop", value: needed },
    { keyword: "Default-Start", value: has(actions, "start") ? start : "" },
    { keyword: "Default-Stop", value: has(actions, "stop") ? stop : "" },
    { keyword: "Short-Description", value: description },
  ];
  // What stands there already, but in no header, is what is meant.
  const written = strayHeader(text)?.keywords ?? [];
  return [
    ...fields.map((field) => written.find(({ keyword }) => keyword === field.keyword) ?? field),
    ...written.filter(({ keyword }) => !fields.some((field) => field.keyword === keyword)),
  ].map(({ keyword, value }) => ({ keyword, value }));
}

/** The lines of a chkconfig header for a script: its levels are those of its LSB header, else `-` for none. */
export function makeChkconfigFields({ name, text }: HeaderSource): readonly HeaderField[] {
  const { values } = readLintianHeader(text);
  const written = values.get("Default-Start")?.words ?? [];
  const levels = [...new Set(written.map((word) => word.text).filter((word) => /^[0-6]$/.test(word)))];
  const description =
    values.get("Short-Description")?.text ||
    values.get("Description")?.text ||
    `${serviceName(name)} service`;
  return [
    { keyword: "chkconfig", value: `${levels.toSorted().join("") || "-"} 50 50` },
    { keyword: "description", value: description },
  ];
}

/** An LSB header's lines with its markers. */
export function printLsbHeader(fields: readonly HeaderField[]): readonly string[] {
  return ["### BEGIN INIT INFO", ...fields.map(printField), "### END INIT INFO"];
}

/** A line of either header. */
export function printField({ keyword, value }: HeaderField): string {
  return `# ${keyword}:${value === "" ? "" : ` ${value}`}`;
}

/** The line, counted from 1, before which a new header goes: the one after the interpreter and its own comments. */
export function headerPlace(text: string): number {
  const lines = sourceLines(text);
  let place = lines[0]?.text.startsWith("#!") === true ? 2 : 1;
  const header = /^[ \t]*#[ \t]*(?:chkconfig|description|processname|config|pidfile|probe|hide):/;
  // The chkconfig header comes first, with the lines on which its description goes on.
  for (const [index, line] of lines.entries()) {
    if (!line.text.trimStart().startsWith("#")) break;
    const continued = index > 0 && lines[index - 1]?.text.endsWith("\\") === true && place === index + 1;
    if (header.test(line.text) || continued) place = index + 2;
  }
  return place;
}

/** The name under which a service is known: the file's, without an ending that packagers add. */
function serviceName(name: string): string {
  return name.replace(/\.(?:init|initd|sysvinit|sh)$/, "") || name;
}

function has(actions: readonly string[] | undefined, action: string): boolean {
  return actions === undefined || actions.length === 0 || actions.includes(action);
}

function levelWords(wanted: (level: number) => boolean): string {
  return [0, 1, 2, 3, 4, 5, 6].filter(wanted).join(" ");
}

/** What nearly every service needs: file systems, and the logger that daemons write to. */
function neededFacilities(text: string): string {
  const usesUsr = /^[^#\n]*\/usr\//m.test(text);
  return `${usesUsr ? "$remote_fs" : "$local_fs"} $syslog`;
}

/** The first line of the chkconfig header's description, in one line. */
function describe(header: ChkconfigHeader): string | undefined {
  const description = header.description?.replace(/\s+/g, " ").trim();
  return description === undefined || description === "" ? undefined : description;
}
