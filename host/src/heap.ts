// How much memory V8 takes for itself, in a program that runs as long as an editor. Measured by `npm run bench`.

import { getHeapSpaceStatistics } from "node:v8";
import { setFlags } from "./set-flags.ts";

/**
 * From now on the part of the heap for young objects stays at two megabytes instead of growing to 32, and that for old
 * ones grows by 60 percent of what is in use instead of to four times as much. A server with a file of usual length makes
 * a few kilobytes with each key. Young objects keep what they have been given before, so this is for the start. Threads
 * that help to collect so few objects cost more than they save.
 */
export function keepHeapSmall(): void {
  setFlags("--semi-space-growth-factor=1");
  setFlags("--heap-growing-percent=60");
  setFlags("--no-parallel-scavenge");
}

/**
 * While a text of this length is taken in, the part for young objects may grow: where megabytes live on, they would be
 * copied again and again. It keeps what it has been given, so it gets no more than helps with the text. After one that is
 * not so long it may grow for a moment longer, since most of what is made of it is made when it is checked.
 */
export function whileYoungGrow(length: number, work: () => void): void {
  if (length <= shortText) {
    work();
    return;
  }
  const isLong = length > longText;
  letGrow(youngSize() < (isLong ? length * youngPerUnit : youngOfMany));
  try {
    work();
  } finally {
    if (isLong) letGrow(false);
  }
}

function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}

/** A file of usual length, and far more than anybody writes by hand; UTF-16 units. */
const shortText = 32_768;
const longText = 262_144;

/** What a text leaves alive of each of its units, and as much room to copy it to; in bytes. */
const youngPerUnit = 16;

/** Room for what is made of some hundred lines, and for what is said of them. */
const youngOfMany = 2 ** 23;

/** How long it may grow unless another text says otherwise, in milliseconds. */
const moment = 1000;

let ending: ReturnType<typeof setTimeout> | undefined;

function letGrow(may: boolean): void {
  if (!may && ending === undefined) return;
  clearTimeout(ending);
  ending = may ? setTimeout(letGrow, moment, false).unref() : undefined;
  setFlags(`--semi-space-growth-factor=${may ? 2 : 1}`);
}
