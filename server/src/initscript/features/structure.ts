// The parts of a script that stand in each other: what folds, and how a selection grows.

import { readLsbSections, type ScriptOutline, type TextRange } from "@inittab/core";
import type { Fold } from "../../features/answers.ts";
import { wordAround } from "../header-spot.ts";

/** The folds of a script in the order of the text: headers, functions, arms, and runs of comment lines. */
export function scriptFolds(text: string, outline: ScriptOutline | undefined): readonly Fold[] {
  const sections = readLsbSections(text).map(({ range }) => range);
  const comments = commentRuns(text).filter(
    (run) => !sections.some(({ start, end }) => start < run.end && run.start < end),
  );
  const code = [...functionsOf(outline), ...armsOf(outline)];
  return [
    ...sections.map((range) => ({ kind: "comment" as const, ...range })),
    ...comments.map((range) => ({ kind: "comment" as const, ...range })),
    ...code.map((range) => ({ kind: "records" as const, ...range })),
  ]
    .filter(({ start, end }) => text.slice(start, end).trimEnd().includes("\n"))
    .map(({ kind, start, end }) => ({ kind, start, end: start + text.slice(start, end).trimEnd().length }))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** The ranges around an offset, each inside the next: word, command or field, line, arm or header, function, file. */
export function scriptSelections(
  text: string,
  offset: number,
  outline: ScriptOutline | undefined,
): readonly TextRange[] {
  const word = wordAround(text, offset, /[^\s"';&|<>()`#]/);
  const fields = readLsbSections(text).flatMap(({ range, fields: all }) => [
    range,
    ...all.flatMap(({ line, value }) => [{ start: line.start, end: line.end }, value]),
  ]);
  const commands = [
    ...(outline?.topLevel ?? []),
    ...(outline?.arms ?? []).flatMap((arm) => arm.commands),
  ].map(({ command }) => ({ start: command.start, end: command.end }));
  const around = [
    { start: word.start, end: word.end },
    lineAround(text, offset),
    ...fields,
    ...commands,
    ...functionsOf(outline),
    ...armsOf(outline),
    { start: 0, end: text.length },
  ]
    .filter(({ start, end }) => start <= offset && offset <= end)
    .toSorted((one, other) => one.end - one.start - (other.end - other.start));
  const nested: TextRange[] = [];
  for (const { start, end } of around) {
    const inner = nested.at(-1);
    // Each selection holds the one before it; what only overlaps it is left out.
    const isWider =
      inner === undefined ||
      (start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
    if (isWider) nested.push({ start, end });
  }
  return nested;
}

function functionsOf(outline: ScriptOutline | undefined): readonly TextRange[] {
  return [...(outline?.functions.values() ?? [])].map(({ start, end }) => ({ start, end }));
}

function armsOf(outline: ScriptOutline | undefined): readonly TextRange[] {
  return outline?.dispatch === "case" ? outline.arms.map(({ range }) => range) : [];
}

/** Comment lines that follow each other. */
function commentRuns(text: string): readonly TextRange[] {
  return Array.from(text.matchAll(/^(?:[ \t]*#.*\n){2,}/gm), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
}

/** The line without its indentation. */
function lineAround(text: string, offset: number): TextRange {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  const indent = line.length - line.trimStart().length;
  return { start: start + Math.min(indent, Math.max(0, offset - start)), end: start + line.trimEnd().length };
}
