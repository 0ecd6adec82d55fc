// Commands above lines: the boot above initdefault, and a runlevel above what init waits for on entering it. Where there
// are no runlevels, the boot above the first record.

import {
  dialectFacts,
  findAction,
  findRunlevel,
  type InittabScan,
  isLevel,
  type Message,
  readScan,
} from "@inittab/core";
import type { LensChoice } from "../../documents/settings.ts";
import type { Lens } from "../../features/answers.ts";
import { message } from "../../message.ts";
import { machineOf } from "../machine.ts";
import { indexOfLine } from "./line-number.ts";

/** In a file of more lines nobody would see most of them. */
const mostLines = 3000;

/** A record that names more levels gets no lens for each of them. */
const mostLevels = 5;

/** The lenses of a file. A level gets one only above the first record that init waits for on entering it. */
export function codeLenses(scan: InittabScan, choice: LensChoice = "boot"): readonly Lens[] {
  const machine = choice === "none" ? undefined : machineOf(scan);
  if (machine === undefined || scan.lines.length > mostLines) return [];
  const seen = new Set<string>();
  const records = readScan(scan).records.filter(({ path }) => path !== undefined);
  const inOrder = records.toSorted((one, other) => one.line - other.line);
  if (dialectFacts[scan.dialect].levels === "")
    return inOrder.slice(0, 1).flatMap(({ line }) => {
      const offset = offsetOf(scan, line);
      return offset === undefined ? [] : [{ offset, title: message("lens.boot"), level: undefined }];
    });
  return inOrder.flatMap(({ action, runlevels, line }): readonly Lens[] => {
    const isDefault = action === "initdefault" && !seen.has(action);
    const kind = choice === "runlevels" ? findAction(action) : undefined;
    if (!isDefault && (kind?.trigger !== "runlevel" || !kind.waits)) return [];
    const offset = offsetOf(scan, line);
    if (offset === undefined) return [];
    if (isDefault) {
      seen.add(action);
      return [{ offset, title: message("lens.boot"), level: undefined }];
    }
    const levels = [...new Set(runlevels)].filter((level) => isLevel(level) && !seen.has(level));
    if (levels.length > mostLevels) return [];
    for (const level of levels) seen.add(level);
    return levels.map((level) => ({ offset, title: titleOf(level), level }));
  });
}

/** Where the line to which init gives this number begins in the text. */
function offsetOf(scan: InittabScan, line: number): number | undefined {
  const index = indexOfLine(scan, line);
  const start = index === undefined ? undefined : scan.starts[index];
  return start === undefined || index === undefined ? undefined : start + (scan.lines[index]?.start ?? 0);
}

function titleOf(level: string): Message {
  return findRunlevel(level)?.kind === "single-user"
    ? message("lens.single-user")
    : message("lens.runlevel", { level });
}
