// The records that the manual shows as examples are the ready lines of completion, so that they are written once.

import { type Dialect, type FieldName, fieldTextAt, scanInittab, type Topic, topics } from "@inittab/core";

/** A record from the manual. */
export interface ManualLine {
  readonly text: string;
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  /** The topic that shows it; a command's if there is one. */
  readonly topic: Topic;
}

const known = new Map<Dialect, readonly ManualLine[]>();

/** The records that the manual shows for a dialect, each once. */
export function manualLines(dialect: Dialect): readonly ManualLine[] {
  const lines = known.get(dialect) ?? readManual(dialect);
  known.set(dialect, lines);
  return lines;
}

function readManual(dialect: Dialect): readonly ManualLine[] {
  const found = new Map<string, ManualLine>();
  for (const topic of topics) {
    if (!topic.dialects.includes(dialect)) continue;
    for (const text of examplesOf(topic)) {
      const line = readLine(text, dialect, topic);
      if (line !== undefined && (topic.kind === "command" || !found.has(text))) found.set(text, line);
    }
  }
  return [...found.values()];
}

/** The lines between the fences of a topic's examples. */
function examplesOf(topic: Topic): readonly string[] {
  let inside = false;
  return topic.body.filter((line) => {
    const isFence = line.startsWith("```");
    if (isFence) inside = line === "```inittab";
    return inside && !isFence;
  });
}

function readLine(text: string, dialect: Dialect, topic: Topic): ManualLine | undefined {
  const scan = scanInittab(`${text}\n`, { dialect });
  if (scan.lines[0]?.kind !== "record") return undefined;
  const field = (name: FieldName) => fieldTextAt(scan, 0, name);
  return {
    text,
    id: field("id"),
    runlevels: field("runlevels"),
    action: field("action"),
    process: field("process"),
    topic,
  };
}
