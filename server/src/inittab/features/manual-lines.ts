// The ready lines of completion. For sysvinit they are the records that the manual shows as examples, so that they are
// written once; for any other init those that core calls usual.

import {
  aboutUsual,
  type Dialect,
  dialectFacts,
  type FieldName,
  fieldTextAt,
  findTopic,
  likelyDialect,
  type Prose,
  scanInittab,
  type Topic,
  topicPart,
  topics,
} from "@inittab/core";

/** A record from the manual. */
export interface ManualLine {
  readonly text: string;
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  /** What it is for, as a phrase or sentence. */
  readonly about: Prose;
  /** The topic of the command, or else the one that shows the record or explains its action. */
  readonly topic: Topic;
}

const known = new Map<Dialect, readonly ManualLine[]>();

/** The ready lines of a dialect, each once; a file of unknown dialect is offered sysvinit's. */
export function manualLines(reader: Dialect): readonly ManualLine[] {
  const dialect = likelyDialect(reader);
  const { usualInManual } = dialectFacts[dialect];
  const lines = known.get(dialect) ?? (usualInManual === true ? readManual(dialect) : usualLines(dialect));
  known.set(dialect, lines);
  return lines;
}

function usualLines(dialect: Dialect): readonly ManualLine[] {
  return dialectFacts[dialect].usual.flatMap((usual) => {
    const action = findTopic(usual.text.split(":")[2] ?? "", dialect, ["action"]);
    const line = action && readLine(usual.text, dialect, action);
    return line === undefined ? [] : [{ ...line, about: aboutUsual(dialect, usual) }];
  });
}

function readManual(dialect: Dialect): readonly ManualLine[] {
  const found = new Map<string, ManualLine>();
  for (const topic of topics) {
    // The page about a flag shows the flag, not a line for everyday.
    if (!topic.dialects.includes(dialect) || topic.kind === "flag") continue;
    for (const text of examplesOf(topic)) {
      const line = readLine(text, dialect, topic);
      if (line !== undefined && !isInvented(line)) found.set(text, line);
    }
  }
  return [...found.values()];
}

/** Programs below /usr/local are made up for the example; no system has them. */
function isInvented({ process }: ManualLine): boolean {
  return process.startsWith("/usr/local/");
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

function readLine(text: string, dialect: Dialect, shownBy: Topic): ManualLine | undefined {
  const scan = scanInittab(`${text}\n`, { dialect });
  if (scan.lines[0]?.kind !== "record") return undefined;
  const field = (name: FieldName) => fieldTextAt(scan, 0, name);
  const [program = ""] = field("process").split(" ");
  const command = findTopic(program, dialect, ["command"]);
  const topic = command?.dialects.includes(dialect) === true ? command : shownBy;
  return {
    text,
    id: field("id"),
    runlevels: field("runlevels"),
    action: field("action"),
    process: field("process"),
    about: topicPart(topic, "summary"),
    topic,
  };
}
