// A boot beside the simulated one, for people and for programs.

import {
  type BootComparison,
  type BootLog,
  jsonText,
  type Localizer,
  listOf,
  type SeenScripts,
  visible,
} from "@inittab/core";
import { message } from "./message.ts";

/** A log, and what came of the comparison. */
export interface BootReport {
  readonly path: string;
  readonly log: BootLog;
  /** The path of the table. */
  readonly table: string;
  readonly comparison: BootComparison;
  readonly scripts: SeenScripts;
}

/** Whether a boot is another than the simulated one, as far as its log shows. */
export function parts({ comparison, scripts: { failed, missed } }: BootReport): boolean {
  return comparison.divergence !== undefined || failed.length > 0 || missed !== undefined;
}

/** The report for people. */
export function* bootText(reports: readonly BootReport[], localizer: Localizer): Iterable<string> {
  const { text } = localizer;
  for (const report of reports) {
    const { path, log, table, comparison, scripts } = report;
    const { agreed, divergence, measured, restarted } = comparison;
    const form = message("boot-log.form", { form: log.shows === "scripts" ? "openrc" : log.form });
    yield `${text(message("boot-log.head", { log: path, form, count: agreed, path: table }))}\n`;
    if (!parts(report)) yield `  ${text(message("boot-log.same"))}\n`;
    if (divergence !== undefined) {
      const { message: what, line, at, entry } = divergence;
      const said =
        line === undefined
          ? message("boot-log.at-end", { what })
          : message("boot-log.parts", { line, at: at ?? "none", what });
      yield `  ${text(said)}\n`;
      if (entry !== undefined && entry.record.path !== null)
        yield `    ${text(message("boot-log.entry", { line: entry.record.line, text: entry.text }))}\n`;
    }
    for (const { entry, times } of restarted)
      yield `  ${text(message("boot-log.restarted", { text: { code: entry.text }, times }))}\n`;
    yield* scriptText(scripts, localizer);
    if (measured.length === 0) continue;
    yield `  ${text(message("boot-log.durations"))}\n`;
    const rows = measured.map(({ entry, seconds }) => [
      text(seconds === null ? message("boot-log.running") : message("boot-log.seconds", { seconds })),
      visible(entry.text),
    ]);
    const width = Math.max(...rows.map(([time = ""]) => time.length));
    for (const [time = "", entry = ""] of rows) yield `    ${time.padStart(width)}  ${entry}\n`;
  }
}

/** The scripts by what they print, and the one that is not shown any more. */
function* scriptText({ seen, next, failed, missed }: SeenScripts, { text }: Localizer): Iterable<string> {
  if (seen.length === 0) return;
  const names = listOf(
    seen.map(({ name, line }) => message("boot-log.script", { name: { code: name }, line })),
    "comma",
  );
  yield `  ${text(message("boot-log.scripts", { names }))}\n`;
  for (const { name, line, because } of failed) {
    const service = { line, name: { code: name } };
    const said =
      because === null
        ? message("boot-log.failed", service)
        : message("boot-log.not-started", { ...service, other: { code: because } });
    yield `  ${text(said)}\n`;
  }
  if (missed !== undefined)
    yield `  ${text(message("boot-log.missed-script", { name: { code: missed } }))}\n`;
  if (next !== undefined) yield `  ${text(message("boot-log.next-script", { name: { code: next } }))}\n`;
}

/** The report for programs: an object for each log. */
export function* bootJson(reports: readonly BootReport[], { text }: Localizer): Iterable<string> {
  const value = reports.map(({ path, log, table, comparison, scripts }) => {
    const { agreed, divergence, measured, restarted } = comparison;
    return {
      log: path,
      form: log.form,
      inittab: table,
      seen: log.seen,
      agreed,
      divergence:
        divergence === undefined
          ? null
          : {
              message: text(divergence.message),
              line: divergence.line ?? null,
              at: divergence.at ?? null,
              entry: divergence.entry?.record ?? null,
            },
      measured: measured.map(({ entry, seconds, isShown }) => ({ ...entry.record, seconds, shown: isShown })),
      scripts: { ...scripts, next: scripts.next ?? null, missed: scripts.missed ?? null },
      restarted: restarted.map(({ entry, times }) => ({ ...entry.record, times })),
    };
  });
  yield `${jsonText(value)}\n`;
}
