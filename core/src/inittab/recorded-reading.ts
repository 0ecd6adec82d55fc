// A reading in the shape of a recorded parse case, which is also what `inittab read --format json` prints.

import { byteLength, type Encoding, fromByteString, toByteString } from "../text/bytes.ts";
import { dialectFacts } from "./dialect.ts";
import { inittabPath } from "./messages.ts";
import type { InittabReading } from "./read.ts";
import { lineLimit } from "./versions.ts";

/** A line of the file as init took it. */
interface RecordedLine {
  /** Init's count from 1. */
  readonly line: number;
  readonly text: string;
  readonly result: "accepted" | "ignored" | "rejected";
  /** What init said, of a rejected line. */
  readonly message?: string;
}

/** What init made of the file; a part of the recorded cases of the same name. */
export interface RecordedReading {
  readonly messages: readonly string[];
  readonly lines: readonly RecordedLine[];
  readonly table: readonly {
    readonly id: string;
    readonly runlevels: string;
    readonly action: string;
    readonly process: string;
  }[];
}

/** The reading in the shape of a recorded parse case. */
export function recordedReading(reading: InittabReading): RecordedReading {
  return {
    messages: reading.messages,
    lines: linesOf(reading),
    table: reading.records.map(({ id, runlevels, action, process }) => ({ id, runlevels, action, process })),
  };
}

function linesOf({ scan, dropped }: InittabReading): readonly RecordedLine[] {
  const messages = new Map<number, string>();
  for (const drop of dropped) if (drop.path === inittabPath) messages.set(drop.line, drop.message);
  const { buffered } = dialectFacts[scan.dialect];
  const lines: RecordedLine[] = [];
  let number = 0;
  for (const [index, line] of scan.lines.entries()) {
    number += line.count;
    const start = scan.starts[index] ?? 0;
    const written = `${scan.text.slice(start, start + line.end)}${line.terminated ? "\n" : ""}`;
    const text = buffered === true ? firstPiece(written, scan.options.encoding) : written;
    const message = messages.get(number);
    if (message !== undefined) lines.push({ line: number, text, result: "rejected", message });
    else if (line.kind === "record") lines.push({ line: number, text, result: "accepted" });
    else lines.push({ line: number, text, result: line.kind === "rejected" ? "rejected" : "ignored" });
  }
  return lines;
}

/** What fits into the buffer that init reads a line with; where a longer line is dropped, that is all it saw. */
function firstPiece(line: string, encoding: Encoding = "utf-8"): string {
  if (byteLength(line, encoding) <= lineLimit) return line;
  if (encoding === "latin-1") return line.slice(0, lineLimit);
  // No more characters than bytes can fit, and the line may be megabytes long.
  return fromByteString(toByteString(line.slice(0, lineLimit)).slice(0, lineLimit));
}
