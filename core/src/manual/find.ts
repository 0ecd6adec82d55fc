// From a word to its topic: what hover and `inittab explain WORD` ask.

import type { Dialect } from "../inittab/dialect.ts";
import { type Topic, type TopicKind, topicKinds } from "./topic.ts";
import { topics } from "./topics.ts";

const byId: ReadonlyMap<string, Topic> = new Map(topics.map((topic) => [topic.id, topic]));

/** The topic with this id. */
export function topicById(id: string): Topic | undefined {
  return byId.get(id);
}

/**
 * The topic that explains a word: an action, a runlevel character, a field, a variable, a signal with or without SIG, a
 * file's path, a command's name or path, or a topic's id. The dialect's own topic is preferred to another's; without a
 * dialect sysvinit's is. Upper and lower case matter only where both exist. With `kinds` only such topics are looked at.
 */
export function findTopic(
  word: string,
  dialect: Dialect = "sysvinit",
  kinds: readonly TopicKind[] = topicKinds,
): Topic | undefined {
  const asked = word.trim();
  const isVariable = asked.startsWith("$");
  const fits = (topic: Topic) => kinds.includes(topic.kind) && (!isVariable || topic.kind === "environment");
  const whole = byId.get(asked);
  if (whole !== undefined && fits(whole)) return whole;
  return best(asked, dialect, fits) ?? bestOfOthers(asked, dialect, fits);
}

/** What a word stands for that no topic has as it is. */
function bestOfOthers(word: string, dialect: Dialect, fits: (topic: Topic) => boolean): Topic | undefined {
  for (const candidate of [word.replace(/^.*\//, ""), ...generic(word)]) {
    const topic = best(candidate, dialect, fits);
    if (topic !== undefined) return topic;
  }
  return undefined;
}

/** The topics whose words are close to a word, the closest first; at most five. */
export function suggestTopics(word: string, dialect: Dialect = "sysvinit"): readonly Topic[] {
  const asked = word.trim().toLowerCase();
  if (asked === "") return [];
  const limit = Math.max(1, Math.floor(asked.length / 3));
  const rated = topics.flatMap((topic) => {
    const distance = Math.min(
      ...[...topic.words, topic.id].map((known) => nearness(asked, known.toLowerCase())),
    );
    const foreign = topic.dialects.includes(dialect) ? 0 : 0.5;
    return distance <= limit ? [{ topic, rating: distance + foreign }] : [];
  });
  const order = rated.sort((one, other) => one.rating - other.rating).map(({ topic }) => topic);
  const seen = new Set<string>();
  return order.filter(({ words: [first = ""] }) => !seen.has(first) && seen.add(first)).slice(0, 5);
}

/** The word by which `inittab explain` finds a topic: its id if that is a plain word, or if no word leads to it. */
export function wordFor(topic: Topic, dialect: Dialect = "sysvinit"): string {
  if (!topic.id.includes(".")) return topic.id;
  return topic.words.find((word) => findTopic(word, dialect) === topic) ?? topic.id;
}

const byWord: ReadonlyMap<string, readonly Topic[]> = index((word) => word);
const byFoldedWord: ReadonlyMap<string, readonly Topic[]> = index((word) => word.toLowerCase());

function index(key: (word: string) => string): ReadonlyMap<string, readonly Topic[]> {
  const map = new Map<string, Topic[]>();
  for (const topic of topics)
    for (const word of new Set(topic.words.map(key))) {
      const known = map.get(word);
      if (known === undefined) map.set(word, [topic]);
      else known.push(topic);
    }
  return map;
}

function best(word: string, dialect: Dialect, fits: (topic: Topic) => boolean): Topic | undefined {
  const own = (topic: Topic) => topic.dialects.includes(dialect);
  const closest = (topics: readonly Topic[] = []) => {
    const fitting = topics.filter(fits);
    return fitting.find(own) ?? fitting[0];
  };
  return closest(byWord.get(word)) ?? closest(byFoldedWord.get(word.toLowerCase()));
}

/** The known word for words of which there are many: `$NAME`, the variables of telinit -e, the files of a directory. */
function generic(word: string): readonly string[] {
  const variable = /^\$\{?(\w+)\}?$/.exec(word)?.[1] ?? word;
  if (/^INIT_\w+$/.test(variable) && !byWord.has(variable)) return ["INIT_*"];
  if (/^\/etc\/inittab\.d\/|\.tab$/.test(word)) return ["/etc/inittab.d"];
  return variable === word ? [] : [variable];
}

/** How far a known word is from the asked one; 0.5 for one that begins with the other, since such are meant often. */
export function nearness(asked: string, known: string): number {
  if (asked.length > 2 && known.startsWith(asked)) return 0.5;
  if (known.length * 2 > asked.length && asked.startsWith(known)) return 0.5;
  return Math.abs(asked.length - known.length) > 3 ? Number.POSITIVE_INFINITY : editDistance(asked, known);
}

/** The number of letters to insert, delete, replace or swap with their neighbour. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
