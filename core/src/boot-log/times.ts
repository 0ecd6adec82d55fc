// The times in front of lines and in columns of logs.

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A year for times that have none; it has a 29th of February. */
const someYear = 2000;

/** The time that a text begins with, or has where `anywhere` says so, in seconds on a clock of its own; undefined: none. */
export function timeIn(text: string, anywhere = false): number | undefined {
  const front = anywhere ? "" : "^(?:<\\d{1,3}>)?\\s*";
  const [, kernel] =
    new RegExp(`${front || "^"}\\[\\s*(\\d+\\.\\d+)(?:\\s+\\d+\\.\\d+)?\\]`).exec(text) ?? [];
  if (kernel !== undefined) return Number(kernel);
  const iso = new RegExp(
    `${front}\\[?(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d+))?`,
  ).exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, part = ""] = iso;
    return secondsOf([year, month, day, hour, minute, second]) + Number(`0.${part || 0}`);
  }
  const named = new RegExp(
    `${front}\\[?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(${months.join("|")})\\s+(\\d{1,2})(?: (\\d{4}))? (\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?(?: (\\d{4})\\b)?`,
  ).exec(text);
  if (named !== null) {
    const [, month = "", day, early, hour, minute, second = "0", part = "", late] = named;
    const year = early ?? late ?? String(someYear);
    return (
      secondsOf([year, String(months.indexOf(month) + 1), day, hour, minute, second]) +
      Number(`0.${part || 0}`)
    );
  }
  const clock = new RegExp(`${front}(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d+))?\\s`).exec(text);
  if (clock === null) return undefined;
  const [, hour, minute, second, part = ""] = clock;
  return secondsOf([String(someYear), "1", "1", hour, minute, second]) + Number(`0.${part || 0}`);
}

function secondsOf(parts: readonly (string | undefined)[]): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
