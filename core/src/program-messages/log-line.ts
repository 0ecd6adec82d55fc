// What a console, the kernel or a log puts in front of a message, taken away step by step.

/** A line without what stands in front of the message. */
export interface StrippedLine {
  /** From the whole line to the barest text; each is a candidate. */
  readonly candidates: readonly string[];
  /** The names of programs that stood before a colon, in small letters, the nearest last. */
  readonly tags: readonly string[];
}

const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const host = "(?:[A-Za-z0-9_][\\w.-]*|\\(none\\))";
const facility =
  "(?:kern|user|mail|daemon|auth|authpriv|syslog|lpr|news|uucp|cron|local[0-7])\\.(?:emerg|alert|crit|err|error|warn|warning|notice|info|debug)";

/** Each takes one thing from the beginning. */
const fronts: readonly RegExp[] = [
  // The level of the kernel, then its clock.
  /^<\d{1,3}>\s*/,
  /^\[\s*\d+\.\d+\](?:\s*\[\s*[TC]\d+\])?:?\s*/,
  // bootlogd: Tue Nov 29 20:27:00 2026: text
  new RegExp(`^${day} ${month} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d \\d{4}:?\\s*`),
  // BusyBox's logread: Tue Nov 29 20:27:00 2026 daemon.info init: text
  new RegExp(`^${facility}:?\\s+`),
  // syslog: Nov 29 20:27:00 host text; with a fraction of seconds or a year from some daemons.
  new RegExp(
    `^${month}\\s+\\d{1,2}(?: \\d{4})? \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?\\s+(?:${host}\\s+(?=\\S+?:|\\[|${facility}))?`,
  ),
  new RegExp(
    `^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?\\s+(?:${host}\\s+(?=\\S+?:|\\[|${facility}))?`,
  ),
  /^\d\d:\d\d:\d\d(?:[.,]\d+)?\s+/,
  // rc of OpenRC and of Debian, and boxes of other boot scripts.
  /^\*+\s+/,
  /^\[(?: {0,2}(?:OK|ok|\.{4}|FAIL|FAILED|warn|info|WARNING|PASSED)! ?\s*)\]\s*/,
  // A quotation or a comment around what was copied.
  /^[>#|]+\s+/,
];

/** A program's name, perhaps with its number, and a colon. */
const tag = /^(-?[A-Za-z/][\w./+-]{0,60})(?:\[\d+\])?:\s+/;

/**
 * Takes all that away from a line that stands in front of a message. Escape sequences of terminals, carriage returns and
 * other controls go first. `known` says which names before a colon are those of programs.
 */
export function stripLine(line: string, known: (name: string) => boolean): StrippedLine {
  let text = plainLine(line);
  const candidates = [text];
  const tags: string[] = [];
  for (let step = 0; step < 12; step++) {
    const shorter = withoutFront(text);
    if (shorter !== undefined) {
      text = shorter;
      candidates.push(text);
      continue;
    }
    const [whole, name = ""] = tag.exec(text) ?? [];
    const called = (name.startsWith("/") ? name.replace(/^.*\//, "") : name).toLowerCase();
    if (whole === undefined || !known(called)) break;
    tags.push(called);
    text = text.slice(whole.length);
    candidates.push(text);
  }
  return { candidates, tags };
}

function withoutFront(text: string): string | undefined {
  for (const front of fronts) {
    const [taken = ""] = front.exec(text) ?? [];
    if (taken !== "" && taken.length < text.length) return text.slice(taken.length);
  }
  return undefined;
}

/** A line without escape sequences of terminals and other controls. */
export function plainLine(line: string): string {
  return line
    .slice(0, 4000)
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-Z\\-_]/g, "")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]+/g, " ")
    .trim();
}
