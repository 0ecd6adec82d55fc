import { type BootLog, lastBoot } from "./model.ts";
import { openrcBoot } from "./openrc.ts";
import { isLast, isUtmpdump, readLast, readUtmpdump } from "./read-accounting.ts";
import { isBootchart, readBootchart } from "./read-bootchart.ts";
import { readLogLines } from "./read-lines.ts";
import { isRcLog, readRcLog } from "./read-rc-log.ts";

/** Reads what a machine has left of its boots, whatever it is; undefined: it shows nothing of one. Never throws. */
export function readBootLog(text: string): BootLog | undefined {
  const log = readAny(text);
  const isBoot = log.seen.some(({ kind }) => kind === "start" || kind === "level");
  return isBoot || log.shows === "scripts" ? log : undefined;
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
  if (isRcLog(text))
    return { form: "rclog", shows: "runlevels", isOrdered: true, ...whole, seen: lastBoot(readRcLog(text)) };
  const { found, hidesTerminals } = readLogLines(text);
  const seen = lastBoot(found);
  const shows = seen.some(({ kind }) => kind === "start") ? "starts" : "levels";
  if (shows === "levels" && !seen.some(({ kind }) => kind === "level")) {
    const begun = openrcBoot(text);
    if (begun !== undefined)
      return { form: "log", shows: "scripts", isOrdered: true, hidesTerminals, seen: [begun] };
  }
  return { form: "log", shows, isOrdered: true, hidesTerminals, seen };
}
