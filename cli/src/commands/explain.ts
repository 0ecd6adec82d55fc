import {
  allRules,
  explainLine,
  explanationMarkdown,
  findAnyRule,
  findTopic,
  type Localizer,
  rulePage,
  suggestTopics,
  topicMarkdown,
  wordFor,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { renderMarkdown } from "../markdown-text.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { readingOptionTable, type Target, targetOf } from "../reading-options.ts";
import { visible } from "../terminal-text.ts";

const options = {
  ...readingOptionTable,
  format: { type: "string", value: "FORMAT", about: "text (default) or md" },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab explain`: a topic of the manual, the page of a rule, or a line in plain words. */
export const explain: Command = {
  name: "explain",
  summary: "tell what a word, a rule or a line means",
  help: () => `inittab explain [options] WORD | RULE | 'LINE'

Explains a word of an inittab or of its surroundings (an action, a runlevel, a
field, a variable, a signal, a file, a command), a rule by its id or code, or a
whole line: what is between colons.

  inittab explain respawn
  inittab explain IT110
  inittab explain '1:2345:respawn:/sbin/getty 38400 tty1'

${optionHelp(options)}

Exit status: 0, or 2 for wrong usage or if nothing is known of the word.
`,
  run,
};

async function run(args: readonly string[], { out, err, localizer }: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  // A line that was not quoted arrives in pieces.
  const asked = positionals.join(" ");
  if (asked.trim() === "") throw new UsageError("give a WORD, a RULE or a LINE");
  const target = targetOf(values);
  const format = oneOf("format", values.format, ["text", "md"], "text");
  const page = pageFor(asked, target, localizer);
  if (page === undefined) {
    await err.write([notKnown(asked, target)]);
    return 2;
  }
  await out.write([format === "md" ? page : renderMarkdown(page, { color: out.terminal, width: out.width })]);
  return 0;
}

function pageFor(asked: string, target: Target, localizer: Localizer): string | undefined {
  if (/[:\n]/.test(asked))
    return asked
      .split("\n")
      .map((line) => explanationMarkdown(explainLine(line, target), localizer))
      .join("\n");
  const rule = findAnyRule(asked);
  if (rule !== undefined) return rulePage(rule);
  const dialect = dialectOf(target);
  const topic = findTopic(asked, dialect);
  return topic === undefined ? undefined : topicMarkdown(topic, localizer, dialect);
}

function dialectOf({ dialect }: Target): Exclude<Target["dialect"], "auto"> {
  return dialect === "auto" ? "sysvinit" : dialect;
}

/** The most suggestions that are made. */
const suggestions = 5;

function notKnown(asked: string, target: Target): string {
  const dialect = dialectOf(target);
  const wanted = asked.toLowerCase();
  const near = [
    ...suggestTopics(asked, dialect).map((topic) => wordFor(topic, dialect)),
    ...allRules.map(({ id }) => id).filter((id) => wanted.length > 2 && id.includes(wanted)),
  ].slice(0, suggestions);
  const hint = near.length === 0 ? "" : `; did you mean ${near.join(", ")}?`;
  return `inittab: nothing is known of ${visible(asked)}${hint}\n`;
}
