// What programs say, explained: one message, or a whole log. Loaded only when somebody asks for a message.

import {
  type Dialect,
  type FoundMessage,
  findMessage,
  knownMessageMarkdown,
  type Localizer,
  listOf,
  messageMarkdown,
  messagesWith,
  placesOf,
  programTitle,
  readLog,
  whyNotHere,
} from "@inittab/core";
import { explainMessage } from "./message.ts";
import type { Seen } from "./seen.ts";

/** What is asked about messages. */
export interface MessageQuestion {
  readonly text: string;
  readonly localizer: Localizer;
  /** The init, where the user or the file says which. */
  readonly dialect: Dialect | undefined;
  /** The file or system to look for the cause in. */
  readonly seen: Seen | undefined;
}

/** The page of a message; undefined if no program is known to say it. */
export function messagePage({ text, localizer, dialect, seen }: MessageQuestion): string | undefined {
  const found = findMessage(text, { dialect });
  return found === undefined ? undefined : page([found], localizer, seen);
}

/** The pages of messages in whose words these stand: the first in full, the others by their words. */
export function pageOfWords(words: string, localizer: Localizer): string | undefined {
  const [first, ...more] = messagesWith(words);
  if (first === undefined) return undefined;
  const whole = knownMessageMarkdown(first, localizer);
  if (more.length === 0) return whole;
  const lines = more.slice(0, mostOthers).map(({ program, said }) => {
    const code = { code: (said.templates[0] ?? "").replace(/\{\w+\}/g, "…") };
    return `- ${localizer.markdown(explainMessage("explain.says", { message: code, program: programTitle(program) }))}`;
  });
  return `${whole}\n**${localizer.markdown(explainMessage("explain.other-messages"))}**\n\n${lines.join("\n")}\n`;
}

/** So many further messages are named. */
const mostOthers = 10;

/** The explanation of a log as Markdown, and whether anything in it is known. */
export interface LogExplained {
  readonly markdown: string;
  readonly known: number;
}

/** Explains a log: each message once, with its lines. */
export function explainLog({ text, localizer, dialect, seen }: MessageQuestion): LogExplained {
  const { messages, unknown } = readLog(text, { dialect });
  const { markdown } = localizer;
  const parts = messages.map(({ lines, variants }) => {
    const [line = 0] = lines;
    const count = explainMessage("explain.log-lines", { count: lines.length, line });
    return page(variants, localizer, seen, markdown(count));
  });
  if (unknown.length > 0) {
    const numbers = listOf(unknown.slice(0, mostLines).map(String), "comma");
    parts.push(
      `${markdown(explainMessage("explain.log-unknown", { count: unknown.length, lines: numbers }))}\n`,
    );
  }
  return { markdown: parts.join("\n"), known: messages.length };
}

/** So many lines are named. */
const mostLines = 20;

/** The page of a message, and what is found of each of its wordings in the file or system. */
function page(
  variants: readonly FoundMessage[],
  localizer: Localizer,
  seen: Seen | undefined,
  lines?: string,
): string {
  const [found] = variants;
  if (found === undefined) return "";
  const places = seen === undefined ? [] : variants.flatMap((each) => placesOf(each, seen.lookedAt));
  const whyNot = seen === undefined ? undefined : whyNotHere(found, seen.system);
  const here = seen === undefined ? undefined : { path: seen.lookedAt.path, places, whyNot };
  const others = variants.slice(1).map(({ text }) => ({ code: text }));
  const counted = [
    ...(lines === undefined ? [] : [lines]),
    ...(others.length === 0
      ? []
      : [
          localizer.markdown(
            explainMessage("explain.log-also", { messages: listOf(others.slice(0, mostOthers), "comma") }),
          ),
        ]),
  ];
  return messageMarkdown(found, localizer, here, counted);
}
