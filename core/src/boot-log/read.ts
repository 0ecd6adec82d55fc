import { type BootLog, lastBoot } from "./model.ts";
import { isLast, isUtmpdump, readLast, readUtmpdump } from "./read-accounting.ts";
import { isBootchart, readBootchart } from "./read-bootchart.ts";
import { readLogLines } from "./read-lines.ts";

/** Reads what a machine has left of its boots, whatever it is; undefined: it shows nothing of one. Never throws. */
export function readBootLog(text: string): BootLog | undefined {
  const log = readAny(text);
  return log.seen.some(({ kind }) => kind === "start" || kind === "level") ? log : undefined;
}

const whole = { hidesTerminals: false } as const;

function readAny(text: string): BootLog {
  if (isUtmpdump(text))
    return { form: "utmpdump", shows: "both", isOrdered: true, ...whole, seen: lastBoot(readUtmpdump(text)) };
  if (isLast(text))
    return { form: "last", shows: "levels", isOrdered: true, ...whole, seen: lastBoot(readLast(text)) };
  if (isBootchart(text))
    return {
      form: "bootchart",
      shows: "starts",
      isOrdered: false,
      ...whole,
      seen: lastBoot(readBootchart(text)),
    };
  const { found, hidesTerminals } = readLogLines(text);
  const seen = lastBoot(found);
  const shows = seen.some(({ kind }) => kind === "start") ? "starts" : "levels";
  return { form: "log", shows, isOrdered: true, hidesTerminals, seen };
}
