// The frame names no tenant: what serves all of them knows none of them, in code as in imports and strings.

import { isTest, isWithin } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan } from "../plan.ts";
import { type Source, visit } from "../source.ts";

/** Finds the tenants' names in identifiers, strings and imports of the frame. */
export function* checkFrame(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  const { rooms, lists } = plan.frame;
  for (const source of sources) {
    const { path } = source;
    if (isTest(path) || lists.includes(path) || !rooms.some((room) => isWithin(path, room))) continue;
    yield* checkSource(source, new Set(plan.frame.words));
  }
}

function checkSource(source: Source, tenants: ReadonlySet<string>): Iterable<Finding> {
  // A name that is used five times on a line is one finding.
  const findings = new Map<string, Finding>();
  const look = (text: string, offset: number): void => {
    const word = wordsOf(text).find((each) => tenants.has(each));
    if (word === undefined) return;
    const line = source.lineAt(offset);
    const message = `\`${text}\` names a tenant; the frame knows none`;
    findings.set(`${line} ${text}`, { path: source.path, line, subject: text, message });
  };
  visit(source.program, {
    Identifier: ({ name, start }) => look(name, start),
    Literal: ({ value, start }) => {
      if (typeof value === "string") look(value, start);
    },
    TemplateElement: ({ value, start }) => look(value.raw, start),
  });
  return findings.values();
}

function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll("BusyBox", "Busybox")
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z\d]+/);
}
