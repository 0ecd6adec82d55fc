// What holds for every way that the machine of an open file can go, and what the running one does with the new text.

import {
  defaultWayEvents,
  type InittabScan,
  type LevelNode,
  type Localizer,
  levelExtent,
  levelPicture,
  levelTitle,
  type PlannedProcess,
  planReloads,
  readScan,
  reloadRequest,
  verifySlices,
  type WayFinding,
} from "@inittab/core";
import type { LevelFound, ReloadAnswer, ReloadRow, WayFound, WaysAnswer } from "../../protocol.ts";
import { inTurns, type Wanted } from "../../slices.ts";
import type { InittabDocument } from "../document.ts";
import { indexOfLine } from "./line-number.ts";

/** No machine boots with a longer table; only to read one would keep the server busy after each edit. */
const mostLines = 2000;

/** A table with more states is not looked at to its end while somebody edits: it would take several seconds. */
const mostStates = 30_000;

/** What a search goes on with, and how it is stopped. */
export interface Searching {
  readonly localizer: Localizer;
  /** The levels are drawn, too. */
  readonly picture: boolean;
  readonly pause: () => Promise<void>;
  readonly isWanted: Wanted;
}

/** Looks at all ways; undefined where there is nothing to look at, or nobody wants the answer any more. */
export async function verifyWays(
  document: InittabDocument,
  { localizer, picture, pause, isWanted }: Searching,
): Promise<WaysAnswer | undefined> {
  const { scan } = document;
  if (document.lineCount > mostLines) return undefined;
  if (!readScan(scan).records.some(({ path }) => path !== undefined)) return undefined;
  const { dialect, version } = scan;
  const work = verifySlices(scan.text.toString(), dialect, {
    version,
    events: defaultWayEvents,
    limits: { states: mostStates },
    graph: true,
  });
  // The answer is about a text that is still there.
  const done = work && (await inTurns(work, pause, () => isWanted() && document.scan === scan));
  if (done === undefined) return undefined;
  const { exhausted, states, findings, graph } = done.value;
  return {
    ...{ exhausted, states, reload: reloadRequest(dialect) ?? "" },
    findings: findings.map((finding) => foundIn(scan, finding, localizer)),
    levels: (graph?.nodes ?? []).map((node) => levelOf(node, localizer)),
    ...(picture && graph !== undefined && { picture: levelPicture(graph, localizer) }),
  };
}

function levelOf(node: LevelNode, { text }: Localizer): LevelFound {
  const { kind, scenario } = node;
  const detail = kind === "level" ? text(levelExtent(node)) : "";
  return { title: text(levelTitle(node)), detail, scenario };
}

function foundIn(
  scan: InittabScan,
  { question, severity, message, line, sequence, scenario }: WayFinding,
  { text }: Localizer,
): WayFound {
  const index = line === undefined ? undefined : indexOfLine(scan, line);
  return {
    ...{ question, severity, text: text(message), line: index ?? null },
    sequence: sequence.map(({ words }) => words),
    scenario: scenario ?? null,
  };
}

/** What init does that has read another text when it reads this one; undefined where its machine is not searched. */
export function whatReloads({ lineCount, scan }: InittabDocument, before: string): ReloadAnswer | undefined {
  if (lineCount > mostLines) return undefined;
  const { dialect, version } = scan;
  return planReloads(before, scan.text.toString(), dialect, { version })?.map(
    ({ level, request, stops, restarts, starts, keeps, strays, outdated, again }): ReloadRow => ({
      ...{ level, request, keeps, stops: named(stops), restarts: named(restarts), starts: named(starts) },
      ...{ strays: named(strays), outdated: named(outdated) },
      again: named([...again.stops, ...again.restarts, ...again.starts]),
    }),
  );
}

function named(processes: readonly PlannedProcess[]): readonly string[] {
  return processes.map(({ process }) => process);
}
