// VS Code's list of proposals, as somebody meets it who types and looks at nothing else.
//
// What counts here is when the list is open and what stands first in it: Enter takes that. Source: VS Code 1.100 and
// 1.139, `suggestModel.ts` (when a provider is asked, and asked anew) and `completionModel.ts` (narrowing).

/** A proposal as far as the list needs it; places are offsets in the text. */
interface Proposal {
  readonly label: string;
  /** What the typed text is compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** Where that which it replaces begins; it reaches to the cursor. */
  readonly start: number;
  readonly text: string;
}

/** The answer of a server. */
export interface Proposals {
  readonly isIncomplete: boolean;
  readonly items: readonly Proposal[];
}

/** Why a server is asked, in the numbers of the protocol's CompletionTriggerKind. */
export type Trigger =
  | { readonly triggerKind: 1 | 3 }
  | { readonly triggerKind: 2; readonly triggerCharacter: string };

/** What lies behind the editor: a document that follows its text, and a server. */
export interface Backing {
  /** The words of the language; the pattern is global. */
  readonly words: RegExp;
  readonly triggerCharacters: readonly string[];
  readonly replace: (start: number, end: number, text: string) => Promise<void>;
  readonly ask: (offset: number, trigger: Trigger) => Promise<Proposals>;
}

/** An editor with the cursor at the end of its text. */
export interface Typist {
  readonly text: () => string;
  /** Types the text key by key; a newline is the Enter key. */
  readonly type: (text: string) => Promise<void>;
  /** Puts another text in place of everything. */
  readonly reset: (text: string) => Promise<void>;
}

interface OpenList {
  /** Where the word began for which the list was opened. */
  readonly wordStart: number;
  readonly answer: Proposals;
  /** What is left after narrowing, the best first. */
  readonly shown: readonly Proposal[];
}

/** A person who types into an empty file. */
export function typist(backing: Backing): Typist {
  let text = "";
  let list: OpenList | undefined;

  const replace = async (start: number, inserted: string) => {
    await backing.replace(start, text.length, inserted);
    text = text.slice(0, start) + inserted;
  };
  const word = () => wordAtEnd(text, backing.words);
  const listOf = (answer: Proposals): OpenList | undefined => {
    const shown = narrowed(answer.items, text);
    return shown.length === 0 ? undefined : { wordStart: word().start, answer, shown };
  };
  const ask = async (trigger: Trigger) => listOf(await backing.ask(text.length, trigger));

  const enter = async () => {
    const [first] = list?.shown ?? [];
    list = undefined;
    // Places to fill in stay as they are: whatever is inserted is wrong.
    if (first === undefined) await replace(text.length, "\n");
    else await replace(first.start, first.text);
  };

  const key = async (character: string) => {
    if (character === "\n") return enter();
    await replace(text.length, character);
    if (backing.triggerCharacters.includes(character)) {
      list = await ask({ triggerKind: 2, triggerCharacter: character });
      return;
    }
    const { start, length, isNumber } = word();
    if (list === undefined) {
      // Quick suggestions: a word opens the list, a number does not.
      if (length > 0 && !isNumber) list = await ask({ triggerKind: 1 });
    } else if (length > 0 && start > list.wordStart) {
      // A new word keeps the proposals that are there; before a number the list is not even narrowed.
      if (!isNumber) list = listOf(list.answer);
    } else if (length > 0 && list.answer.isIncomplete) list = await ask({ triggerKind: 3 });
    else list = keepStart(listOf(list.answer), list.wordStart);
  };

  return {
    text: () => text,
    type: async (keys) => {
      for (const character of keys) await key(character);
    },
    reset: async (other) => {
      list = undefined;
      await replace(0, other);
    },
  };
}

function keepStart(list: OpenList | undefined, wordStart: number): OpenList | undefined {
  return list && { ...list, wordStart };
}

interface Word {
  readonly start: number;
  readonly length: number;
  readonly isNumber: boolean;
}

function wordAtEnd(text: string, words: RegExp): Word {
  const lineStart = text.lastIndexOf("\n") + 1;
  const line = text.slice(lineStart);
  const last = [...line.matchAll(words)].find((match) => match.index + match[0].length === line.length);
  if (last === undefined) return { start: text.length, length: 0, isNumber: false };
  return {
    start: lineStart + last.index,
    length: last[0].length,
    isNumber: !Number.isNaN(Number(last[0])),
  };
}

/** Those in which the characters that were typed occur one after the other; what begins with them stands first. */
function narrowed(items: readonly Proposal[], text: string): readonly Proposal[] {
  const rated = items.flatMap((item) => {
    const typed = text.slice(item.start).trimStart().toLowerCase();
    const filter = item.filterText.toLowerCase();
    if (!isSubsequence(typed, filter)) return [];
    return [{ item, isPrefix: filter.startsWith(typed) }];
  });
  return rated
    .sort(
      (one, other) =>
        Number(other.isPrefix) - Number(one.isPrefix) || compare(one.item.sortText, other.item.sortText),
    )
    .map(({ item }) => item);
}

function isSubsequence(typed: string, filter: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = filter.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
